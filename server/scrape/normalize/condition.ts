import type { Condition } from '../../contract/product.ts'

const CONDITIONS: readonly (readonly [RegExp, Condition])[] = [
  [/refurb|renewed|reconditioned|generalüberholt|reconditionné|ricondizionato|reacondicionado|gereviseerd|odnowion|восстановлен/i, 'RefurbishedCondition'],
  [/damaged|for parts|beschädigt|defekt/i, 'DamagedCondition'],
  [/used|second ?-?hand|pre-?owned|pre-?loved|gebraucht|occasion|usato|usado|tweedehands|używan|begagnad|б\/у|中古/i, 'UsedCondition'],
  [/new|neu|nouveau|nuov|nuevo|novo|nieuw|nowy|ny|новый|新品/i, 'NewCondition'],
]

/** schema.org OfferItemCondition from its URL, its name or the words shops use; null when it is none of them. */
export function parseCondition(text: string | null | undefined): Condition | null {
  if (!text || text.length > 200)
    return null
  return CONDITIONS.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
