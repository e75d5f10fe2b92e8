import type { Element } from 'domhandler'
import type { Candidate, Findings, ScalarField, Source } from '../candidate.ts'
import type { Page } from '../page.ts'
import type { Found, Role } from './keys.ts'
import type { StateValue } from './literals.ts'
import type { StateProduct } from './products.ts'
import { parseAvailability } from '../../normalize/availability.ts'
import { brandName } from '../../normalize/brand.ts'
import { productGtin } from '../../normalize/gtin.ts'
import { cleanText } from '../../normalize/text.ts'
import { noFindings } from '../candidate.ts'
import { isIdentifier } from '../identifier.ts'
import { asPrinted } from '../identity.ts'
import { isShopify } from '../platforms/shopify.ts'
import { trustOf } from '../trust.ts'
import { attributeBags } from './attribute-bags.ts'
import { scalarOf } from './keys.ts'
import { literalsOf } from './literals.ts'
import { stateProducts } from './products.ts'
import { currencyIn, statePrice } from './state-price.ts'
import { streamedValues } from './streams.ts'

const MAX_PRODUCTS = 12

/** Everything in scripts and attributes that can be read as data. */
export function stateValues(page: Page, isOwn: (element: Element) => boolean): StateValue[] {
  return [...literalsOf(page.scan.scripts), ...streamedValues(page.scan.scripts), ...attributeBags(page.document(), isOwn)]
}

/** What the data in scripts and attributes says of the page's product: application state, and what is sent to analytics. */
export function stateFindings(page: Page, values: StateValue[]): Findings {
  const findings = noFindings()
  for (const product of stateProducts(values, page).slice(0, MAX_PRODUCTS))
    findings.candidates.push(...candidatesOf(product, page))
  findings.candidates = doubtVariants(findings.candidates)
  return findings
}

/** The same place of a list giving many values speaks of variants, none of which is the product's own. */
function doubtVariants(candidates: Candidate[]): Candidate[] {
  const placeOf = (candidate: Candidate) => `${candidate.field} ${(candidate.path ?? '').replace(/@\d+/g, '').replace(/\[\d+\]/g, '[]')}`
  const values = new Map<string, Set<string>>()
  for (const candidate of candidates)
    values.set(placeOf(candidate), (values.get(placeOf(candidate)) ?? new Set()).add(candidate.value))
  return candidates.map(candidate => ((values.get(placeOf(candidate))?.size ?? 1) > 1 && (candidate.field === 'sku' || candidate.field === 'gtin' || candidate.field === 'mpn') ? { ...candidate, trust: candidate.trust * 0.4 } : candidate))
}

function candidatesOf(product: StateProduct, page: Page): Candidate[] {
  const source: Source = product.isAnalytics ? 'data-layer' : 'state'
  const candidates: Candidate[] = []
  const push = (field: ScalarField, value: string | null, raw: string, path: string, factor = 1) => {
    if (value !== null && value !== '')
      candidates.push({ field, value, raw: raw.slice(0, 2000), path, source, trust: trustOf(source, field) * product.certainty * factor })
  }
  const each = (role: Role, read: (text: string, found: Found) => [ScalarField, string | null, number?]) => {
    for (const found of product.roles.get(role) ?? []) {
      const text = scalarOf(found.value)
      const [field, value, factor] = text === null ? [role as ScalarField, null] : read(text, found)
      if (text !== null && value !== null) {
        push(field, value, text, found.path, factor)
        return
      }
    }
  }
  each('name', text => ['name', cleanText(text)])
  each('brand', text => ['brand', text.length <= 60 && /\p{L}/u.test(text) ? asPrinted(brandName(text), page.identity) : null])
  each('sku', text => ['sku', identifier(text), 0.9])
  if (!candidates.some(candidate => candidate.field === 'sku'))
    each('id', text => ['sku', identifier(text), 0.8])
  each('mpn', text => ['mpn', identifier(text), 0.9])
  each('gtin', text => ['gtin', productGtin(text)])
  each('stock', text => ['availability', parseAvailability(text), 0.93])
  each('gone', text => ['availability', /^(?:true|1|yes)$/i.test(text) ? 'OutOfStock' : /^(?:false|0|no)$/i.test(text) ? 'InStock' : null, 0.93])
  pushPrices(product, page, push)
  return candidates
}

function pushPrices(product: StateProduct, page: Page, push: (field: ScalarField, value: string | null, raw: string, path: string, factor?: number) => void): void {
  const price = (product.roles.get('price') ?? []).map(found => statePrice(found, page)).find(each => each !== null)
  const list = (product.roles.get('listPrice') ?? []).map(found => statePrice(found, page)).find(each => each !== null)
  if (price)
    push('price', price.amount, price.raw, price.path, price.whole ? (isShopify(page) ? 0.5 : 0.92) : 1)
  else if (list)
    push('price', list.amount, list.raw, list.path, 0.7)
  if (price && list && Number(list.amount) > Number(price.amount))
    push('listPrice', list.amount, list.raw, list.path)
  const currency = price?.currency ?? currencyIn(product.object, page)
  if (currency)
    push('currency', currency, currency, product.path)
}

function identifier(text: string): string | null {
  const value = cleanText(text)
  return isIdentifier(value) ? value : null
}
