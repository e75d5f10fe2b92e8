import { computed } from 'vue'
import { useRouteValue } from './use-route-value.ts'

/** How a list is sorted, in the address as `sort=name` or `sort=-name`; a minus is for ascending. Without it, by `usual`, descending. */
export function useRouteSort<By extends string>(usual: By) {
  const panel = useRouteValue('sort', { step: true })
  /** What was asked for; what is wrong in it is refused by the server. */
  const asked = computed(() => panel.value === undefined ? undefined : { sort: panel.value.replace(/^-/, '') as By, order: panel.value.startsWith('-') ? 'asc' as const : 'desc' as const })
  const sort = computed(() => ({ by: asked.value?.sort ?? usual, order: asked.value?.order ?? 'desc' }))

  function set(by: string, order: 'asc' | 'desc') {
    panel.value = by === usual && order === 'desc' ? undefined : `${order === 'asc' ? '-' : ''}${by}`
  }

  return { asked, sort, set }
}
