import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * One dialog or mode of a page, kept in the address: a reload and a colleague find it open as well.
 * Its value is what it is open for (an id, or "1"); `undefined` closes it.
 */
export function useRoutePanel(key: string) {
  const route = useRoute()
  const router = useRouter()
  return computed<string | undefined>({
    get: () => {
      const value = [route.query[key]].flat()[0]
      return typeof value === 'string' && value !== '' ? value : undefined
    },
    set: (value) => {
      const { [key]: _old, ...rest } = route.query
      void router.replace({ query: value === undefined ? rest : { ...rest, [key]: value }, hash: route.hash })
    },
  })
}
