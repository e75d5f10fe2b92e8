import { useI18n } from 'vue-i18n'
import { platformName } from '../display/platform.ts'

/** A way of finding products by its name on screen: what it reads, or the shop software whose API it asks. */
export function useWayName() {
  const i18n = useI18n()
  return (way: string): string => {
    const key = `way.${way.replaceAll(' ', '-')}`
    return i18n.te(key) ? i18n.t(key) : platformName(way)
  }
}
