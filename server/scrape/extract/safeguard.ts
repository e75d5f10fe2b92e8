import type { Candidate } from './candidate.ts'

/** A shown price this clear settles whether markup counts in cents. */
const CLEAR = 0.7
const IN_CENTS = new Set(['state', 'data-layer', 'shopify', 'meta'])

/**
 * Price safety before the merge: what is known to go wrong with prices is settled by comparing sources.
 * - Scripts often hold cents: an amount that is 100 times what another source says is dropped; markup does so where the page clearly shows the hundredth.
 * - Where another source gives the very price that the page shows, one that alone says otherwise is doubted: an auction's first bid, a price of yesterday.
 * - Markup often keeps the list price: where the page shows it struck through beside a lower one, markup's price is doubted.
 */
export function safeguard(candidates: Candidate[]): Candidate[] {
  const prices = candidates.filter(each => each.field === 'price')
  const amounts = new Set(prices.map(each => Number(each.value)))
  const shown = prices.find(each => each.source === 'text')
  const struck = candidates.find(each => each.field === 'listPrice' && each.source === 'text')
  return candidates.flatMap((candidate) => {
    if (candidate.field !== 'price')
      return [candidate]
    const amount = Number(candidate.value)
    if (IN_CENTS.has(candidate.source) && Number.isInteger(amount) && [...amounts].some(other => other > 0 && Math.abs(other * 100 - amount) < 1e-6))
      return []
    if (shown && candidate.source !== 'recipe' && candidate.source !== 'text' && shown.trust >= CLEAR && Number.isInteger(amount) && Math.abs(Number(shown.value) * 100 - amount) < 1e-6)
      return []
    if (shown && struck && candidate.source !== 'recipe' && amount === Number(struck.value) && Number(shown.value) < amount)
      return [{ ...candidate, trust: candidate.trust * 0.4 }]
    if (shown && candidate.source !== 'recipe' && candidate.source !== 'text' && amount !== Number(shown.value) && isBorneOut(shown, candidate, prices))
      return [{ ...candidate, trust: candidate.trust * 0.85 }]
    return [candidate]
  })
}

/** Whether a source that does not also give the rival's price says what the page shows. */
function isBorneOut(shown: Candidate, rival: Candidate, prices: readonly Candidate[]): boolean {
  const alone = (source: Candidate['source']) => prices.every(each => each.source !== source || Number(each.value) === Number(shown.value))
  return prices.some(each => each.source !== 'text' && each.source !== rival.source && Number(each.value) === Number(shown.value) && alone(each.source))
    && prices.every(each => each.source !== rival.source || Number(each.value) !== Number(shown.value))
}
