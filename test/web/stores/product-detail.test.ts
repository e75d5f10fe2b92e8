import type { Product, ProductChange } from '../../../server/contract/index.ts'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { useProductDetail } from '../../../web/stores/product-detail.ts'

const api = vi.hoisted(() => ({ getProduct: vi.fn(), getProductChanges: vi.fn(), getBrand: vi.fn() }))
vi.mock('../../../web/api/products.ts', () => api)
vi.mock('../../../web/api/brands.ts', () => api)

/** Newest first, as the server lists them. */
let history: ProductChange[] = []
const aChange = (n: number): ProductChange => ({ id: `c${String(n).padStart(4, '0')}`, productId: 'p', at: '2026-11-26T12:00:00.000Z', jobId: null, field: 'price', before: String(n), after: String(n + 1) })

beforeEach(() => {
  setActivePinia(createPinia())
  history = Array.from({ length: 250 }, (_, n) => aChange(249 - n))
  api.getProduct.mockImplementation(async id => ({ id: id as string, brandId: 'b' }) as Product)
  api.getBrand.mockResolvedValue({ name: 'Acme' })
  api.getProductChanges.mockImplementation(async (_id, { limit, cursor }: { limit: number, cursor?: string }) => {
    const from = cursor === undefined ? 0 : history.findIndex(({ id }) => id === cursor) + 1
    const items = history.slice(from, from + limit)
    return { items, nextCursor: from + limit < history.length ? items.at(-1)!.id : null }
  })
})

test('a long history is read to its first change, a page at a time', async () => {
  const store = useProductDetail()
  await store.open('p')
  const lengths = [store.changes.length]
  while (store.older !== null) {
    await Promise.all([store.more(), store.more()])
    lengths.push(store.changes.length)
  }
  expect(lengths).toEqual([100, 200, 250])
  expect(store.changes).toEqual(history)
})

test('what is new comes in front of all that was read; where it is more than a page, reading begins anew', async () => {
  const store = useProductDetail()
  await store.open('p')
  await store.more()
  history = [aChange(250), ...history]
  await store.read()
  expect(store.changes).toEqual(history.slice(0, 201))
  await store.more()
  expect(store.changes).toEqual(history)
  history = [...Array.from({ length: 150 }, (_, n) => aChange(400 - n)), ...history]
  await store.read()
  expect(store.changes).toEqual(history.slice(0, 100))
  expect(store.older).toBe(history[99]!.id)
})

test('another product begins with its own history', async () => {
  const store = useProductDetail()
  await store.open('p')
  const late = store.more()
  history = history.slice(0, 3)
  await store.open('other')
  await late
  expect(store.changes).toEqual(history)
  expect([store.older, store.readingOlder]).toEqual([null, false])
})
