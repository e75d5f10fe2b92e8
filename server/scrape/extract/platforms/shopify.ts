import type { Variant } from '../../../contract/product.ts'
import type { Candidate, Findings, ScalarField } from '../candidate.ts'
import type { Page } from '../page.ts'
import type { Json, JsonObject } from '../relaxed-json.ts'
import type { StateValue } from '../state/literals.ts'
import { isCurrency } from '../../normalize/currency-codes.ts'
import { productGtin } from '../../normalize/gtin.ts'
import { toMinor } from '../../normalize/minor.ts'
import { noFindings } from '../candidate.ts'
import { isIdentifier } from '../identifier.ts'
import { nameMatch } from '../identity.ts'
import { absoluteUrl } from '../page.ts'
import { isObject } from '../relaxed-json.ts'
import { plainDecimal } from '../schema-offer.ts'
import { trustOf } from '../trust.ts'

const ACTIVE_CURRENCY = /Shopify\.currency\s*=\s*\{\s*"active"\s*:\s*"([A-Z]{3})"|ShopifyAnalytics\.meta\.currency\s*=\s*'([A-Z]{3})'/
const MAX_DEPTH = 6

interface ShopifyProduct {
  object: JsonObject
  variants: JsonObject[]
  path: string
}

export const isShopify = (page: Page): boolean => /cdn\.shopify\.com|\/cdn\/shop\/|Shopify\.shop\b/.test(page.html.slice(0, 400_000))

/**
 * A Shopify theme's product JSON and what ShopifyAnalytics keeps: vendor, numbers, stock and prices per variant. Whole
 * numbers are hundredths there, whatever the currency; texts are plain decimals.
 */
export function shopifyFindings(values: StateValue[], page: Page): Findings {
  const findings = noFindings()
  const products = values.flatMap(({ value, path }) => find(value, path, 0)).filter(product => isThisPage(product, page))
  const code = ACTIVE_CURRENCY.exec(page.html)
  const currency = code?.[1] ?? code?.[2] ?? null
  for (const product of products.slice(0, 4))
    findings.candidates.push(...describe(product, page))
  if (products.length > 0 && currency && isCurrency(currency))
    findings.candidates.push({ field: 'currency', value: currency, raw: currency, path: 'Shopify.currency.active', source: 'shopify', trust: 0.95 })
  const fullest = products.sort((a, b) => Object.keys(b.variants[0] ?? {}).length - Object.keys(a.variants[0] ?? {}).length)[0]
  if (fullest && fullest.variants.length > 1)
    findings.variants.push({ value: fullest.variants.map(variant => toVariant(variant, fullest.object, currency, page)), raw: '', path: fullest.path, source: 'shopify' })
  return findings
}

function find(value: Json, path: string, depth: number): ShopifyProduct[] {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null)
    return []
  if (Array.isArray(value))
    return value.slice(0, 50).flatMap((each, index) => find(each, `${path}[${index}]`, depth + 1))
  const variants = Array.isArray(value.variants) ? value.variants.filter(isObject) : []
  const first = variants[0]
  if (first && 'price' in first && ('vendor' in value || 'handle' in value) && ('option1' in first || 'public_title' in first || 'sku' in first))
    return [{ object: value, variants, path }]
  return Object.entries(value).slice(0, 200).flatMap(([key, child]) => find(child, `${path}.${key}`, depth + 1))
}

function isThisPage({ object, variants }: ShopifyProduct, page: Page): boolean {
  const handle = typeof object.handle === 'string' ? object.handle : null
  if (handle !== null)
    return decodeURI(page.identity.url).includes(`/products/${handle}`)
  const name = typeof object.title === 'string' ? object.title : typeof variants[0]?.name === 'string' ? variants[0].name : ''
  return nameMatch(name.split(' - ')[0] ?? name, page.identity) >= 0.7
}

function decodeURI(url: string): string {
  try {
    return decodeURIComponent(url)
  }
  catch {
    return url
  }
}

function describe({ object, variants, path }: ShopifyProduct, page: Page): Candidate[] {
  const candidates: Candidate[] = []
  const push = (field: ScalarField, value: string | null, raw: Json | undefined, at: string, factor = 1) => {
    if (value !== null && value !== '' && raw !== undefined && raw !== null)
      candidates.push({ field, value, raw: String(raw).slice(0, 2000), path: `${path}.${at}`, source: 'shopify', trust: trustOf('shopify', field) * factor })
  }
  const wanted = URL.canParse(page.url) ? new URL(page.url).searchParams.get('variant') : null
  const named = variants.find(variant => wanted !== null && String(variant.id) === wanted)
  const chosen = named ?? variants.find(variant => variant.available === true) ?? variants[0]
  if (!chosen)
    return []
  const index = variants.indexOf(chosen)
  const text = (value: Json | undefined) => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : null)
  const one = variants.length === 1 || named !== undefined
  const amount = money(chosen.price)
  push('name', text(object.title), object.title, 'title')
  push('brand', text(object.vendor), object.vendor, 'vendor', 0.93)
  push('price', amount, chosen.price, `variants[${index}].price`, named || variants.every(variant => money(variant.price) === amount) ? 1 : 0.85)
  const before = money(chosen.compare_at_price)
  if (before && amount && Number(before) > Number(amount))
    push('listPrice', before, chosen.compare_at_price, `variants[${index}].compare_at_price`)
  const stock = named ? named.available : variants.some(variant => variant.available === true) ? true : chosen.available
  if (typeof stock === 'boolean')
    push('availability', stock ? 'InStock' : 'OutOfStock', stock, 'available')
  const sku = text(chosen.sku)
  push('sku', sku && isIdentifier(sku) ? sku : null, chosen.sku, `variants[${index}].sku`, one ? 1 : 0.8)
  push('gtin', one ? productGtin(text(chosen.barcode)) : null, chosen.barcode, `variants[${index}].barcode`)
  return candidates
}

/** 1999 is 19.99; "19.99" is itself. */
function money(value: Json | undefined): string | null {
  if (typeof value === 'number' && Number.isInteger(value) && value > 0)
    return plainDecimal((value / 100).toFixed(2))
  if (typeof value === 'string' && /^\d+\.\d{2}$/.test(value))
    return plainDecimal(value)
  if (isObject(value) && (typeof value.amount === 'number' || typeof value.amount === 'string') && /^\d+(?:\.\d+)?$/.test(String(value.amount)))
    return plainDecimal(String(value.amount))
  return null
}

function toVariant(variant: JsonObject, product: JsonObject, currency: string | null, page: Page): Variant {
  const price = money(variant.price)
  const before = money(variant.compare_at_price)
  const names = Array.isArray(product.options) ? product.options.map((option, index) => (typeof option === 'string' ? option : isObject(option) && typeof option.name === 'string' ? option.name : `option${index + 1}`)) : []
  const options = Object.fromEntries(['option1', 'option2', 'option3'].flatMap((key, index) => (typeof variant[key] === 'string' ? [[names[index] ?? key, variant[key]]] : [])))
  const image = isObject(variant.featured_image) && typeof variant.featured_image.src === 'string' ? variant.featured_image.src : null
  return {
    key: `shopify:${String(variant.id ?? variant.sku ?? '')}`,
    name: typeof variant.title === 'string' ? variant.title : typeof variant.public_title === 'string' ? variant.public_title : null,
    sku: typeof variant.sku === 'string' && isIdentifier(variant.sku) ? variant.sku : null,
    gtin: productGtin(typeof variant.barcode === 'string' ? variant.barcode : null),
    priceMinor: price === null ? null : toMinor(price, currency),
    listPriceMinor: before === null ? null : toMinor(before, currency),
    currency,
    availability: typeof variant.available === 'boolean' ? (variant.available ? 'InStock' : 'OutOfStock') : null,
    options,
    image: image && absoluteUrl(image, page.base),
    url: variant.id === undefined || variant.id === null ? null : absoluteUrl(`?variant=${String(variant.id)}`, page.canonicalUrl ?? page.url),
  }
}
