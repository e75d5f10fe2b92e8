import type { Brand, BrandCreate, BrandUpdate, Page } from '../../server/contract/index.ts'
import { call } from './client.ts'

const path = (id: string) => `/api/brands/${encodeURIComponent(id)}`

export const listBrands = (query: { search?: string, cursor?: string, limit?: number }, signal?: AbortSignal) => call<Page<Brand>>('GET', '/api/brands', { query, signal })
export const getBrand = (id: string, signal?: AbortSignal) => call<Brand>('GET', path(id), { signal })
export const createBrand = (brand: BrandCreate) => call<Brand>('POST', '/api/brands', { body: brand })
export const updateBrand = (id: string, changes: BrandUpdate) => call<Brand>('PATCH', path(id), { body: changes })
export const removeBrand = (id: string) => call<null>('DELETE', path(id))
