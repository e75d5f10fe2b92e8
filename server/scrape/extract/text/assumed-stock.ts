import type { Findings } from '../candidate.ts'

const LEAST_PRICE = 0.6

/**
 * Goods that are offered for a price, with nothing on the page about stock, can mostly be bought: so the page is read, with
 * little confidence and the price as its evidence.
 */
export function withAssumedStock(findings: Findings): Findings {
  const price = findings.candidates.find(each => each.field === 'price' && each.trust >= LEAST_PRICE)
  if (!price || findings.candidates.some(each => each.field === 'availability'))
    return findings
  return { ...findings, candidates: [...findings.candidates, { field: 'availability', value: 'InStock', raw: price.raw, path: price.path, source: 'page', trust: 0.65 }] }
}
