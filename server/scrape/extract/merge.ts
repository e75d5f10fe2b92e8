import type { Evidence, ProductDraft, Variant } from '../../contract/product.ts'
import type { ProductField } from '../../contract/recipe.ts'
import type { Candidate, Findings, ListFinding, ScalarField } from './candidate.ts'
import { Availability, Condition } from '../../contract/product.ts'
import { toMinor } from '../normalize/minor.ts'
import { sources } from './candidate.ts'
import { safeguard } from './safeguard.ts'

export interface Merged {
  draft: ProductDraft
  evidence: Partial<Record<ProductField, Evidence>>
}

interface Group {
  best: Candidate
  members: Candidate[]
  odds: number
}

/** Below this chance a value is left out: an empty field is better than a wrong one. */
const LEAST: Readonly<Partial<Record<ScalarField, number>>> = { price: 0.5, listPrice: 0.45, currency: 0.45, brand: 0.45, sku: 0.35, gtin: 0.5, mpn: 0.5 }
const rank = (candidate: Candidate) => sources.indexOf(candidate.source)

/**
 * Merges field by field. Values that are the same but for notation form a group; the odds of a group are the product of the
 * odds of its independent sources, so agreement raises the confidence, and each rival group takes its share away, so
 * conflict lowers it. Between equals the order of `sources` decides.
 */
export function mergeFindings(findings: Findings): Merged {
  const evidence: Merged['evidence'] = {}
  const candidates = safeguard(findings.candidates)
  const pick = (field: ScalarField): string | null => {
    const choice = decide(candidates.filter(each => each.field === field), LEAST[field] ?? 0.3)
    if (choice && field !== 'ratingBest')
      evidence[field] = choice.evidence
    return choice?.value ?? null
  }
  const list = <T>(field: 'images' | 'category', all: ListFinding<T>[]): T | null => {
    const best = [...all].sort((a, b) => sources.indexOf(a.source) - sources.indexOf(b.source))[0]
    if (best)
      evidence[field] = { source: best.source, path: best.path, raw: best.raw.slice(0, 2000), confidence: best.source === 'text' ? 0.8 : 0.9, others: [] }
    return best?.value ?? null
  }
  const currency = pick('currency')
  const number = (text: string | null) => (text === null ? null : Number(text))
  const minor = (text: string | null) => (text === null ? null : toMinor(text, currency))
  const price = minor(pick('price'))
  const listPrice = minor(pick('listPrice'))
  const hasListPrice = listPrice !== null && price !== null && listPrice > price
  if (!hasListPrice)
    delete evidence.listPrice
  const reviewCount = number(pick('reviewCount'))
  pick('url')
  const draft: ProductDraft = {
    name: pick('name'),
    brand: pick('brand'),
    description: pick('description'),
    priceMinor: price,
    listPriceMinor: hasListPrice ? listPrice : null,
    currency,
    availability: Availability.safeParse(pick('availability')).data ?? null,
    sku: pick('sku'),
    mpn: pick('mpn'),
    gtin: pick('gtin'),
    condition: Condition.safeParse(pick('condition')).data ?? null,
    images: list('images', findings.images)?.slice(0, 100) ?? [],
    category: list('category', findings.category)?.slice(0, 50) ?? [],
    rating: number(pick('rating')),
    ratingBest: number(pick('ratingBest')),
    reviewCount: reviewCount !== null && Number.isSafeInteger(reviewCount) ? reviewCount : null,
    attributes: attributesOf(findings.attributes),
    variants: variantsOf(findings.variants),
    language: pick('language'),
  }
  return { draft, evidence }
}

/** Attributes of all sources; of two values for one name the better source's. */
function attributesOf(all: ListFinding<Record<string, string>>[]): Record<string, string> {
  const worstFirst = [...all].sort((a, b) => sources.indexOf(b.source) - sources.indexOf(a.source))
  return Object.fromEntries(Object.entries(Object.assign({}, ...worstFirst.map(each => each.value)) as Record<string, string>).slice(0, 200))
}

function variantsOf(all: ListFinding<Variant[]>[]): Variant[] {
  const best = [...all].sort((a, b) => sources.indexOf(a.source) - sources.indexOf(b.source) || b.value.length - a.value.length)[0]
  return best?.value.slice(0, 2000) ?? []
}

/** A button to buy is no word against goods that are made, or sent, later: both can be ordered. */
const SAME_STOCK: Readonly<Record<string, string>> = { PreOrder: 'InStock', BackOrder: 'InStock', MadeToOrder: 'InStock', PreSale: 'InStock', LimitedAvailability: 'InStock', OnlineOnly: 'InStock', InStoreOnly: 'InStock', SoldOut: 'OutOfStock', Discontinued: 'OutOfStock' }
const asIs = (value: string) => value
const KEYS: Readonly<Partial<Record<ScalarField, (value: string) => string>>> = {
  price: asIs,
  listPrice: asIs,
  currency: asIs,
  url: asIs,
  availability: value => SAME_STOCK[value] ?? value,
  description: value => value.slice(0, 60).toLowerCase(),
  gtin: value => value.padStart(14, '0'),
}

/** Whether two values say the same: `904.230.19` and `90423019` do, `InStock` and `LimitedAvailability` nearly. */
function sameness(field: ScalarField, value: string): string {
  return KEYS[field]?.(value) ?? (value.toLowerCase().normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '') || value)
}

export interface Decision {
  value: string
  evidence: Evidence
}

/** The likeliest of the values given for one field, or null when none is likelier than `least`. A number is written as visitors see it. */
export function decide(candidates: Candidate[], least: number): Decision | null {
  const groups = new Map<string, Group>()
  for (const candidate of [...candidates].sort((a, b) => rank(a) - rank(b) || b.trust - a.trust)) {
    const key = sameness(candidate.field, candidate.value)
    const group = groups.get(key)
    if (group)
      group.members.push(candidate)
    else
      groups.set(key, { best: candidate, members: [candidate], odds: 1 })
  }
  for (const group of groups.values())
    group.odds = oddsOf(group.members)
  const ordered = [...groups.values()].sort((a, b) => b.odds - a.odds || rank(a.best) - rank(b.best))
  const winner = ordered[0]
  if (!winner)
    return null
  const confidence = Math.min(0.999, winner.odds / (1 + ordered.reduce((sum, group) => sum + group.odds, 0)))
  if (confidence < least)
    return null
  const shown = winner.best.field === 'sku' ? winner.members.find(each => each.source === 'text' && each.path !== null) : undefined
  const { source, path, raw, value } = shown ?? winner.best
  const others = [...winner.members.filter(each => each !== (shown ?? winner.best)), ...ordered.slice(1).flatMap(group => group.members)].slice(0, 20)
    .map(each => ({ source: each.source, raw: each.raw.slice(0, 500), value: each.value.slice(0, 500) }))
  return { value, evidence: { source, path, raw: raw.slice(0, 2000), confidence: Math.round(confidence * 1000) / 1000, others } }
}

/**
 * Only the strongest word of each source counts: one script repeated ten times is one witness. A second source can only add
 * to the odds; for numbers it adds less, because a shop's markup and scripts are written from the same record.
 */
function oddsOf(members: Candidate[]): number {
  const bySource = new Map<string, number>()
  for (const { source, trust } of members)
    bySource.set(source, Math.max(bySource.get(source) ?? 0, Math.min(trust, 0.995)))
  const [first = 0, ...rest] = [...bySource.values()].map(trust => trust / (1 - trust)).sort((a, b) => b - a)
  const weight = members[0]?.field === 'sku' ? 0.5 : 1
  return rest.reduce((odds, other) => odds * Math.max(1, other) ** weight, first)
}
