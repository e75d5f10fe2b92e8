import type { AbortCause } from '../../server/errors.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFinal } from '../../server/contract/job-status.ts'
import { countDetails, countParts, countSearch, unaccountedOf } from '../../server/jobs/ledger-counts.ts'
import { createLedgerService } from '../../server/jobs/ledger-service.ts'
import { createLedgerThingStore } from '../../server/store/ledger-thing-store.ts'
import { createRunStore } from '../../server/store/run-store.ts'
import { discovered, failedReading, readingOf } from '../support/scraper.ts'
import { createJobWorld } from './world.ts'

const completed = { status: 'completed', asked: 0, repeated: 0 } as const

test('a page that a run has lost, or counted twice, shows in its books', () => {
  const right = { products: 10, read: 6, notModified: 1, failed: 2, skipped: 1 }
  expect(unaccountedOf(countDetails({ ...completed, kept: right }))).toBe(0)
  expect(unaccountedOf(countDetails({ ...completed, kept: { ...right, read: 5 } }))).toBe(1)
  expect(unaccountedOf(countDetails({ ...completed, kept: { ...right, failed: 4 } }))).toBe(-2)
  expect(unaccountedOf(countDetails({ ...completed, status: 'active', kept: { products: 10, read: 11 } }))).toBe(-1)
})

test('a share that no part was given, or two were, shows in the books of the whole', () => {
  const part = (asked: number) => countDetails({ ...completed, asked, kept: { products: asked, read: asked, skipped: 0 } })
  const whole = { ...completed, kept: { products: 30 } }
  expect(unaccountedOf(countParts(whole, [part(10), part(10), part(10)]))).toBe(0)
  expect(unaccountedOf(countParts(whole, [part(10), part(10)]))).toBe(10)
  expect(unaccountedOf(countParts(whole, [part(10), part(20), part(10)]))).toBe(-10)
})

test('a product that a search has met and not kept shows in its books', () => {
  const account = { sources: [{ name: 'sitemap', found: 10 }, { name: 'lists', found: 6 }], found: 10, expected: 12, blocked: 2, dead: 1, unexplained: 0, summary: '' }
  expect(unaccountedOf(countSearch({ kept: { found: 10, account }, met: 0 }))).toBe(0)
  expect(unaccountedOf(countSearch({ kept: { found: 9, account }, met: 0 }))).toBe(1)
})

/** A shop whose pages answer as `fails` says, and one run at a time that is stopped after so many pages. */
async function createHistory(fails: boolean[], detailsBatch: number) {
  let left = Infinity
  let stop: (() => void) | undefined
  const world = await createJobWorld({
    batches: [fails.map((_, n) => discovered(`p${n}`))],
    async read(url, { signal }) {
      if (left-- === 0)
        stop?.()
      signal.throwIfAborted()
      return fails[Number(/\d+$/.exec(url)![0])] ? failedReading(url) : readingOf(url)
    },
  }, { detailsBatch })
  const service = createLedgerService({ ...world, runs: createRunStore(world.database), things: createLedgerThingStore(world.database) })
  await world.start(await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id }, brandId: world.brand.id })).outcome
  return {
    ...world,
    service,
    /** Hands the job out until it ends or waits for its parts, stopping its runs as told. */
    async live(id: string, stops: { after: number, why: AbortCause }[], check: () => Promise<void>): Promise<void> {
      for (const { after, why } of [...stops, { after: Infinity, why: 'shutdown' as const }]) {
        const job = await world.jobs.get(id)
        if (isFinal(job.status))
          return
        const run = world.start(job, (await world.jobs.ref(id))!.generation)
        left = after
        stop = () => run.abort(why)
        if (why === 'cancel')
          await world.jobs.requestCancel(id, new Date())
        await run.outcome
        await check()
      }
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

const stops = fc.array(fc.record({ after: fc.nat({ max: 12 }), why: fc.constantFrom<AbortCause>('shutdown', 'lock-lost', 'shutdown', 'lock-lost', 'cancel') }), { maxLength: 3 })

test('whatever happens to a run and its parts, everything is in one bucket all the time, and in the right one at the end', { timeout: 120_000 }, async () => {
  const history = fc.record({ fails: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), detailsBatch: fc.constantFrom(1000, 5), kind: fc.constantFrom('brand', 'unread', 'named'), stops, partStops: stops })
  await fc.assert(fc.asyncProperty(history, async ({ fails, detailsBatch, kind, stops, partStops }) => {
    await using world = await createHistory(fails, detailsBatch)
    const ids = (await world.products.list({ limit: 50 })).items.map(item => item.id)
    const data = kind === 'named' ? { productIds: [...ids, ids[0], 'nobody'] } : { brandId: world.brand.id, onlyUnread: kind === 'unread' }
    const { id } = await world.insert({ type: 'scrape-product-details', data, brandId: kind === 'named' ? null : world.brand.id, maxAttempts: 1 })
    const extra = kind === 'named' ? { skipped: 1, duplicate: 1 } : { skipped: 0, duplicate: 0 }
    async function check(): Promise<void> {
      const { counts, unaccounted } = await world.service.ledger(id)
      expect({ unaccounted, discovered: counts.discovered }).toEqual({ unaccounted: 0, discovered: fails.length + extra.skipped + extra.duplicate })
      expect(Math.min(...Object.values(counts))).toBeGreaterThanOrEqual(0)
    }
    await check()
    await world.live(id, stops, check)
    const parts = await world.jobs.parts(id)
    for (const part of parts)
      await world.live(part.id, partStops, check)
    if (parts.length > 0)
      await world.live(id, [], check)
    const { status } = await world.jobs.get(id)
    const wasStopped = [...stops, ...parts.length > 0 ? partStops : []].some(({ why }) => why === 'cancel')
    if (status !== 'completed' || wasStopped)
      return
    const failed = fails.filter(Boolean).length
    expect((await world.service.ledger(id)).counts).toMatchObject({ done: fails.length - failed, failed, ...extra, queued: 0, running: 0, cancelled: 0 })
  }), { numRuns: 25, seed: 4 })
})

test('a page that fails while the shop\'s dates are checked is asked for again and counted once', async () => {
  const listedModified = '2020-01-01T00:00:00Z'
  let down = false
  let asked = 0
  await using world = await createJobWorld({
    batches: [Array.from({ length: 40 }, (_, n) => ({ ...discovered(`p${n}`), lastModified: new Date(Date.parse(listedModified) + n * 86_400_000).toISOString() }))],
    read: async url => down && ++asked > 1 ? failedReading(url) : { ...readingOf(url), memory: { etag: null, lastModified: null, contentHash: 'same' } },
  })
  const service = createLedgerService({ ...world, runs: createRunStore(world.database), things: createLedgerThingStore(world.database) })
  const run = async (type: 'scrape-brand' | 'scrape-product-details') => {
    const job = await world.insert({ type, data: { brandId: world.brand.id }, brandId: world.brand.id, maxAttempts: 1 })
    await world.start(job).outcome
    return job.id
  }
  await run('scrape-brand')
  await run('scrape-product-details')
  await run('scrape-brand')
  down = true
  const id = await run('scrape-product-details')
  // Of a sample of five, four fail, are due, and fail again.
  expect(asked).toBe(9)
  expect(await service.ledger(id)).toMatchObject({ status: 'completed', unaccounted: 0, counts: { discovered: 40, done: 36, failed: 4 } })
  down = false
  const next = await run('scrape-product-details')
  expect(await service.ledger(next)).toMatchObject({ status: 'completed', unaccounted: 0, counts: { discovered: 40, done: 40, failed: 0 } })
})
