import type { DiffKind } from '../../server/contract/ledger.ts'
import type { ProductDraft } from '../../server/contract/product.ts'
import { expect, test, vi } from 'vitest'
import { RunDiff } from '../../server/contract/ledger.ts'
import { Conflict, InvalidInput, NotFound } from '../../server/errors.ts'
import { createLedgerService } from '../../server/jobs/ledger-service.ts'
import { createLedgerThingStore } from '../../server/store/ledger-thing-store.ts'
import { createRunStore } from '../../server/store/run-store.ts'
import { discovered, failedReading, readingOf } from '../support/scraper.ts'
import { createJobWorld } from './world.ts'

type Shelf = Record<string, Partial<ProductDraft>>

/** A shop whose shelf is changed between runs; what is not on it answers 404. */
async function createShopWorld() {
  const shelf: { now: Shelf } = { now: {} }
  const world = await createJobWorld({
    async* discover() {
      yield Object.entries(shelf.now).map(([key, draft]) => discovered(key, draft))
      return { strategy: 'sitemap', platform: null, moved: null, tried: [], complete: true, failures: [] }
    },
    read: async url => url.slice('https://shop.test/'.length) in shelf.now ? readingOf(url) : failedReading(url),
  })
  const service = createLedgerService({ ...world, runs: createRunStore(world.database), things: createLedgerThingStore(world.database) })
  return {
    ...world,
    service,
    /** A run over the shop as it is then. */
    async scrape(now: Shelf): Promise<string> {
      shelf.now = now
      const job = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id }, brandId: world.brand.id })
      await world.start(job).outcome
      const { status, completedAt } = await world.jobs.get(job.id)
      expect(status).toBe('completed')
      // The next run must not begin in the millisecond in which this one ended.
      await vi.waitUntil(() => Date.now() > Date.parse(completedAt!), { interval: 1 })
      return job.id
    },
    diff: async (kind: DiffKind, from: string, to: string, page: { limit?: number, cursor?: string } = {}) => RunDiff.parse(await service.diff(world.brand.id, { kind, from, to, limit: 50, ...page })),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

const euro = (priceMinor: number, more: Partial<ProductDraft> = {}) => ({ priceMinor, currency: 'EUR', ...more })

test('new, gone and changed products between two runs, each with its fields at both ends', async () => {
  await using world = await createShopWorld()
  const first = await world.scrape({ a: euro(1000, { name: 'A' }), b: euro(2000, { name: 'B' }), c: euro(3000, { name: 'C' }) })
  const second = await world.scrape({ a: euro(1100, { name: 'A' }), b: euro(2000, { name: 'B' }), d: euro(4000, { name: 'D' }) })
  const third = await world.scrape({ a: euro(1200, { name: 'A' }), b: euro(2000, { name: 'B' }), d: euro(4000, { name: 'D' }), e: euro(5000, { name: 'E' }) })

  const names = async (kind: DiffKind, from: string, to: string) => (await world.diff(kind, from, to)).items.map(item => item.name)
  expect(await names('new', first, second)).toEqual(['D'])
  expect(await names('new', second, third)).toEqual(['E'])
  expect(await names('new', first, third)).toEqual(['E', 'D'])
  expect(await names('gone', first, second)).toEqual(['C'])
  expect(await names('gone', second, third)).toEqual([])
  expect(await names('gone', first, third)).toEqual(['C'])
  expect((await world.diff('changed', first, second)).items).toMatchObject([{ name: 'A', fields: [{ field: 'priceMinor', before: '1000', after: '1100' }] }])
  expect((await world.diff('changed', first, third)).items).toMatchObject([{ name: 'A', priceMinor: 1200, currency: 'EUR', fields: [{ field: 'priceMinor', before: '1000', after: '1200' }] }])
  for (const kind of ['new', 'gone', 'changed'] as const)
    expect(await names(kind, third, third)).toEqual([])
})

test('what went back to what it was has not changed', async () => {
  await using world = await createShopWorld()
  const first = await world.scrape({ a: euro(1000) })
  await world.scrape({ a: euro(1500) })
  const third = await world.scrape({ a: euro(1000) })
  expect(await world.diff('changed', first, third)).toMatchObject({ items: [], nextCursor: null, from: { jobId: first }, to: { jobId: third } })
})

test('pages hold each product once', async () => {
  await using world = await createShopWorld()
  const shelf = (price: number) => Object.fromEntries(Array.from({ length: 25 }, (_, n) => [`p${n}`, euro(price)]))
  const first = await world.scrape(shelf(1000))
  const second = await world.scrape(shelf(1100))
  const seen: string[] = []
  for (let cursor: string | undefined; ;) {
    const page = await world.diff('changed', first, second, { limit: 10, cursor })
    seen.push(...page.items.map(item => item.id))
    if (page.nextCursor === null)
      break
    cursor = page.nextCursor
  }
  expect(seen).toHaveLength(25)
  expect(new Set(seen).size).toBe(25)
  expect(seen).toEqual(seen.toSorted().toReversed())
})

test('runs of another brand, open runs, runs in the wrong order and bad cursors are refused', async () => {
  await using world = await createShopWorld()
  const first = await world.scrape({ a: euro(1000) })
  const second = await world.scrape({ a: euro(1000) })
  const other = await world.brands.create({ url: 'https://other.test/', name: 'Other' }, new Date())
  const open = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id }, brandId: world.brand.id })
  await expect(world.diff('new', second, first)).rejects.toThrow(InvalidInput)
  await expect(world.diff('new', first, 'nothing')).rejects.toThrow(InvalidInput)
  await expect(world.diff('new', first, open.id)).rejects.toThrow(Conflict)
  await expect(world.diff('new', first, second, { cursor: 'nonsense' })).rejects.toThrow(InvalidInput)
  await expect(world.service.diff(other.id, { kind: 'new', from: first, to: second, limit: 50 })).rejects.toThrow(InvalidInput)
  await expect(world.service.diff('nothing', { kind: 'new', from: first, to: second, limit: 50 })).rejects.toThrow(NotFound)
})
