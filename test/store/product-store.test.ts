import type { ProductWrite } from '../../server/store/product/write.ts'
import type { TestStores } from '../support/database.ts'
import { expect, test } from 'vitest'
import { tell } from '../../server/contract/told.ts'
import { failureOf } from '../../server/errors.ts'
import { openTestStores } from '../support/database.ts'

const now = new Date('2026-01-01T00:00:00Z')
const later = new Date('2026-01-02T00:00:00Z')

async function withBrand(stores: TestStores) {
  const brand = await stores.brands.create({ url: 'https://shop.test/', name: 'Shop' }, now)
  const upsert = (writes: ProductWrite[], jobId = 'j1', at = now) => stores.database.write(tx => stores.products.upsert(tx, brand.id, writes, { jobId, now: at }))
  return { brand, upsert }
}

const met = (key: string, draft: ProductWrite['draft'] = {}): ProductWrite => ({ key, url: `https://shop.test/${key}`, draft, met: true, read: false })

test('a product met twice is one row; a repeated key in one batch too', async () => {
  await using stores = await openTestStores()
  const { upsert } = await withBrand(stores)
  expect(await upsert([met('a', { name: 'A' }), met('b'), met('a', { name: 'A' })])).toMatchObject({ added: 2, changed: 0, unchanged: 0 })
  expect(await upsert([met('a', { name: 'A' }), met('b', { name: 'B' })])).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
  expect(await stores.products.count({})).toBe(2)
})

test('a change of price is written down, a first price is not', async () => {
  await using stores = await openTestStores()
  const { upsert } = await withBrand(stores)
  await upsert([met('a')])
  await upsert([met('a', { priceMinor: 1000, currency: 'EUR' })])
  await upsert([met('a', { priceMinor: 900, currency: 'EUR' })], 'j2', later)
  const { items: [product] } = await stores.products.list({ limit: 1 })
  expect(product).toMatchObject({ priceMinor: 900, currency: 'EUR', changedAt: later.toISOString() })
  const { items } = await stores.products.changes(product!.id, { limit: 10 })
  expect(items).toMatchObject([{ field: 'priceMinor', before: '1000', after: '900', jobId: 'j2' }])
})

test('silence of a source keeps what another said', async () => {
  await using stores = await openTestStores()
  const { upsert } = await withBrand(stores)
  await upsert([met('a', { name: 'A', images: ['https://shop.test/a.jpg'], priceMinor: 1000, listPriceMinor: 1500, currency: 'EUR' })])
  await upsert([{ ...met('a', { name: null, images: [], priceMinor: 1000, currency: 'EUR' }), read: true }])
  const { items: [product] } = await stores.products.list({ limit: 1 })
  // The sale is over: a list price belongs to the price that was read with it.
  expect(product).toMatchObject({ name: 'A', image: 'https://shop.test/a.jpg', listPriceMinor: null, status: 'read' })
})

test('an amount beyond 32 bits is kept', async () => {
  await using stores = await openTestStores()
  const { upsert } = await withBrand(stores)
  await upsert([met('a', { priceMinor: 25_000_000_000, currency: 'IDR' })])
  expect((await stores.products.list({ limit: 1 })).items[0]).toMatchObject({ priceMinor: 25_000_000_000 })
})

test('what a run did not meet can be told, and a gone product is back when it is met again', async () => {
  await using stores = await openTestStores()
  const { brand, upsert } = await withBrand(stores)
  await upsert([met('a'), met('b')])
  await upsert([met('a')], 'j2')
  const missing = await stores.products.missing(brand.id, 'j2', 10)
  expect(missing.map(task => task.key)).toEqual(['b'])
  await stores.database.write(tx => stores.products.mark(tx, missing.map(task => task.id), 'gone'))
  expect((await stores.products.list({ limit: 5, status: 'gone' })).items.map(product => product.key)).toEqual(['b'])
  await upsert([met('b')], 'j3')
  expect((await stores.products.list({ limit: 5, status: 'gone' })).items).toEqual([])
})

test('a page that failed keeps the last good values and is tried again by the same job', async () => {
  await using stores = await openTestStores()
  const { brand, upsert } = await withBrand(stores)
  await upsert([{ ...met('a', { name: 'A' }), read: true }, { ...met('b', { name: 'B' }), read: true }], 'j1')
  const rest = () => stores.products.nextToRead({ brandId: brand.id }, { jobId: 'j2', after: null, limit: 10 })
  const [first] = await rest()
  await stores.database.write(tx => stores.products.markFailed(tx, [{ id: first!.id, failure: { code: 'timeout', message: 'slow' } }]))
  expect((await rest()).map(task => task.key).sort()).toEqual(['a', 'b'])
  expect(await stores.products.get(first!.id)).toMatchObject({ status: 'failed', error: { code: 'timeout', message: 'slow' }, name: 'A' })
  await upsert([{ ...met('a', { name: 'A' }), read: true }], 'j2')
  expect((await rest()).map(task => task.key)).toEqual(['b'])
})

test('what the failure of a page says is kept beside its message, until the page is read', async () => {
  await using stores = await openTestStores()
  const { brand, upsert } = await withBrand(stores)
  await upsert([met('a'), met('b'), met('c')])
  const [a, b, c] = await stores.products.nextToRead({ brandId: brand.id }, { jobId: 'j2', after: null, limit: 10 })
  const failure = failureOf('http-status', tell('shop-error', { http: '503' }), true)
  await stores.database.write(tx => stores.products.markFailed(tx, [{ id: a!.id, failure }, { id: b!.id, failure }, { id: c!.id, failure: { code: 'internal', message: 'ENOSPC' } }]))
  const errorOf = async (id: string) => (await stores.products.get(id)).error
  expect(await errorOf(a!.id)).toEqual({ code: 'http-status', message: 'The shop answered with an error (503).', told: failure.told })
  expect(await errorOf(c!.id)).toEqual({ code: 'internal', message: 'ENOSPC', told: undefined })
  await upsert([{ ...met('b'), met: true }], 'j3')
  expect((await stores.products.list({ limit: 10 })).items.map(({ error }) => error?.told)).toContainEqual(failure.told)
  await stores.database.write(tx => stores.products.markUnchanged(tx, [{ id: a!.id, listedModified: null }], { jobId: 'j3', now: later }))
  expect(await stores.products.get(a!.id)).toMatchObject({ status: 'read', error: null })
  await stores.database.write(tx => stores.products.markFailed(tx, [{ id: a!.id, failure: { code: 'internal', message: 'ENOSPC' } }]))
  expect((await errorOf(a!.id))?.told).toBeUndefined()
})

test('a stream gives every selected product once, in pages', async () => {
  await using stores = await openTestStores()
  const { brand, upsert } = await withBrand(stores)
  await upsert(Array.from({ length: 2500 }, (_, n) => met(`p${n}`)))
  const keys = new Set<string>()
  let pages = 0
  for await (const page of stores.products.stream({ brandId: brand.id })) {
    pages++
    page.forEach(({ product }) => keys.add(product.key))
  }
  expect([keys.size, pages]).toEqual([2500, 3])
})
