import type { DiscoveredProduct } from '../ports.ts'
import type { JsonObject } from './json.ts'
import { cleanHtml, cleanText, isCurrency, toMinor } from '../normalize/index.ts'
import { decimal, isObject, text, timestamp } from './json.ts'

/** A product of Spree's Storefront API; null when nothing says where its page is. */
export function spreeProduct({ id: given, attributes }: JsonObject, origin: string): DiscoveredProduct | null {
  const id = text(given)
  const slug = isObject(attributes) ? text(attributes.slug) : null
  if (id === null || slug === null || !isObject(attributes))
    return null
  const name = text(attributes.name)
  const description = text(attributes.description)
  const currency = text(attributes.currency)
  const price = amount(attributes.price, currency)
  const before = amount(attributes.compare_at_price, currency)
  return {
    key: `spree:${id}`,
    url: `${origin}/products/${encodeURIComponent(slug)}`,
    draft: {
      name: name && cleanText(name),
      description: description && (cleanHtml(description) || null),
      sku: text(attributes.sku),
      priceMinor: price,
      listPriceMinor: price !== null && before !== null && before > price ? before : null,
      currency: price === null ? null : currency,
      availability: stockOf(attributes),
    },
    lastModified: timestamp(attributes.updated_at),
  }
}

function amount(value: unknown, currency: string | null): number | null {
  const plain = decimal(value)
  const minor = plain === null || currency === null || !isCurrency(currency) ? null : toMinor(plain, currency)
  return minor === 0 ? null : minor
}

function stockOf({ in_stock: inStock, backorderable }: JsonObject): 'InStock' | 'BackOrder' | 'OutOfStock' | null {
  if (typeof inStock !== 'boolean')
    return null
  return inStock ? 'InStock' : backorderable === true ? 'BackOrder' : 'OutOfStock'
}
