import type { Ref } from 'vue'
import { defineShortcuts } from '@nuxt/ui/composables'

/**
 * `j` and `k` walk the rows of a table, `x` selects the row where one is, and with shift `j` and `k` select on the way;
 * Enter follows the row's link by itself.
 */
export function useRowKeys(table: Readonly<Ref<HTMLTableElement | null>>) {
  const rows = () => [...table.value?.querySelectorAll<HTMLElement>('tbody > tr') ?? []]
  const current = () => rows().findIndex(row => row.contains(document.activeElement))

  function go(step: 1 | -1) {
    const all = rows()
    const from = current()
    const to = from < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, from + step))
    const target = all[to]?.querySelector<HTMLElement>('a, button')
    target?.focus()
    target?.scrollIntoView({ block: 'nearest' })
  }

  const box = () => rows()[current()]?.querySelector<HTMLInputElement>('input[type=checkbox]')

  function extend(step: 1 | -1) {
    if (box()?.checked === false)
      box()?.click()
    go(step)
    if (box()?.checked === false)
      box()?.click()
  }

  defineShortcuts({
    j: () => go(1),
    k: () => go(-1),
    x: () => box()?.click(),
    shift_j: () => extend(1),
    shift_k: () => extend(-1),
  })
}
