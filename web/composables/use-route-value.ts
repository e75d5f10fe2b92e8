import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * One value of a page, kept in the address: a reload and a colleague find it as well. `undefined` takes it out.
 * `step`: a change is a step that the browser's Back undoes; without it, a setting of the page that Back passes over.
 */
export function useRouteValue(key: string, { step = false }: { step?: boolean } = {}) {
  const route = useRoute()
  const router = useRouter()
  return computed<string | undefined>({
    get: () => {
      const value = [route.query[key]].flat()[0]
      return typeof value === 'string' && value !== '' ? value : undefined
    },
    set: (value) => {
      const { [key]: old, ...rest } = route.query
      if (value === old)
        return
      void router[step ? 'push' : 'replace']({ query: value === undefined ? rest : { ...rest, [key]: value }, hash: route.hash })
    },
  })
}
