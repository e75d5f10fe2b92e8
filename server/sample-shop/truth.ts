import type { Availability } from '../contract/product.ts'
import type { Markup } from './item.ts'
import { sampleBrand, sampleCurrency } from './item.ts'
import { shopProducts } from './product.ts'

/** What a product's page says to whoever reads it well; null where it does not say. */
export interface SampleProduct {
  path: string
  markup: Markup
  name: string
  brand: string
  description: string
  priceMinor: number
  listPriceMinor: number | null
  currency: string
  availability: Availability
  sku: string
  mpn: string | null
  /** Null too where each variant has its own. */
  gtin: string | null
  imagePath: string
  rating: number | null
  reviewCount: number | null
  variants: number
}

/** The truth about every readable product of the sample shop, for comparing field by field. */
export const sampleProducts: readonly SampleProduct[] = shopProducts.map(({ item, markup, path, image, sku, mpn, gtin, priceMinor, listPriceMinor, availability, variants }) => {
  const saysLittle = markup === 'open-graph'
  return {
    path,
    markup,
    name: item.name,
    brand: sampleBrand,
    description: item.description,
    priceMinor,
    listPriceMinor,
    currency: sampleCurrency,
    availability,
    sku,
    mpn: saysLittle ? null : mpn,
    gtin: saysLittle || markup === 'group' ? null : gtin,
    imagePath: image,
    rating: saysLittle ? null : item.rating?.[0] ?? null,
    reviewCount: saysLittle ? null : item.rating?.[1] ?? null,
    variants: variants.length,
  }
})
