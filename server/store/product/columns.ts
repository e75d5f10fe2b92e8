import type { ProductDraft } from '../../contract/product.ts'
import { z } from 'zod'
import { Availability, Condition, Evidence, Variant } from '../../contract/product.ts'
import { ProductField } from '../../contract/recipe.ts'

export const Strings = z.array(z.string())
export const Variants = z.array(Variant)
const Attributes = z.record(z.string(), z.string())
export const EvidenceMap = z.partialRecord(ProductField, Evidence)

/** The columns that hold what a shop says of a product, in the order of the draft's fields. */
export interface DraftColumns {
  name: string | null
  brandName: string | null
  description: string | null
  priceMinor: bigint | null
  listPriceMinor: bigint | null
  currency: string | null
  availability: string | null
  sku: string | null
  mpn: string | null
  gtin: string | null
  condition: string | null
  images: string
  category: string
  rating: number | null
  ratingBest: number | null
  reviewCount: number | null
  attributes: string
  variants: string
  variantCount: number
  language: string | null
}

export const emptyDraft: ProductDraft = Object.freeze({
  name: null,
  brand: null,
  description: null,
  priceMinor: null,
  listPriceMinor: null,
  currency: null,
  availability: null,
  sku: null,
  mpn: null,
  gtin: null,
  condition: null,
  images: [],
  category: [],
  rating: null,
  ratingBest: null,
  reviewCount: null,
  attributes: {},
  variants: [],
  language: null,
})

const big = (value: number | null) => value === null ? null : BigInt(value)
const small = (value: bigint | number | null) => value === null ? null : Number(value)

export function toColumns(draft: ProductDraft): DraftColumns {
  const { brand, images, category, attributes, variants, priceMinor, listPriceMinor, ...rest } = draft
  return {
    ...rest,
    brandName: brand,
    priceMinor: big(priceMinor),
    listPriceMinor: big(listPriceMinor),
    images: JSON.stringify(images),
    category: JSON.stringify(category),
    attributes: JSON.stringify(attributes),
    variants: JSON.stringify(variants),
    variantCount: variants.length,
  }
}

/** Rows from raw SQL carry numbers where Prisma's carry bigints; both are read. */
type Stored = { [Key in keyof DraftColumns]: DraftColumns[Key] extends bigint | null ? bigint | number | null : DraftColumns[Key] }

export function toDraft(row: Stored): ProductDraft {
  return {
    name: row.name,
    brand: row.brandName,
    description: row.description,
    priceMinor: small(row.priceMinor),
    listPriceMinor: small(row.listPriceMinor),
    currency: row.currency,
    availability: row.availability === null ? null : Availability.parse(row.availability),
    sku: row.sku,
    mpn: row.mpn,
    gtin: row.gtin,
    condition: row.condition === null ? null : Condition.parse(row.condition),
    images: Strings.parse(JSON.parse(row.images)),
    category: Strings.parse(JSON.parse(row.category)),
    rating: row.rating,
    ratingBest: row.ratingBest,
    reviewCount: row.reviewCount,
    attributes: Attributes.parse(JSON.parse(row.attributes)),
    variants: Variants.parse(JSON.parse(row.variants)),
    language: row.language,
  }
}
