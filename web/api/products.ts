import type { ProductFilter, ProductQuery } from '../../server/contract/index.ts'
import { answerOf, client } from './client.ts'

interface Paging { cursor?: string, limit?: number }
/** Of a list that can be read both ways: `before` takes the `prevCursor` of a page. */
interface TwoWayPaging extends Paging { before?: string }
export type ProductSort = NonNullable<ProductQuery['sort']>
/** How the list is sorted; without it, the newest first. */
export type ProductSorting = Pick<ProductQuery, 'sort' | 'order'>

export function listProducts({ hasVariants, ...rest }: ProductFilter & ProductSorting & TwoWayPaging, signal?: AbortSignal) {
  const query = { ...rest, ...(hasVariants !== undefined && { hasVariants: hasVariants ? 'true' as const : 'false' as const }) }
  return answerOf(client.GET('/api/products', { params: { query }, signal }))
}
export const countProducts = (brandId?: string, signal?: AbortSignal) => answerOf(client.GET('/api/products/counts', { params: { query: { brandId } }, signal }))
export const getProduct = (id: string, signal?: AbortSignal) => answerOf(client.GET('/api/products/{id}', { params: { path: { id } }, signal }))
export const getProductChanges = (id: string, query: Paging, signal?: AbortSignal) => answerOf(client.GET('/api/products/{id}/changes', { params: { path: { id }, query }, signal }))
