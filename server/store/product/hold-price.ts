import type { HeldPrice, ProductDraft } from '../../contract/product.ts'

/** A price that becomes this many times what it was is more often a misread than a price. */
const jump = 10
/** Two sightings of a jumped price are the same when they differ by less than this part. */
const sameWithin = 0.2
/** List and page of one visit say the same: only after this time is one of them a second sighting of the other's. */
const visitMs = 3_600_000

export interface Sighting { jobId: string, now: Date, seenIn: 'list' | 'page' }

export interface PriceDecision {
  /** The draft to keep: with the new price, or with the old one while the new one is held. */
  draft: ProductDraft
  held: HeldPrice | null
}

/**
 * Price safety: a jump by ten or more, up or down, or a change of currency, is held back until another run sees it too.
 * Minor units, unit prices and other shops' currencies are the usual reasons for such a jump.
 */
export function holdPrice(before: ProductDraft, merged: ProductDraft, held: HeldPrice | null, sighting: Sighting): PriceDecision {
  const { priceMinor, currency } = merged
  if (priceMinor === null || !isJump(before, merged))
    return { draft: merged, held: null }
  const first = held && held.currency === currency && isNear(held.priceMinor, priceMinor)
  if (first && isAnotherVisit(held, sighting))
    return { draft: merged, held: null }
  return {
    draft: { ...merged, priceMinor: before.priceMinor, listPriceMinor: before.listPriceMinor, currency: before.currency },
    held: first ? held : { priceMinor, currency, seenAt: sighting.now.toISOString(), seenBy: sighting.jobId, seenIn: sighting.seenIn },
  }
}

function isAnotherVisit({ seenBy, seenAt, seenIn }: HeldPrice, { jobId, now, seenIn: here }: Sighting): boolean {
  return seenBy !== jobId && (seenIn === undefined || seenIn === here || now.getTime() - Date.parse(seenAt) >= visitMs)
}

function isJump(before: ProductDraft, after: ProductDraft): boolean {
  if (before.priceMinor === null || after.priceMinor === null || before.priceMinor === 0 || after.priceMinor === 0)
    return false
  if (before.currency !== null && after.currency !== before.currency)
    return true
  const ratio = after.priceMinor / before.priceMinor
  return ratio >= jump || ratio <= 1 / jump
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= sameWithin * Math.max(a, b)
}
