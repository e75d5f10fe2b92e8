import type { BrandService } from '../../jobs/ports.ts'
import { createRoute, z } from '@hono/zod-openapi'
import { Brand, BrandCreate, BrandName, BrandQuery, BrandUpdate } from '../../contract/brand.ts'
import { bodyProblems, changeProblems, json, jsonBody, located, problems } from '../responses.ts'
import { createRouter } from '../router.ts'
import { BrandPage } from './answers.ts'
import { IdParams } from './params.ts'

const tags = ['Brands']

const create = createRoute({
  method: 'post',
  path: '/api/brands',
  operationId: 'createBrand',
  tags,
  summary: 'Add a brand by the address of its shop',
  description: 'Only `url` is needed. Nothing is fetched yet: submit a `scrape-brand` job to find the products.',
  request: { body: jsonBody(BrandCreate) },
  responses: { 201: located(Brand, 'The new brand'), ...bodyProblems('conflict', 'bad-url') },
})

const list = createRoute({
  method: 'get',
  path: '/api/brands',
  operationId: 'listBrands',
  tags,
  summary: 'List brands with their last run',
  request: { query: BrandQuery },
  responses: { 200: json(BrandPage, 'A page of brands, newest first'), ...problems('invalid-input') },
})

const names = createRoute({
  method: 'get',
  path: '/api/brand-names',
  operationId: 'listBrandNames',
  tags,
  summary: 'Names and addresses of all brands',
  description: 'In no order, and all at once: to choose one from, or to name those that other lists tell the id of.',
  responses: { 200: json(z.array(BrandName), 'One for each brand'), ...problems() },
})

const get = createRoute({
  method: 'get',
  path: '/api/brands/{id}',
  operationId: 'getBrand',
  tags,
  summary: 'Get one brand',
  request: { params: IdParams },
  responses: { 200: json(Brand, 'The brand'), ...problems('not-found') },
})

const update = createRoute({
  method: 'patch',
  path: '/api/brands/{id}',
  operationId: 'updateBrand',
  tags,
  summary: 'Change a brand',
  description: 'Fields that are absent stay as they are. `recipe: null` removes the recipe; `settings` is replaced as a whole, but for secrets: `null`, as they are read, keeps what is set. They are not carried over to another shop or proxy: enter them anew with its address.',
  request: { params: IdParams, body: jsonBody(BrandUpdate) },
  responses: { 200: json(Brand, 'The brand as it is now'), ...bodyProblems('not-found', 'conflict', 'bad-url') },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/brands/{id}',
  operationId: 'deleteBrand',
  tags,
  summary: 'Delete a brand and its products',
  description: 'Refused with 409 while one of its jobs is open.',
  request: { params: IdParams },
  responses: { 204: { description: 'Gone' }, ...changeProblems('not-found', 'conflict') },
})

export function createBrandRoutes({ brands }: { brands: BrandService }) {
  return createRouter()
    .openapi(create, async (c) => {
      const brand = await brands.create(c.req.valid('json'))
      return c.json(brand, 201, { Location: `/api/brands/${encodeURIComponent(brand.id)}` })
    })
    .openapi(list, async c => c.json(await brands.list(c.req.valid('query')), 200))
    .openapi(names, async c => c.json(await brands.names(), 200))
    .openapi(get, async c => c.json(await brands.get(c.req.valid('param').id), 200))
    .openapi(update, async c => c.json(await brands.update(c.req.valid('param').id, c.req.valid('json')), 200))
    .openapi(remove, async (c) => {
      await brands.remove(c.req.valid('param').id)
      return c.body(null, 204)
    })
}
