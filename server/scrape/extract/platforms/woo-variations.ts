import type { Variant } from '../../../contract/product.ts'
import type { Findings } from '../candidate.ts'
import type { Page } from '../page.ts'
import type { JsonObject } from '../relaxed-json.ts'
import type { StateValue } from '../state/literals.ts'
import { productGtin } from '../../normalize/gtin.ts'
import { toMinor } from '../../normalize/minor.ts'
import { cleanText } from '../../normalize/text.ts'
import { noFindings } from '../candidate.ts'
import { isIdentifier } from '../identifier.ts'
import { absoluteUrl } from '../page.ts'
import { isObject } from '../relaxed-json.ts'
import { plainDecimal } from '../schema-offer.ts'

/** WooCommerce's variations form (`data-product_variations`): price, stock and options of every variation, amounts as shown. */
export function wooFindings(values: StateValue[], page: Page, currency: string | null): Findings {
  const findings = noFindings()
  const form = values.find(({ path, value }) => path.includes('data-product_variations') && Array.isArray(value))
  const variations = form && Array.isArray(form.value) ? form.value.filter(isObject).slice(0, 2000) : []
  if (!form || variations.length === 0)
    return findings
  const amounts = variations.flatMap(variation => amountOf(variation.display_price) ?? [])
  const lowest = amounts.sort((a, b) => Number(a) - Number(b))[0]
  if (lowest !== undefined)
    findings.candidates.push({ field: 'price', value: lowest, raw: lowest, path: `${form.path}[].display_price`, source: 'woocommerce', trust: amounts.every(amount => amount === lowest) ? 0.93 : 0.75 })
  const stocks = variations.filter(variation => typeof variation.is_in_stock === 'boolean')
  if (stocks.length > 0) {
    const some = stocks.some(variation => variation.is_in_stock === true)
    findings.candidates.push({ field: 'availability', value: some ? 'InStock' : 'OutOfStock', raw: String(some), path: `${form.path}[].is_in_stock`, source: 'woocommerce', trust: 0.93 })
  }
  findings.variants.push({ value: variations.map((variation, index) => toVariant(variation, index, currency, page)), raw: '', path: form.path, source: 'woocommerce' })
  return findings
}

function toVariant(variation: JsonObject, index: number, currency: string | null, page: Page): Variant {
  const price = amountOf(variation.display_price)
  const before = amountOf(variation.display_regular_price)
  const image = isObject(variation.image) ? variation.image.full_src ?? variation.image.src ?? variation.image.url : null
  const options = isObject(variation.attributes) ? Object.entries(variation.attributes).map(([name, value]) => [name.replace(/^attribute_(?:pa_)?/, ''), cleanText(String(value ?? ''))] as const) : []
  return {
    key: `woo:${String(variation.variation_id ?? index)}`,
    name: null,
    sku: typeof variation.sku === 'string' && isIdentifier(variation.sku) ? variation.sku : null,
    gtin: productGtin(typeof variation.global_unique_id === 'string' ? variation.global_unique_id : null),
    priceMinor: price === null ? null : toMinor(price, currency),
    listPriceMinor: before !== null && price !== null && Number(before) > Number(price) ? toMinor(before, currency) : null,
    currency,
    availability: typeof variation.is_in_stock === 'boolean' ? (variation.is_in_stock ? 'InStock' : 'OutOfStock') : null,
    options: Object.fromEntries(options.filter(([, value]) => value !== '')),
    image: typeof image === 'string' ? absoluteUrl(image, page.base) : null,
    url: null,
  }
}

function amountOf(value: unknown): string | null {
  return typeof value === 'number' && value > 0 ? plainDecimal(String(value)) : typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) && Number(value) > 0 ? plainDecimal(value) : null
}
