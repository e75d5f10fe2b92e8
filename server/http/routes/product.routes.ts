import type { ProductService } from '../../jobs/ports.ts'
import { createRoute, z } from '@hono/zod-openapi'
import { PageQuery } from '../../contract/page.ts'
import { ProductCounts, ProductQuery } from '../../contract/product-query.ts'
import { Product } from '../../contract/product.ts'
import { json, problems } from '../responses.ts'
import { createRouter } from '../router.ts'
import { ProductChangePage, ProductPage } from './answers.ts'
import { IdParams } from './params.ts'

const tags = ['Products']

const list = createRoute({
  method: 'get',
  path: '/api/products',
  operationId: 'listProducts',
  tags,
  summary: 'List products',
  description: 'Prices are integers in the minor unit of their ISO 4217 currency: EUR 12.50 is `1250`, JPY 1250 is `1250`.',
  request: { query: ProductQuery },
  responses: { 200: json(ProductPage, 'A page of products, newest first'), ...problems('invalid-input') },
})

const counts = createRoute({
  method: 'get',
  path: '/api/products/counts',
  operationId: 'countProducts',
  tags,
  summary: 'Count products by status and currency',
  request: { query: z.object({ brandId: z.string().optional() }) },
  responses: { 200: json(ProductCounts, 'The counts; those without a product are left out'), ...problems('invalid-input') },
})

const get = createRoute({
  method: 'get',
  path: '/api/products/{id}',
  operationId: 'getProduct',
  tags,
  summary: 'Get one product with the evidence behind each field',
  request: { params: IdParams },
  responses: { 200: json(Product, 'The product'), ...problems('not-found') },
})

const changes = createRoute({
  method: 'get',
  path: '/api/products/{id}/changes',
  operationId: 'listProductChanges',
  tags,
  summary: 'List what changed in a product, and when',
  request: { params: IdParams, query: PageQuery },
  responses: { 200: json(ProductChangePage, 'A page of changes, newest first'), ...problems('not-found', 'invalid-input') },
})

export function createProductRoutes({ products }: { products: ProductService }) {
  return createRouter()
    .openapi(list, async c => c.json(await products.list(c.req.valid('query')), 200))
    .openapi(counts, async c => c.json(await products.counts(c.req.valid('query').brandId), 200))
    .openapi(get, async c => c.json(await products.get(c.req.valid('param').id), 200))
    .openapi(changes, async c => c.json(await products.changes(c.req.valid('param').id, c.req.valid('query')), 200))
}
