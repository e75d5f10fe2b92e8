import type { ProductDraft, Variant } from '../../contract/product.ts'
import type { DiscoveredProduct } from '../ports.ts'
import type { JsonObject } from './json.ts'
import { cleanHtml, cleanText, toMinor } from '../normalize/index.ts'
import { absolute, decimal, objects, text, timestamp } from './json.ts'

/** A product of Shopify's `products.json` with all its variants; null when it has no handle. Without a currency there is no price: its minor unit is unknown. */
export function shopifyProduct(product: JsonObject, root: string, currency: string | null): DiscoveredProduct | null {
  const id = text(product.id)
  const handle = text(product.handle)
  if (id === null || handle === null)
    return null
  const url = `${root}/products/${encodeURIComponent(handle)}`
  const images = objects(product.images)
  const optionNames = objects(product.options).map(option => text(option.name) ?? '')
  const variants = objects(product.variants).flatMap(variant => toVariant(variant, { url, currency, optionNames, images }) ?? [])
  return {
    key: `shopify:${id}`,
    url,
    draft: { ...describe(product, images, url), ...offer(variants, currency), variants: variants.length > 1 ? variants : [] },
    lastModified: timestamp(product.updated_at),
  }
}

function describe(product: JsonObject, images: JsonObject[], url: string): Partial<ProductDraft> {
  const title = text(product.title)
  const vendor = text(product.vendor)
  const body = text(product.body_html)
  const type = text(product.product_type)
  return {
    name: title && cleanText(title),
    brand: vendor && cleanText(vendor),
    description: body && (cleanHtml(body) || null),
    category: type ? [cleanText(type)] : [],
    images: images.flatMap(image => absolute(image.src, url) ?? []),
  }
}

/** The product's own offer: the cheapest variant that can be bought, else the cheapest of all. */
function offer(variants: Variant[], currency: string | null): Partial<ProductDraft> {
  const inStock = variants.filter(variant => variant.availability === 'InStock')
  const candidates = (inStock.length > 0 ? inStock : variants).filter(variant => variant.priceMinor !== null)
  const best = candidates.toSorted((a, b) => a.priceMinor! - b.priceMinor!)[0]
  const isKnown = variants.some(variant => variant.availability !== null)
  return {
    priceMinor: best?.priceMinor ?? null,
    listPriceMinor: best?.listPriceMinor ?? null,
    currency: best ? currency : null,
    availability: inStock.length > 0 ? 'InStock' : isKnown ? 'OutOfStock' : null,
    sku: variants.length === 1 ? variants[0]!.sku : null,
    gtin: variants.length === 1 ? variants[0]!.gtin : null,
  }
}

interface VariantContext { url: string, currency: string | null, optionNames: string[], images: JsonObject[] }

function toVariant(variant: JsonObject, { url, currency, optionNames, images }: VariantContext): Variant | null {
  const id = text(variant.id)
  if (id === null)
    return null
  const price = currency === null ? null : minor(variant.price, currency)
  const listPrice = currency === null ? null : minor(variant.compare_at_price, currency)
  const title = text(variant.title)
  const image = objects([variant.featured_image])[0] ?? images.find(candidate => Array.isArray(candidate.variant_ids) && candidate.variant_ids.includes(variant.id))
  return {
    key: `shopify:${id}`,
    name: title === 'Default Title' ? null : title && cleanText(title),
    sku: text(variant.sku),
    gtin: null,
    priceMinor: price,
    listPriceMinor: listPrice !== null && price !== null && listPrice > price ? listPrice : null,
    currency: price === null ? null : currency,
    availability: typeof variant.available === 'boolean' ? (variant.available ? 'InStock' : 'OutOfStock') : null,
    options: options(variant, optionNames),
    image: image ? absolute(image.src, url) : null,
    url: `${url}?variant=${encodeURIComponent(id)}`,
  }
}

function options(variant: JsonObject, names: string[]): Record<string, string> {
  const entries = names.flatMap((name, index) => {
    const value = text(variant[`option${index + 1}`])
    return name === '' || value === null || value === 'Default Title' ? [] : [[name, cleanText(value)] as const]
  })
  return Object.fromEntries(entries)
}

function minor(value: unknown, currency: string): number | null {
  const amount = decimal(value)
  return amount === null ? null : toMinor(amount, currency)
}
