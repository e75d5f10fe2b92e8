import type { Product, ProductField } from '../../server/contract/index.ts'

/** What the field table needs of the page's language. */
export interface FieldFormats {
  money: (minor: number, currency: string | null) => string
  number: (value: number) => string
  t: (key: string) => string
}

/** Every field of a product with its value as text, in reading order; null where the page does not say. */
export function productFieldValues(product: Product, { money, number, t }: FieldFormats): { field: ProductField, value: string | null }[] {
  const priced = (minor: number | null) => minor === null ? null : money(minor, product.currency)
  return [
    { field: 'name', value: product.name },
    { field: 'brand', value: product.brand },
    { field: 'price', value: priced(product.priceMinor) },
    { field: 'listPrice', value: priced(product.listPriceMinor) },
    { field: 'currency', value: product.currency },
    { field: 'availability', value: product.availability && t(`availability.${product.availability}`) },
    { field: 'condition', value: product.condition && t(`condition.${product.condition}`) },
    { field: 'sku', value: product.sku },
    { field: 'mpn', value: product.mpn },
    { field: 'gtin', value: product.gtin },
    { field: 'category', value: product.category.length > 0 ? product.category.join(' › ') : null },
    { field: 'rating', value: product.rating === null ? null : `${number(product.rating)} / ${number(product.ratingBest ?? 5)}` },
    { field: 'reviewCount', value: product.reviewCount === null ? null : number(product.reviewCount) },
    { field: 'images', value: product.images.length > 0 ? number(product.images.length) : null },
    { field: 'language', value: product.language },
    { field: 'url', value: product.url },
  ]
}
