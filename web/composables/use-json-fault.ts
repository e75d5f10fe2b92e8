import { useI18n } from 'vue-i18n'
import { jsonFault } from '../display/json-fault.ts'

/** Why a typed text is no JSON, with its place: browsers say that in English only. */
export function useJsonFault() {
  const { t } = useI18n()
  return (error: unknown): string => {
    const place = jsonFault(error)
    return place ? t('common.badJsonAt', place) : t('common.badJson')
  }
}
