import { computed, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useRouteValue } from './use-route-value.ts'

/** Of a link that opens a panel: closing it goes back to where the link stood. */
export const opening = (key: string) => ({ opened: key })

/**
 * One dialog of a page, kept in the address: a reload and a colleague find it open as well, and the browser's Back
 * closes it. Its value is what it is open for (an id, or "1"); `undefined` closes it.
 */
export function useRoutePanel(key: string) {
  const route = useRoute()
  const router = useRouter()
  const value = useRouteValue(key)
  /** Going back takes a moment; once is enough. */
  let isClosing = false
  watch(value, () => isClosing = false)
  return computed<string | undefined>({
    get: () => value.value,
    set: (next) => {
      if (next === undefined && isClosing)
        return
      isClosing = next === undefined && value.value !== undefined && router.options.history.state.opened === key
      if (isClosing)
        router.back()
      else if (next !== undefined && value.value === undefined)
        void router.push({ query: { ...route.query, [key]: next }, hash: route.hash, state: opening(key) })
      else
        value.value = next
    },
  })
}
