import type { Brand, BrandCreate, BrandName, BrandUpdate, DiffKind, Page } from '../../server/contract/index.ts'
import type { paths } from './schema.d.ts'
import { answerOf, client } from './client.ts'

type BrandAnswer = paths['/api/brands/{id}']['get']['responses'][200]['content']['application/json']

const at = (id: string) => ({ params: { path: { id } } })

/** Answers carry a recipe's defaults, always; the document shares the schema with requests, where they may be absent. */
const filled = (brand: BrandAnswer) => brand as Brand

export function listBrands(query: { search?: string, cursor?: string, limit?: number }, signal?: AbortSignal): Promise<Page<Brand>> {
  return answerOf(client.GET('/api/brands', { params: { query }, signal })).then(page => ({ ...page, items: page.items.map(filled) }))
}
export const listBrandNames = (signal?: AbortSignal): Promise<BrandName[]> => answerOf(client.GET('/api/brand-names', { signal }))
export const getBrand = (id: string, signal?: AbortSignal) => answerOf(client.GET('/api/brands/{id}', { ...at(id), signal })).then(filled)
export const createBrand = (body: BrandCreate) => answerOf(client.POST('/api/brands', { body })).then(filled)
export const updateBrand = (id: string, body: BrandUpdate) => answerOf(client.PATCH('/api/brands/{id}', { ...at(id), body })).then(filled)
export const removeBrand = (id: string) => answerOf(client.DELETE('/api/brands/{id}', at(id)))
export const diffRuns = (id: string, query: { from: string, to: string, kind: DiffKind, cursor?: string, limit?: number }, signal?: AbortSignal) => answerOf(client.GET('/api/brands/{id}/runs/diff', { params: { path: { id }, query }, signal }))
export const listBrandFacts = (ids: readonly string[], signal?: AbortSignal) => answerOf(client.GET('/api/brand-facts', { params: { query: { ids: ids.join(',') } }, signal }))
