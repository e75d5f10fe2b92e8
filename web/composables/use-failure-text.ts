import { useI18n } from 'vue-i18n'
import { failureText } from '../display/failure-text.ts'

/** A failure of a job or page in one line, in the language on screen. */
export function useFailureText() {
  const i18n = useI18n()
  return (failure: { code: string, message: string }): string => {
    const key = `problem.${failure.code}.title`
    return failureText(failure.message, i18n.locale.value, i18n.te(key) ? i18n.t(key) : null)
  }
}
