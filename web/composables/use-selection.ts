import { computed, shallowReactive } from 'vue'

/** The selected rows of a list. */
export function useSelection(rows: () => { id: string }[]) {
  const ids = shallowReactive(new Set<string>())
  const isAll = computed(() => ids.size > 0 && rows().every(row => ids.has(row.id)))

  function select(changed: string[], on: boolean) {
    for (const id of changed)
      on ? ids.add(id) : ids.delete(id)
  }

  return { ids, isAll, select, clear: () => ids.clear() }
}
