import type { Availability, ProductStatus } from '../../server/contract/index.ts'
import { answerOf, client } from './client.ts'

export interface ProductFilter { brandId?: string, status?: ProductStatus, availability?: Availability, search?: string }
interface Paging { cursor?: string, limit?: number }

export const listProducts = (query: ProductFilter & Paging, signal?: AbortSignal) => answerOf(client.GET('/api/products', { params: { query }, signal }))
export const getProduct = (id: string, signal?: AbortSignal) => answerOf(client.GET('/api/products/{id}', { params: { path: { id } }, signal }))
export const getProductChanges = (id: string, query: Paging, signal?: AbortSignal) => answerOf(client.GET('/api/products/{id}/changes', { params: { path: { id }, query }, signal }))
