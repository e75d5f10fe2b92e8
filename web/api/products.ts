import type { Availability, Page, Product, ProductChange, ProductStatus, ProductSummary } from '../../server/contract/index.ts'
import { call } from './client.ts'

export interface ProductFilter { brandId?: string, status?: ProductStatus, availability?: Availability, search?: string }

const path = (id: string) => `/api/products/${encodeURIComponent(id)}`

export const listProducts = (query: ProductFilter & { cursor?: string, limit?: number }, signal?: AbortSignal) => call<Page<ProductSummary>>('GET', '/api/products', { query: { ...query }, signal })
export const getProduct = (id: string, signal?: AbortSignal) => call<Product>('GET', path(id), { signal })
export const getProductChanges = (id: string, query: { cursor?: string, limit?: number }, signal?: AbortSignal) => call<Page<ProductChange>>('GET', `${path(id)}/changes`, { query, signal })
