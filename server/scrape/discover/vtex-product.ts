import type { ProductDraft } from '../../contract/product.ts'
import type { DiscoveredProduct } from '../ports.ts'
import type { JsonObject } from './json.ts'
import { cleanHtml, cleanText, toMinor } from '../normalize/index.ts'
import { absolute, decimal, isObject, objects, text } from './json.ts'

/** A product of VTEX's catalogue search; null when nothing says where its page is. Without a currency there is no price: the API names none. */
export function vtexProduct(product: JsonObject, origin: string, currency: string | null): DiscoveredProduct | null {
  const id = text(product.productId)
  const handle = text(product.linkText)
  if (id === null || handle === null)
    return null
  const url = `${origin}/${encodeURIComponent(handle)}/p`
  const name = text(product.productName)
  const brand = text(product.brand)
  const description = text(product.description)
  const categories: unknown[] = Array.isArray(product.categories) ? product.categories : []
  const items = objects(product.items)
  const images = items.flatMap(item => objects(item.images)).flatMap(image => absolute(image.imageUrl, url) ?? [])
  return {
    key: `vtex:${id}`,
    url,
    draft: {
      name: name && cleanText(name),
      brand: brand && cleanText(brand),
      description: description && (cleanHtml(description) || null),
      // The deepest category comes first: "/Home/Kitchen/Pots/".
      category: (text(categories[0]) ?? '').split('/').filter(part => part !== '').map(cleanText),
      images: [...new Set(images)],
      sku: items.length === 1 ? text(items[0]!.itemId) : null,
      ...offer(items, currency),
    },
    lastModified: null,
  }
}

/** The cheapest offer that can be bought; VTEX writes a price of 0 beside what is sold out. */
function offer(items: JsonObject[], currency: string | null): Partial<ProductDraft> {
  const offers = items.flatMap(item => objects(item.sellers)).map(seller => seller.commertialOffer).filter(isObject)
  const open = offers.filter(each => typeof each.AvailableQuantity === 'number' && each.AvailableQuantity > 0)
  const availability = open.length > 0 ? 'InStock' : offers.length > 0 ? 'OutOfStock' : null
  const [best] = open.flatMap(each => amount(each.Price, currency) === null ? [] : [{ price: amount(each.Price, currency)!, list: amount(each.ListPrice, currency) }]).toSorted((a, b) => a.price - b.price)
  if (best === undefined)
    return { availability }
  return { availability, currency, priceMinor: best.price, listPriceMinor: best.list !== null && best.list > best.price ? best.list : null }
}

function amount(value: unknown, currency: string | null): number | null {
  const plain = decimal(value)
  const minor = plain === null || currency === null ? null : toMinor(plain, currency)
  return minor === 0 ? null : minor
}
