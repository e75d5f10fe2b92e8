import type { Availability, ProductDraft, Variant } from '../../contract/product.ts'
import type { DiscoveredProduct } from '../ports.ts'
import type { JsonObject } from './json.ts'
import { cleanHtml, cleanText, minorUnits } from '../normalize/index.ts'
import { absolute, integer, isObject, objects, text } from './json.ts'

/** A product of WooCommerce's Store API; `variations` are the answers of `type=variation` for it. Null when it has no address. */
export function wooProduct(product: JsonObject, variations: JsonObject[]): DiscoveredProduct | null {
  const id = text(product.id)
  const url = text(product.permalink)
  if (id === null || url === null || !URL.canParse(url))
    return null
  const variants = toVariants(product, variations, url)
  return { key: `woo:${id}`, url, draft: { ...describe(product, url), ...offer(product), variants }, lastModified: null }
}

function describe(product: JsonObject, url: string): Partial<ProductDraft> {
  const name = text(product.name)
  const description = text(product.description) ?? text(product.short_description)
  const brand = text(objects(product.brands)[0]?.name)
  const reviews = integer(product.review_count)
  const rating = Number(text(product.average_rating) ?? Number.NaN)
  return {
    name: name && cleanText(name),
    brand: brand && cleanText(brand),
    description: description && (cleanHtml(description) || null),
    sku: text(product.sku),
    category: objects(product.categories).flatMap(category => text(category.name) ?? []).map(cleanText),
    images: objects(product.images).flatMap(image => absolute(image.src, url) ?? []),
    attributes: attributes(product),
    ...(reviews !== null && reviews > 0 && rating > 0 ? { rating, ratingBest: 5, reviewCount: reviews } : {}),
  }
}

function attributes(product: JsonObject): Record<string, string> {
  const entries = objects(product.attributes).flatMap((attribute) => {
    const name = text(attribute.name)
    const values = objects(attribute.terms).flatMap(term => text(term.name) ?? [])
    return name === null || values.length === 0 ? [] : [[cleanText(name), values.map(cleanText).join(', ')] as const]
  })
  return Object.fromEntries(entries)
}

function offer(product: JsonObject): Pick<ProductDraft, 'priceMinor' | 'listPriceMinor' | 'currency' | 'availability'> {
  const prices = isObject(product.prices) ? product.prices : {}
  const currency = currencyOf(prices)
  const price = amount(prices.price, prices, currency)
  const regular = amount(prices.regular_price, prices, currency)
  const priced = currency !== null && price !== null
  return {
    priceMinor: priced ? price : null,
    listPriceMinor: priced && regular !== null && regular > price ? regular : null,
    currency: priced ? currency : null,
    availability: availability(product),
  }
}

function availability(product: JsonObject): Availability | null {
  if (product.is_on_backorder === true)
    return 'BackOrder'
  return typeof product.is_in_stock === 'boolean' ? (product.is_in_stock ? 'InStock' : 'OutOfStock') : null
}

/** Full variations where they could be asked for, else what the product says of them: id and options. */
function toVariants(product: JsonObject, variations: JsonObject[], url: string): Variant[] {
  const listed = objects(product.variations)
  return listed.flatMap((entry) => {
    const id = text(entry.id)
    if (id === null)
      return []
    const full = variations.find(variation => text(variation.id) === id)
    const options = objects(entry.attributes).flatMap((attribute) => {
      const name = text(attribute.name)
      const value = text(attribute.value)
      return name === null || value === null ? [] : [[cleanText(name), cleanText(value)] as const]
    })
    return [{
      key: `woo:${id}`,
      name: options.length > 0 ? options.map(([, value]) => value).join(' / ') : null,
      sku: full ? text(full.sku) : null,
      gtin: null,
      ...(full ? offer(full) : { priceMinor: null, listPriceMinor: null, currency: null, availability: null }),
      options: Object.fromEntries(options),
      image: full ? absolute(objects(full.images)[0]?.src, url) : null,
      url: full ? absolute(full.permalink, url) : null,
    }]
  })
}

function currencyOf(prices: JsonObject): string | null {
  const code = text(prices.currency_code)
  return code !== null && /^[A-Z]{3}$/.test(code) ? code : null
}

/**
 * An amount in the minor unit that the shop shows (`currency_minor_unit`: 3 for "18000" = 18.000) in the minor unit of
 * ISO 4217. Null when it would not come out even: then one of the two is wrong.
 */
export function amount(value: unknown, prices: JsonObject, currency: string | null): number | null {
  const shown = integer(value)
  const places = integer(prices.currency_minor_unit) ?? 2
  if (shown === null || currency === null || places > 8)
    return null
  const shift = minorUnits(currency) - places
  const minor = shift >= 0 ? shown * 10 ** shift : shown / 10 ** -shift
  return Number.isSafeInteger(minor) ? minor : null
}
