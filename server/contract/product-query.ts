import { z } from 'zod'
import { missingFields } from './missing-fields.ts'
import { TwoWayQuery } from './page.ts'
import { Availability, Currency, MinorAmount, ProductStatus } from './product.ts'
import { Timestamp } from './time.ts'
import { fieldWords } from './told/field-words.ts'

export const productSorts = ['created', 'name', 'price', 'seen', 'changed'] as const
export const MissingField = z.enum(missingFields)
export type MissingField = z.infer<typeof MissingField>

const bound = 'In the minor unit of `currency`, which must be given'

/** Which products of the list. */
export const ProductFilter = z.object({
  brandId: z.string().optional(),
  status: ProductStatus.optional(),
  availability: Availability.optional(),
  currency: Currency.optional(),
  priceMin: MinorAmount.optional().describe(bound),
  priceMax: MinorAmount.optional().describe(bound),
  changedAfter: Timestamp.optional().describe('Something that is followed (price, stock, name …) changed since'),
  hasVariants: z.boolean().optional(),
  missing: MissingField.optional().describe('Its page was read, and does not say this'),
  search: z.string().trim().max(200).optional().describe('Words, or their beginnings, of name, brand, SKU, MPN, GTIN, the end of the address and the first 300 characters of the description. New words are found a second or two later'),
})
export type ProductFilter = z.infer<typeof ProductFilter>

/** Prices are compared in one currency. */
const hasCurrency = ({ currency, priceMin, priceMax }: ProductFilter) => currency !== undefined || (priceMin === undefined && priceMax === undefined)
const currencyMissing = { error: fieldWords['currency-needed'], path: ['currency'] }

/** Which products of a brand, or of all; a word that is not known is refused, so that no typo exports everything. */
export const ExportFilter = ProductFilter.omit({ brandId: true }).strict().refine(hasCurrency, currencyMissing)
export type ExportFilter = z.infer<typeof ExportFilter>

const amount = z.coerce.number().pipe(MinorAmount).optional().describe(bound)

export const ProductQuery = TwoWayQuery.extend({
  ...ProductFilter.shape,
  priceMin: amount,
  priceMax: amount,
  hasVariants: z.enum(['true', 'false']).transform(text => text === 'true').optional(),
  sort: z.enum(productSorts).optional().describe('Default: `created`. The others list products that have the value; `price` needs `currency`. With `search`, the newest 5,000 matches'),
  order: z.enum(['asc', 'desc']).optional().describe('Default: `desc`'),
}).refine(query => hasCurrency(query) && (query.sort !== 'price' || query.currency !== undefined), currencyMissing)
export type ProductQuery = z.infer<typeof ProductQuery>

/** How many products there are, without those that are gone, and by status and currency. */
export const ProductCounts = z.object({
  total: z.number().int(),
  byStatus: z.record(ProductStatus, z.number().int()),
  byCurrency: z.array(z.object({ currency: Currency, products: z.number().int() })).describe('The most frequent first'),
})
export type ProductCounts = z.infer<typeof ProductCounts>
