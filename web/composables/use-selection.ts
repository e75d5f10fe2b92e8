import { computed, ref, shallowReactive } from 'vue'

/** The selected rows of a list. `everything` widens the meaning to all that the filter matches, listed or not. */
export function useSelection(rows: () => { id: string }[]) {
  const ids = shallowReactive(new Set<string>())
  const everything = ref(false)
  const isAll = computed(() => ids.size > 0 && rows().every(row => ids.has(row.id)))

  function select(changed: string[], on: boolean) {
    everything.value = false
    for (const id of changed)
      on ? ids.add(id) : ids.delete(id)
  }

  function clear() {
    everything.value = false
    ids.clear()
  }

  return { ids, everything, isAll, select, clear }
}
