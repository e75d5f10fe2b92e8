import type { Telling } from '../../contract/told.ts'
import { tell } from '../../contract/told.ts'

/** How many products a way of finding them has met, and of how many where the shop counts them. */
export function productsMet(found: number, total: number | null = null): Telling {
  return total === null ? tell('products-met', { n: found }) : tell('products-met-of', { done: found, total })
}

/** The same before the reason why there are no more; nothing when there were none. */
export function metBefore(found: number): Telling[] {
  return found > 0 ? [productsMet(found)] : []
}
