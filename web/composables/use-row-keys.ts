import type { Ref } from 'vue'
import { useKeys } from './use-keys.ts'

/**
 * `j` and `k` walk the rows of a table, from the first one on screen, `x` selects the row where one is, and with shift
 * `j` and `k` select on the way; Enter follows the row's link by itself.
 */
export function useRowKeys(table: Readonly<Ref<HTMLTableElement | null>>) {
  const rows = () => [...table.value?.querySelectorAll<HTMLElement>('tbody > tr[data-row]') ?? []]
  const current = () => rows().findIndex(row => row.contains(document.activeElement))
  /** Below the heading, which stays on screen. */
  const firstSeen = (all: HTMLElement[]) => {
    const top = table.value?.tHead?.getBoundingClientRect().bottom ?? 0
    return Math.max(0, all.findIndex(row => row.getBoundingClientRect().top >= Math.max(0, top) - 1))
  }

  function go(step: 1 | -1) {
    const all = rows()
    const from = current()
    const to = from < 0 ? (step > 0 ? firstSeen(all) : all.length - 1) : Math.min(all.length - 1, Math.max(0, from + step))
    all[to]?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true })
    all[to]?.scrollIntoView({ block: 'nearest' })
  }

  const box = () => rows()[current()]?.querySelector<HTMLInputElement>('input[type=checkbox]')

  function extend(step: 1 | -1) {
    if (box()?.checked === false)
      box()?.click()
    go(step)
    if (box()?.checked === false)
      box()?.click()
  }

  useKeys({
    j: () => go(1),
    k: () => go(-1),
    x: () => box()?.click(),
    shift_j: () => extend(1),
    shift_k: () => extend(-1),
  })
}
