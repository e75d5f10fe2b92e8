import { describe, expect, test, vi } from 'vitest'
import { Export } from '../../server/contract/export.ts'
import { ProductCounts } from '../../server/contract/product-query.ts'
import { Product, ProductChange, ProductSummary } from '../../server/contract/product.ts'
import { tell } from '../../server/contract/told.ts'
import { Conflict, NotFound } from '../../server/errors.ts'
import { createTestApi, send } from './support/api.ts'
import { expectProblem } from './support/expect-problem.ts'
import { aJob } from './support/things.ts'

describe('products', () => {
  test('are listed by filter', async () => {
    const list = vi.fn(async () => ({ items: [], nextCursor: null, prevCursor: null, count: null }))
    const { app } = createTestApi({ products: { list } })
    await app.request('/api/products?brandId=b1&status=gone&availability=OutOfStock&search=shoe&currency=EUR&priceMin=100&hasVariants=false&missing=gtin&sort=price&order=asc')
    expect(list).toHaveBeenCalledWith({ brandId: 'b1', status: 'gone', availability: 'OutOfStock', search: 'shoe', currency: 'EUR', priceMin: 100, hasVariants: false, missing: 'gtin', sort: 'price', order: 'asc', limit: 50 })
  })

  test('answer in the contract\'s shape', async () => {
    const { app } = createTestApi()
    const read = async (path: string): Promise<unknown> => (await app.request(path)).json()
    Product.parse(await read('/api/products/p1'))
    ProductSummary.array().nonempty().parse((await read('/api/products') as { items: unknown }).items)
    ProductCounts.parse(await read('/api/products/counts?brandId=b1'))
    ProductChange.array().nonempty().parse((await read('/api/products/p1/changes') as { items: unknown }).items)
  })

  test('a bad filter answers 422, an unknown product 404', async () => {
    const { app } = createTestApi({ products: { get: async id => Promise.reject(new NotFound('product', id)) } })
    await expectProblem(await app.request('/api/products?availability=Sometimes'), 422, 'invalid-input')
    for (const unclear of ['priceMin=100', 'priceMax=5', 'sort=price', 'currency=euro', 'priceMin=1.5&currency=EUR', 'hasVariants=perhaps', 'missing=price2'])
      await expectProblem(await app.request(`/api/products?${unclear}`), 422, 'invalid-input')
    await expectProblem(await app.request('/api/products/nothing'), 404, 'not-found')
  })
})

describe('exports', () => {
  test('starting one answers 202 with the export job', async () => {
    const submitExportFlow = vi.fn(async () => aJob({ id: 'j5', type: 'export-csv' }))
    const { app } = createTestApi({ jobs: { submitExportFlow } })
    const response = await app.request('/api/exports', send('POST', { brandId: 'b1', refresh: true }))
    expect(response.status).toBe(202)
    expect(response.headers.get('location')).toBe('/api/jobs/j5')
    expect(submitExportFlow).toHaveBeenCalledWith({ brandId: 'b1', refresh: true }, undefined)
  })

  test.each([
    ['an unknown word', { brand: 'b1' }, 'filter'],
    ['a price without a currency', { priceMin: 100 }, 'filter.currency'],
    ['a text for a number', { currency: 'EUR', priceMin: '100' }, 'filter.priceMin'],
  ])('a filter that would not do what was meant is refused: %s', async (_, filter, path) => {
    const { app } = createTestApi()
    const problem = await expectProblem(await app.request('/api/exports', send('POST', { filter })), 422, 'invalid-input')
    expect(JSON.stringify(problem.errors)).toContain(`"${path}`)
    expect((await app.request('/api/exports', send('POST', { filter: { currency: 'EUR', priceMin: 100, hasVariants: true } }))).status).toBe(202)
  })

  test('everything may be exported, but refreshing needs a brand', async () => {
    const { app } = createTestApi()
    expect((await app.request('/api/exports', send('POST', {}))).status).toBe(202)
    const problem = await expectProblem(await app.request('/api/exports', send('POST', { refresh: true })), 422, 'invalid-input')
    expect(problem.errors).toEqual([{ path: 'brandId', message: 'refresh needs brandId', told: [{ code: 'refresh-needs-brand' }] }])
  })

  test('one is written again with what it was asked for, as a job', async () => {
    const submit = vi.fn(async () => ({ job: aJob({ id: 'j7', type: 'export-csv' }), created: true }))
    const { app } = createTestApi({ jobs: { submit }, exports: { request: async () => ({ productIds: ['p1'], mode: 'raw' }) } })
    const response = await app.request('/api/exports/e1/again', send('POST'))
    expect([response.status, response.headers.get('location')]).toEqual([202, '/api/jobs/j7'])
    expect(submit).toHaveBeenCalledExactlyOnceWith({ type: 'export-csv', data: { productIds: ['p1'], mode: 'raw' } }, undefined)
    const unknown = createTestApi({ exports: { request: async () => Promise.reject(new Conflict(tell('raw', { raw: 'Not known any more.' }))) } })
    await expectProblem(await unknown.app.request('/api/exports/e1/again', send('POST')), 409, 'conflict')
  })

  test('are listed, shown and deleted', async () => {
    const { app } = createTestApi()
    Export.array().nonempty().parse((await (await app.request('/api/exports?brandId=b1')).json() as { items: unknown }).items)
    Export.parse(await (await app.request('/api/exports/e1')).json())
    expect((await app.request('/api/exports/e1', send('DELETE'))).status).toBe(204)
  })
})

describe('health', () => {
  test('liveness looks at nothing else', async () => {
    const { app } = createTestApi({ health: async () => Promise.reject(new Error('must not be asked')) })
    expect(await (await app.request('/healthz')).json()).toEqual({ status: 'ok' })
  })

  test('readiness is 200 or 503 and says why', async () => {
    const { app } = createTestApi()
    expect((await app.request('/readyz')).status).toBe(200)
    const parts = [{ name: 'queue', ok: false, detail: 'Redis does not answer' }]
    const ill = createTestApi({ health: async () => ({ ready: false, parts }) })
    const response = await ill.app.request('/readyz')
    expect(response.status).toBe(503)
    expect(await response.json()).toEqual({ ready: false, parts })
  })
})
