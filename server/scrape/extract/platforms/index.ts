import type { Element } from 'domhandler'
import type { Candidate, Findings } from '../candidate.ts'
import type { Page } from '../page.ts'
import type { StateValue } from '../state/literals.ts'
import { joinFindings, noFindings } from '../candidate.ts'
import { ruleFindings } from '../recipe.ts'
import { platforms } from './platforms.ts'
import { isShopify, shopifyFindings } from './shopify.ts'
import { wooFindings } from './woo-variations.ts'

/**
 * What the shop system that made the page says in its own ways: built-in recipes, and the JSON of Shopify and WooCommerce.
 * Themes use the same classes on the cards of other products, which `isOwn` tells from the page's own.
 */
export function platformFindings(page: Page, values: StateValue[], cheap: Findings, isOwn: (element: Element) => boolean): Findings {
  const source = page.html.length > 2_000_000 ? page.html.slice(0, 2_000_000) : page.html
  const known = platforms.filter(platform => platform.marker.test(source))
  const found = known.map(platform => ruleFindings(platform.fields, page, 'platform', isOwn))
  const currency = cheap.candidates.find(each => each.field === 'currency')?.value ?? null
  return joinFindings([
    withoutRepeats(joinFindings(found)),
    isShopify(page) ? shopifyFindings(values, page) : noFindings(),
    wooFindings(values, page, currency),
  ])
}

/** A page can carry the marks of two systems; one word of theirs for each field is enough. */
function withoutRepeats(findings: Findings): Findings {
  const seen = new Map<string, Candidate>()
  for (const candidate of findings.candidates)
    seen.set(candidate.field, seen.get(candidate.field) ?? candidate)
  return { ...findings, candidates: [...seen.values()] }
}
