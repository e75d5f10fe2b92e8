import type { ChoosableColumn } from './column-choice.ts'

type ProductColumnKey = 'brand' | 'price' | 'availability' | 'status' | 'sku' | 'gtin' | 'category' | 'rating' | 'created' | 'changed' | 'seen' | 'read'

/** The columns that the products table can show beside the product itself. */
export const productColumns: readonly (ChoosableColumn & { key: ProductColumnKey })[] = [
  { key: 'brand', width: 'w-36', from: 'xl', usual: true },
  { key: 'price', width: 'w-24 sm:w-28', align: 'end', sort: 'price', usual: true },
  { key: 'availability', width: 'w-38', from: 'md', usual: true },
  { key: 'status', width: 'w-32', from: 'lg', usual: true },
  { key: 'sku', width: 'w-32', usual: false },
  { key: 'gtin', width: 'w-36', usual: false },
  { key: 'category', width: 'w-44', usual: false },
  { key: 'rating', width: 'w-28', align: 'end', usual: false },
  { key: 'created', width: 'w-32', align: 'end', sort: 'created', usual: false },
  { key: 'changed', width: 'w-36', from: '2xl', align: 'end', sort: 'changed', usual: true },
  { key: 'seen', width: 'w-36', from: '2xl', align: 'end', sort: 'seen', usual: true },
  { key: 'read', width: 'w-36', align: 'end', usual: false },
]
