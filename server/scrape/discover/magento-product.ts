import type { DiscoveredProduct } from '../ports.ts'
import type { JsonObject } from './json.ts'
import { cleanHtml, cleanText, isCurrency, toMinor } from '../normalize/index.ts'
import { absolute, decimal, isObject, objects, text } from './json.ts'

/** A product of Magento's GraphQL; null when nothing says where its page is. */
export function magentoProduct(item: JsonObject, origin: string): DiscoveredProduct | null {
  const id = text(item.id) ?? text(item.sku)
  const address = text(item.canonical_url) ?? addressOf(item)
  const url = address === null ? null : absolute(address, `${origin}/`)
  if (id === null || url === null)
    return null
  const name = text(item.name)
  const description = isObject(item.description) ? text(item.description.html) : null
  const images = [item.image, ...objects(item.media_gallery)].flatMap(image => isObject(image) ? absolute(image.url, url) ?? [] : [])
  return {
    key: `magento:${id}`,
    url,
    draft: {
      name: name && cleanText(name),
      sku: text(item.sku),
      description: description && (cleanHtml(description) || null),
      images: [...new Set(images)],
      category: objects(item.categories).flatMap(category => text(category.name) ?? []).map(cleanText),
      availability: item.stock_status === 'IN_STOCK' ? 'InStock' : item.stock_status === 'OUT_OF_STOCK' ? 'OutOfStock' : null,
      ...prices(item),
    },
    lastModified: null,
  }
}

function addressOf(item: JsonObject): string | null {
  const key = text(item.url_key)
  return key === null ? null : `/${key}${text(item.url_suffix) ?? ''}`
}

function prices(item: JsonObject): { priceMinor: number | null, listPriceMinor: number | null, currency: string | null } {
  const range = isObject(item.price_range) && isObject(item.price_range.minimum_price) ? item.price_range.minimum_price : {}
  const final = money(range.final_price)
  const regular = money(range.regular_price)
  const isReduced = final !== null && regular !== null && regular.currency === final.currency && regular.minor > final.minor
  return { priceMinor: final?.minor ?? null, listPriceMinor: isReduced ? regular.minor : null, currency: final?.currency ?? null }
}

function money(value: unknown): { minor: number, currency: string } | null {
  if (!isObject(value))
    return null
  const currency = text(value.currency)
  const amount = decimal(value.value)
  const minor = currency !== null && isCurrency(currency) && amount !== null ? toMinor(amount, currency) : null
  return minor === null || currency === null ? null : { minor, currency }
}
