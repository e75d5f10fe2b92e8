import type Database from 'better-sqlite3'
import type { LargeBrand } from './fill-brands.ts'
import type { Random } from './random.ts'
import { Buffer } from 'node:buffer'
import { availabilities } from '../../../server/contract/product.ts'
import { inChunks, insertInto } from './insert.ts'
import { idAt, timeText } from './random.ts'

const colours = ['black', 'white', 'blue', 'green', 'red', 'sand', 'schwarz', 'weiß'] as const
const sizes = ['XS', 'S', 'M', 'L', 'XL', 'XXL'] as const

export interface FillProductsOptions { brands: readonly LargeBrand[], random: Random, firstMs: number, lastMs: number, count: number }

/** A catalogue as shops have it: most of it read and in stock, some without a price, few that could not be read. */
export function fillProducts(db: Database.Database, { brands, random, firstMs, lastMs, count }: FillProductsOptions): void {
  const change = insertInto(db, 'ProductChange', ['id', 'productId', 'at', 'field', 'before', 'after'])
  let insert: ReturnType<typeof insertInto> | null = null
  inChunks(db, count, (index) => {
    const brand = brands[random.skewed(brands.length, 2.5)]!
    const row = productRow(brand, random, { index, firstMs: firstMs + Math.floor((lastMs - firstMs) * 0.9 * index / count), lastMs })
    insert ??= insertInto(db, 'Product', Object.keys(row))
    insert(Object.values(row))
    for (let changes = row.changedAt === null ? 0 : 1 + random.skewed(6); changes > 0; changes--)
      change([idAt(lastMs - changes * 86_400_000, index * 8 + changes), row.id, timeText(lastMs - changes * 86_400_000), random.pick(['price', 'availability', 'name']), String(random.below(90_000)), String(random.below(90_000))])
  })
}

function productRow(brand: LargeBrand, random: Random, { index, firstMs, lastMs }: { index: number, firstMs: number, lastMs: number }) {
  const id = idAt(firstMs, index)
  const words = random.words(3 + random.below(4))
  const slug = `${encodeURIComponent(words.replaceAll(' ', '-'))}-${index}`
  const url = `${brand.origin}/products/${slug}`
  const chance = random.next()
  const status = chance < 0.06 ? 'found' : chance < 0.07 ? 'failed' : chance < 0.075 ? 'hidden' : chance < 0.11 ? 'gone' : 'read'
  const isRead = status !== 'found' && status !== 'failed'
  const price = isRead && !random.chance(0.03) ? Math.max(99, Math.round(Math.exp(6 + random.next() * 5) / 100) * 100 - 1) : null
  const name = random.chance(0.01) ? null : words.replace(/^./, letter => letter.toUpperCase())
  const seenMs = status === 'gone' ? lastMs - random.below(90) * 86_400_000 : lastMs - random.below(7 * 86_400_000)
  const isChanged = isRead && random.chance(0.25)
  const images = Array.from({ length: isRead ? 1 + random.below(5) : 0 }, (_, picture) => `${brand.origin}/cdn/files/${slug}-${picture}.jpg`)
  const variants = isRead && random.chance(0.3) ? variantsOf(index, brand, price, random) : []
  return {
    id,
    brandId: brand.id,
    key: `p${index}`,
    url,
    status,
    name,
    brandName: isRead ? brand.name : null,
    description: isRead && !random.chance(0.05) ? `${random.words(20 + random.skewed(120, 2))}.` : null,
    priceMinor: price,
    listPriceMinor: price !== null && random.chance(0.2) ? Math.round(price * 1.25) : null,
    currency: price === null ? null : brand.currency,
    availability: isRead && !random.chance(0.02) ? (random.chance(0.85) ? 'InStock' : random.pick(availabilities)) : null,
    sku: isRead && random.chance(0.8) ? `${brand.name.slice(0, 2).toUpperCase()}-${100_000 + index}` : null,
    gtin: isRead && random.chance(0.4) ? String(4_000_000_000_000 + index * 7) : null,
    images: JSON.stringify(images),
    category: JSON.stringify(isRead ? [random.words(1), random.words(1)] : []),
    attributes: JSON.stringify(isRead ? { Material: random.words(1), Farbe: random.pick(colours) } : {}),
    variants: JSON.stringify(variants),
    variantCount: variants.length,
    evidence: JSON.stringify(isRead ? evidenceOf(words, price) : {}),
    errorCode: status === 'failed' ? 'http-status' : null,
    errorMessage: status === 'failed' ? 'The shop answered with an error (503).' : null,
    contentHash: isRead ? Buffer.from(`content of ${index}`).toString('base64url') : null,
    listedUrl: url,
    firstSeenAt: timeText(firstMs),
    lastSeenAt: timeText(seenMs),
    readAt: isRead ? timeText(seenMs) : null,
    changedAt: isChanged ? timeText(seenMs) : null,
  }
}

function variantsOf(index: number, brand: LargeBrand, price: number | null, random: Random) {
  const colour = random.pick(colours)
  return sizes.slice(0, 2 + random.below(5)).map((size, place) => ({ key: `v${index}-${place}`, name: null, sku: `${100_000 + index}-${size}`, gtin: null, priceMinor: price, listPriceMinor: null, currency: price === null ? null : brand.currency, availability: random.chance(0.8) ? 'InStock' : 'OutOfStock', options: { Colour: colour, Size: size }, image: null, url: null }))
}

function evidenceOf(name: string, price: number | null) {
  const from = (path: string, raw: string) => ({ source: 'json-ld', path, raw, confidence: 0.97, others: [{ source: 'opengraph', raw, value: raw }] })
  return { name: from('Product.name', name), ...price !== null && { price: from('Product.offers[0].price', String(price / 100)), currency: from('Product.offers[0].priceCurrency', 'EUR') }, availability: from('Product.offers[0].availability', 'https://schema.org/InStock') }
}
