import { z } from 'zod'
import { ProductField } from './recipe.ts'
import { Timestamp } from './time.ts'
import { Told } from './told.ts'

export const ProductId = z.string().min(1).max(64)

export const availabilities = ['InStock', 'OutOfStock', 'PreOrder', 'BackOrder', 'LimitedAvailability', 'Discontinued', 'SoldOut', 'InStoreOnly', 'OnlineOnly', 'PreSale', 'Reserved', 'MadeToOrder'] as const
/** schema.org ItemAvailability, without its URL prefix. */
export const Availability = z.enum(availabilities)
export type Availability = z.infer<typeof Availability>

export const conditions = ['NewCondition', 'UsedCondition', 'RefurbishedCondition', 'DamagedCondition'] as const
/** schema.org OfferItemCondition, without its URL prefix. */
export const Condition = z.enum(conditions)
export type Condition = z.infer<typeof Condition>

/** An amount in the minor unit of its ISO 4217 currency (EUR 12.50 is 1250, JPY 1250 is 1250, KWD 1.250 is 1250). */
export const MinorAmount = z.number().int().nonnegative()

/** ISO 4217 alphabetic code. */
export const Currency = z.string().regex(/^[A-Z]{3}$/)

export const Variant = z.object({
  key: z.string(),
  name: z.string().nullable(),
  sku: z.string().nullable(),
  gtin: z.string().nullable(),
  priceMinor: MinorAmount.nullable(),
  listPriceMinor: MinorAmount.nullable(),
  currency: Currency.nullable(),
  availability: Availability.nullable(),
  options: z.record(z.string(), z.string()),
  image: z.string().nullable(),
  url: z.string().nullable(),
})
export type Variant = z.infer<typeof Variant>

/** Where a value came from: `raw` stands in the page's bytes, `confidence` is the chance (0–1) that the value is right. */
export const Evidence = z.object({
  source: z.string(),
  path: z.string().nullable(),
  raw: z.string(),
  confidence: z.number().min(0).max(1),
  others: z.array(z.object({ source: z.string(), raw: z.string(), value: z.string() })).max(20),
})
export type Evidence = z.infer<typeof Evidence>

/** What a shop says of one product: all that layer 1 and layer 2 can fill; null means "the page does not say". */
export const ProductDraft = z.object({
  name: z.string().nullable(),
  brand: z.string().nullable(),
  description: z.string().nullable(),
  priceMinor: MinorAmount.nullable(),
  listPriceMinor: MinorAmount.nullable(),
  currency: Currency.nullable(),
  availability: Availability.nullable(),
  sku: z.string().nullable(),
  mpn: z.string().nullable(),
  gtin: z.string().nullable(),
  condition: Condition.nullable(),
  images: z.array(z.string()),
  category: z.array(z.string()),
  rating: z.number().nullable(),
  ratingBest: z.number().nullable(),
  reviewCount: z.number().int().nullable(),
  attributes: z.record(z.string(), z.string()),
  variants: z.array(Variant),
  language: z.string().nullable(),
})
export type ProductDraft = z.infer<typeof ProductDraft>

/** A price that jumped (tenfold or more, or to another currency): shown, not believed, until another run sees it too. */
export const HeldPrice = z.object({
  priceMinor: MinorAmount,
  currency: Currency.nullable(),
  seenAt: Timestamp,
  seenBy: z.string().describe('The job that saw it first'),
  seenIn: z.enum(['list', 'page']).optional().describe('Where: in the shop\'s lists, or on the product\'s page'),
})
export type HeldPrice = z.infer<typeof HeldPrice>

/**
 * `found`: layer 1 knows the address; `read`: layer 2 read its page; `failed`: its page could not be read
 * (the last good values stay); `hidden`: its page is alive, but the shop does not list it any more; `gone`: a complete
 * run did not meet it, and its page is no more.
 */
export const ProductStatus = z.enum(['found', 'read', 'failed', 'hidden', 'gone'])
export type ProductStatus = z.infer<typeof ProductStatus>

export const Product = ProductDraft.extend({
  id: ProductId,
  brandId: z.string(),
  key: z.string().describe('Stable identity within the brand: platform id or canonical URL'),
  url: z.string(),
  status: ProductStatus,
  firstSeenAt: Timestamp,
  lastSeenAt: Timestamp,
  readAt: Timestamp.nullable(),
  changedAt: Timestamp.nullable(),
  error: z.object({ code: z.string(), message: z.string(), told: Told.optional().describe('What `message` says, to be written in another language') }).nullable(),
  heldPrice: HeldPrice.nullable(),
  evidence: z.partialRecord(ProductField, Evidence),
})
export type Product = z.infer<typeof Product>

/** A row of the products list: no description, evidence, attributes or variants. */
export const ProductSummary = Product.omit({ description: true, evidence: true, attributes: true, variants: true, images: true })
  .extend({ image: z.string().nullable(), variantCount: z.number().int() })
export type ProductSummary = z.infer<typeof ProductSummary>

export const ProductChange = z.object({
  id: z.string(),
  productId: z.string(),
  at: Timestamp,
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  jobId: z.string().nullable(),
})
export type ProductChange = z.infer<typeof ProductChange>
