import type { JobLedger, LedgerCounts } from '../../server/contract/ledger.ts'
import type { FakeShop } from '../support/scraper.ts'
import { expect, test } from 'vitest'
import { sealEvidence } from '../../server/contract/evidence.ts'
import { LedgerThings } from '../../server/contract/job-detail.ts'
import { ledgerBuckets } from '../../server/contract/ledger-words.ts'
import { JobLedger as JobLedgerSchema } from '../../server/contract/ledger.ts'
import { Conflict, NotFound } from '../../server/errors.ts'
import { countRequests } from '../../server/jobs/ledger-counts.ts'
import { createLedgerService } from '../../server/jobs/ledger-service.ts'
import { createLedgerThingStore } from '../../server/store/ledger-thing-store.ts'
import { createRunStore } from '../../server/store/run-store.ts'
import { discovered, failedReading, readingOf } from '../support/scraper.ts'
import { createJobWorld } from './world.ts'

const none: LedgerCounts = { discovered: 0, queued: 0, running: 0, done: 0, failed: 0, skipped: 0, cancelled: 0, duplicate: 0 }

/** A shop of ten products, all found, unless said otherwise. */
async function createLedgerWorld(shop: Partial<FakeShop> = {}, { products = 10, detailsBatch = 1000 } = {}) {
  const world = await createJobWorld({ batches: [Array.from({ length: products }, (_, n) => discovered(`p${n}`))], ...shop }, { detailsBatch })
  const service = createLedgerService({ ...world, runs: createRunStore(world.database), things: createLedgerThingStore(world.database) })
  const search = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id }, brandId: world.brand.id })
  await world.start(search).outcome
  return {
    ...world,
    search,
    service,
    details: (data: object = {}) => world.insert({ type: 'scrape-product-details', data: { brandId: world.brand.id, ...data }, brandId: world.brand.id, maxAttempts: 1 }),
    /** Runs the job's present generation. */
    go: async (id: string) => world.start(await world.jobs.get(id), (await world.jobs.ref(id))!.generation),
    /** The ledger, of which every test wants that it adds up, and that as many things are behind each number; `unknown` ids cannot be listed. */
    async read(id: string, { unknown = 0 } = {}): Promise<JobLedger> {
      const ledger = JobLedgerSchema.parse(await service.ledger(id))
      expectBalance(ledger.counts)
      for (const bucket of ledgerBuckets) {
        const { listed, items } = LedgerThings.parse(await service.things(id, { bucket, limit: 200 }))
        if (listed !== 'none' && ledger.counts[bucket] > 0)
          expect([bucket, items.length]).toEqual([bucket, ledger.counts[bucket] - (bucket === 'queued' || bucket === 'skipped' ? unknown : 0)])
      }
      return ledger
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

function expectBalance(counts: LedgerCounts) {
  expect(ledgerBuckets.reduce((sum, bucket) => sum + counts[bucket], 0)).toBe(counts.discovered)
  expect(Math.min(...Object.values(counts))).toBeGreaterThanOrEqual(0)
}

/** Reads three pages; the rest wait until the run is stopped. */
function stuckAfterThree() {
  let asked = 0
  const { promise: isStuck, resolve } = Promise.withResolvers<void>()
  const read: FakeShop['read'] = async (url, { signal }) => {
    if (++asked <= 3)
      return readingOf(url)
    resolve()
    await new Promise(stop => signal.addEventListener('abort', stop, { once: true }))
    throw signal.reason
  }
  return { read, isStuck }
}

test('a completed run: read pages are done, those that could not be read failed', async () => {
  await using world = await createLedgerWorld({ read: async url => /p[01]$/.test(url) ? failedReading(url) : readingOf(url) })
  const job = await world.details()
  expect((await world.read(job.id)).counts).toEqual({ ...none, discovered: 10, queued: 10 })
  await world.start(job).outcome
  expect(await world.read(job.id)).toMatchObject({
    status: 'completed',
    unit: 'products',
    parts: 0,
    counts: { ...none, discovered: 10, done: 8, failed: 2 },
    requests: { total: 1 },
    coverage: { pages: 8, fields: [{ field: 'name', pages: 8, share: 1, before: null }], against: null },
  })
})

test('of products named one by one, those named twice are duplicates and unknown ones skipped', async () => {
  await using world = await createLedgerWorld()
  const { items: [first, second] } = await world.products.list({ limit: 2 })
  const job = await world.insert({ type: 'scrape-product-details', data: { productIds: [first!.id, second!.id, first!.id, 'nothing'] } })
  expect((await world.read(job.id, { unknown: 1 })).counts).toEqual({ ...none, discovered: 4, queued: 3, duplicate: 1 })
  await world.start(job).outcome
  expect((await world.read(job.id, { unknown: 1 })).counts).toEqual({ ...none, discovered: 4, done: 2, skipped: 1, duplicate: 1 })
})

test('an active run has what it has not settled running, a cancelled one leaves it cancelled', async () => {
  const { read, isStuck } = stuckAfterThree()
  await using world = await createLedgerWorld({ read })
  const job = await world.details()
  const run = world.start(job)
  await isStuck
  const active = await world.read(job.id)
  expect(active).toMatchObject({ status: 'active', counts: { discovered: 10, queued: 0, failed: 0, skipped: 0, cancelled: 0 } })
  expect(active.counts.running).toBeGreaterThanOrEqual(7)
  await world.jobs.requestCancel(job.id, new Date())
  run.abort('cancel')
  await run.outcome
  const cancelled = await world.read(job.id)
  expect(cancelled).toMatchObject({ status: 'cancelled', counts: { discovered: 10, running: 0, failed: 0 } })
  expect(cancelled.counts.cancelled).toBeGreaterThanOrEqual(7)
})

test('of a failed run, all that it did not get done failed', async () => {
  await using world = await createLedgerWorld({ read: async url => failedReading(url) })
  const job = await world.details()
  await world.start(job).outcome
  expect(await world.read(job.id)).toMatchObject({ status: 'failed', counts: { ...none, discovered: 10, failed: 10 }, coverage: null })
})

test('a run in parts adds up while parts wait, run, fail and are cancelled, and after its end', async () => {
  await using world = await createLedgerWorld({ read: async url => /\/p(?:\d|1\d|2\d)$/.test(url) ? failedReading(url) : readingOf(url) }, { products: 100, detailsBatch: 30 })
  const job = await world.details()
  await (await world.go(job.id)).outcome
  const [first, second, ...rest] = await world.jobs.parts(job.id)
  expect(await world.read(job.id)).toMatchObject({ status: 'pending', parts: 4, counts: { ...none, discovered: 100, queued: 100 }, requests: null })
  await (await world.go(first!.id)).outcome
  expect((await world.read(job.id)).counts).toMatchObject({ discovered: 100, queued: 70 })
  await world.jobs.requestCancel(second!.id, new Date())
  expect((await world.read(job.id)).counts).toMatchObject({ discovered: 100, queued: 40, cancelled: 30 })
  for (const part of rest)
    await (await world.go(part.id)).outcome
  await (await world.go(job.id)).outcome
  const done = await world.read(job.id)
  const { read } = (await world.jobs.get(job.id)).result as { read: number }
  expect(done).toMatchObject({ status: 'completed', counts: { discovered: 100, queued: 0, running: 0, done: read, failed: 70 - read, skipped: 0, cancelled: 30 }, requests: { total: 2 } })
})

test('a search counts what it met, what its second source met again, and what it left out', async () => {
  const account = { sources: [{ name: 'sitemap', found: 10 }, { name: 'lists', found: 6 }], found: 10, expected: 12, blocked: 2, dead: 1, unexplained: 0, summary: '' }
  await using world = await createLedgerWorld({ report: { account } })
  expect(await world.read(world.search.id)).toMatchObject({ unit: 'addresses', counts: { ...none, discovered: 19, done: 10, skipped: 3, duplicate: 6 }, coverage: null })
})

test('a search that waits has met nothing; one that failed keeps what it met', async () => {
  await using world = await createLedgerWorld()
  const next = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id }, brandId: world.brand.id, maxAttempts: 1 })
  expect(await world.read(next.id)).toMatchObject({ status: 'pending', counts: none, requests: null })

  await using broken = await createLedgerWorld({ async* discover() {
    yield [discovered('a'), discovered('b')]
    throw new Error('The connection broke.')
  } })
  expect((await broken.read(broken.search.id)).counts).toEqual({ ...none, discovered: 2, done: 2 })
})

test('coverage is set beside that of the last good run of the brand, and a field that vanished is there', async () => {
  let fields = ['name', 'price', 'gtin']
  const read = async (url: string) => ({ ...readingOf(url, { name: `${url} ${fields.length}` }), evidence: sealEvidence(Object.fromEntries(fields.map(field => [field, { source: 'json-ld', path: null, raw: url, confidence: 1, others: [] }]))) })
  let isDown = false
  await using world = await createLedgerWorld({ read: async url => isDown && !url.endsWith('p0') ? failedReading(url) : read(url) })
  const good = await world.details({ full: true })
  await world.start(good).outcome
  isDown = true
  const bad = await world.details({ full: true })
  await world.start(bad).outcome
  expect(await world.jobs.get(bad.id)).toMatchObject({ status: 'completed', result: { failed: 9 } })
  isDown = false
  fields = ['name', 'price']
  const job = await world.details({ full: true })
  await world.start(job).outcome
  expect((await world.read(job.id)).coverage).toEqual({
    pages: 10,
    fields: [{ field: 'name', pages: 10, share: 1, before: 1 }, { field: 'price', pages: 10, share: 1, before: 1 }, { field: 'gtin', pages: 0, share: 0, before: 1 }],
    against: { jobId: good.id, completedAt: (await world.jobs.get(good.id)).completedAt },
  })
})

test('an export has no ledger, an unknown job none either', async () => {
  await using world = await createLedgerWorld()
  const job = await world.insert({ type: 'export-csv', data: {} })
  await expect(world.service.ledger(job.id)).rejects.toThrow(Conflict)
  await expect(world.service.ledger('nothing')).rejects.toThrow(NotFound)
})

test('requests are counted by class and host; what is no status got no answer', () => {
  const host = { host: 'shop.test', requests: 4, bytes: 1, waitedMs: 0, delayMs: 0, crawlDelayMs: null, shortestGapMs: null, rateLimited: 1, robotsVersion: null, byOutcome: { 200: 3, 429: 1 } }
  const fetch = { requests: 6, byOutcome: { '200': 3, '304': 2, '429': 1, '503': 1, 'timeout': 1, 'robots-forbidden': 5 }, bytes: 1, waitedMs: 0, robots: null, hosts: [{ ...host, host: 'cdn.test', byOutcome: { 200: 1 } }, host] }
  expect(countRequests(fetch)).toEqual({
    total: 13,
    byClass: { '2xx': 3, '3xx': 2, '4xx': 1, '5xx': 1, 'none': 6 },
    byHost: [
      { host: 'shop.test', total: 4, byClass: { '2xx': 3, '3xx': 0, '4xx': 1, '5xx': 0, 'none': 0 } },
      { host: 'cdn.test', total: 1, byClass: { '2xx': 1, '3xx': 0, '4xx': 0, '5xx': 0, 'none': 0 } },
    ],
  })
})
