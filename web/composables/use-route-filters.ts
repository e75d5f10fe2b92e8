import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** Filters that live in the address, so that they survive a reload and can be sent to a colleague. The browser's Back undoes the last one. */
export function useRouteFilters<Key extends string>(keys: readonly Key[]) {
  const route = useRoute()
  const router = useRouter()

  const values = computed(() => {
    const found = {} as Partial<Record<Key, string>>
    for (const key of keys) {
      const value = [route.query[key]].flat()[0]
      if (typeof value === 'string' && value !== '')
        found[key] = value
    }
    return found
  })
  const activeCount = computed(() => Object.keys(values.value).length)

  const set = (key: Key, value: string | undefined) => change({ [key]: value } as Partial<Record<Key, string>>)

  /** Several at once; those without a value go. */
  function change(changes: Partial<Record<Key, string>>) {
    const query = Object.fromEntries(Object.entries({ ...route.query, ...changes }).filter(([, value]) => value !== undefined && value !== ''))
    void router[goesOn(changes) ? 'replace' : 'push']({ query, hash: route.hash })
  }

  /** Words that are typed on are one step, not one for each pause. */
  function goesOn(changes: Partial<Record<Key, string>>): boolean {
    const asked: Partial<Record<string, string>> = changes
    return Object.keys(changes).every(key => key === 'search') && Boolean(asked.search) && Boolean(route.query.search)
  }

  function clear() {
    const rest = Object.fromEntries(Object.entries(route.query).filter(([key]) => !(keys as readonly string[]).includes(key)))
    void router.push({ query: rest, hash: route.hash })
  }

  return { values, activeCount, set, change, clear }
}
