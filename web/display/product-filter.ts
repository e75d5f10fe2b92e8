import type { ProductFilter, ProductQuery } from '../../server/contract/index.ts'
import { startOf } from './within.ts'

/** What of the address filters the list of products. Prices stand in the minor unit of their currency. */
export const productFilterKeys = ['brandId', 'status', 'availability', 'changed', 'changedAfter', 'missing', 'hasVariants', 'currency', 'priceMin', 'priceMax', 'search'] as const
export type ProductFilterKey = (typeof productFilterKeys)[number]
export type ProductFilterValues = Partial<Record<ProductFilterKey, string>>

type ProductSorting = Pick<ProductQuery, 'sort' | 'order'>

/** The filter that an address means; what is wrong in it is refused by the server, with a 422. */
export function toProductFilter({ changed, priceMin, priceMax, hasVariants, ...rest }: ProductFilterValues): ProductFilter {
  return {
    ...rest,
    ...(priceMin !== undefined && { priceMin: Number(priceMin) }),
    ...(priceMax !== undefined && { priceMax: Number(priceMax) }),
    ...(hasVariants !== undefined && { hasVariants: hasVariants === 'true' }),
    ...(changed !== undefined && rest.changedAfter === undefined && { changedAfter: startOf(changed) }),
  } as ProductFilter
}

/** Prices compare within one currency: without one, an order by price is none. */
export function toProductSorting(asked: ProductSorting | undefined, currency: string | undefined): ProductSorting {
  return asked === undefined || (asked.sort === 'price' && currency === undefined) ? {} : asked
}

/** What changes with one filter: amounts of one currency mean nothing in another. */
export function productFilterChange(key: ProductFilterKey, value: string | undefined): ProductFilterValues {
  return key === 'currency' ? { currency: value, priceMin: undefined, priceMax: undefined } : { [key]: value }
}
