import type { DiscoveredProduct, DiscoveryReport } from '../../server/scrape/ports.ts'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { inEnglish, tell } from '../../server/contract/told.ts'
import { ScrapeError } from '../../server/errors.ts'
import { discovered, failedReading, readingOf } from '../support/scraper.ts'
import { createJobWorld } from './world.ts'

const catalogue = [[discovered('a', { name: 'A' }), discovered('b')], [discovered('c')]]

test('scrape-brand keeps what it finds and says how', async () => {
  await using world = await createJobWorld({ batches: catalogue })
  const job = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id }, brandId: world.brand.id })
  expect(await world.start(job).outcome).toEqual({ kind: 'done' })
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'completed', progress: 100, result: { found: 3, added: 3, updated: 0, gone: 0, complete: true, strategy: 'sitemap' } })
  expect(await world.brands.get(world.brand.id)).toMatchObject({ productCount: 3, lastRun: { jobId: job.id, status: 'completed' } })
})

test('each line of a run says in words what its code says; a shop that has moved is in the last', async () => {
  await using world = await createJobWorld({ batches: catalogue, report: { moved: { from: 'a.example', to: 'b.example' } } })
  const job = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id }, brandId: world.brand.id })
  await world.start(job).outcome
  const { items } = await world.jobs.timeline(job.id, { limit: 50 })
  expect(items.map(({ message }) => message)).toEqual(['The shop has moved from a.example to b.example. Found 3 products through sitemap: 3 new, 0 changed', 'Attempt 1 of 2', 'Accepted'])
  expect(items.map(({ told }) => inEnglish(told!))).toEqual(items.map(({ message }) => message))
})

test('an empty shop fails with the ways that were tried, without another attempt', async () => {
  await using world = await createJobWorld({ batches: [], report: { tried: [{ strategy: 'shopify', found: 0, note: '/products.json answered 404' }] } })
  const job = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id }, maxAttempts: 3 })
  expect(await world.start(job).outcome).toMatchObject({ kind: 'fail' })
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'failed', error: { code: 'no-products', retryable: false, message: expect.stringContaining('/products.json answered 404') as string } })
})

test('trouble that may pass is tried again later, as often as allowed', async () => {
  await using world = await createJobWorld({

    async* discover(): AsyncGenerator<DiscoveredProduct[], DiscoveryReport> {
      throw new ScrapeError('rate-limited', tell('raw', { raw: 'The shop asked for a pause.' }), { url: 'https://shop.test/', status: 429, retryable: true, retryAfterMs: 7000 })
    },
  })
  const job = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id }, maxAttempts: 2 })
  expect(await world.start(job).outcome).toMatchObject({ kind: 'retry', delayMs: 7000 })
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'delayed', attempts: 1, error: { code: 'rate-limited' }, runAt: expect.any(String) as string })
  expect(await world.start(job).outcome).toMatchObject({ kind: 'fail' })
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'failed', attempts: 2 })
})

test('a page that cannot be read is counted and explained, and does not fail the job', async () => {
  await using world = await createJobWorld({ batches: catalogue, read: async url => url.endsWith('/b') ? failedReading(url) : readingOf(url, { priceMinor: 100, currency: 'EUR' }) })
  const found = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id } })
  await world.start(found).outcome
  const job = await world.insert({ type: 'scrape-product-details', data: { brandId: world.brand.id } })
  await world.start(job).outcome
  expect(await world.jobs.get(job.id)).toMatchObject({
    status: 'completed',
    result: { products: 3, read: 2, failed: 1, skipped: 0, coverage: { name: 2 }, failures: [{ url: 'https://shop.test/b', code: 'http-status', status: 404 }] },
  })
})

test('the source of a page that came but could not be read is kept with its job, a bounded number of them', async () => {
  const many = Array.from({ length: 30 }, (_, n) => discovered(`p${n}`))
  await using world = await createJobWorld({ batches: [[...many, discovered('good')]], read: async url => url.endsWith('/good') ? readingOf(url) : { ...failedReading(url), html: '<h1>Sorry</h1>' } })
  await world.start(await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id } })).outcome
  const job = await world.insert({ type: 'scrape-product-details', data: { brandId: world.brand.id } })
  await world.start(job).outcome
  const pages = await world.snapshots.list(job.id)
  expect(pages).toHaveLength(20)
  expect(pages[0]).toMatchObject({ code: 'http-status', bytes: 14 })
  expect(await world.snapshots.html(pages[0]!.id)).toBe('<h1>Sorry</h1>')
  await world.jobs.remove(job.id)
  await expect(world.snapshots.html(pages[0]!.id)).rejects.toThrow('no saved page')
})

test('a job of which every page fails, fails', async () => {
  await using world = await createJobWorld({ batches: catalogue, read: async url => failedReading(url) })
  await world.start(await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id } })).outcome
  const job = await world.insert({ type: 'scrape-product-details', data: { brandId: world.brand.id } })
  expect(await world.start(job).outcome).toMatchObject({ kind: 'fail' })
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'failed', error: { code: 'all-pages-failed' } })
})

test('a restarted run reads only the pages that the run before it had not committed, and counts all', async () => {
  const reads: string[] = []
  const runs: ReturnType<typeof world.start>[] = []
  let dead = false
  const many = Array.from({ length: 120 }, (_, n) => discovered(`p${n}`))
  await using world = await createJobWorld({
    batches: [many],
    async read(url, { signal }) {
      reads.push(url)
      if (reads.length === 70 && !dead) {
        dead = true
        runs[0]!.abort('lock-lost')
      }
      signal.throwIfAborted()
      return readingOf(url)
    },
  })
  await world.start(await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id } })).outcome
  const job = await world.insert({ type: 'scrape-product-details', data: { brandId: world.brand.id } })
  runs.push(world.start(job))
  await runs[0]!.outcome
  const committed = await world.database.read.product.count({ where: { readBy: job.id } })
  expect(committed).toBeGreaterThanOrEqual(50)
  reads.length = 0
  await world.start(job).outcome
  expect(new Set(reads).size).toBe(120 - committed)
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'completed', attempts: 1, result: { products: 120, read: 120, failed: 0 } })
})

test('cancelling a running job stops it within its next sign of life, and what it did stays', async () => {
  const started = Promise.withResolvers<void>()
  await using world = await createJobWorld({
    async* discover({ signal }): AsyncGenerator<DiscoveredProduct[], DiscoveryReport> {
      yield [discovered('a')]
      started.resolve()
      await once(signal, 'abort')
      signal.throwIfAborted()
      throw new Error('unreachable')
    },
  })
  const job = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id } })
  const { outcome } = world.start(job)
  await started.promise
  await world.jobs.requestCancel(job.id, new Date())
  expect(await outcome).toMatchObject({ kind: 'fail' })
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'cancelled', cancelRequestedAt: expect.any(String) as string })
  expect(await world.products.count({})).toBe(1)
})

test('a shutdown puts the job back without using up an attempt', async () => {
  const runs: ReturnType<typeof world.start>[] = []
  await using world = await createJobWorld({
    async* discover({ signal }): AsyncGenerator<DiscoveredProduct[], DiscoveryReport> {
      yield [discovered('a')]
      runs[0]!.abort('shutdown')
      signal.throwIfAborted()
      throw new Error('unreachable')
    },
  })
  const job = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id } })
  runs.push(world.start(job))
  expect(await runs[0]!.outcome).toEqual({ kind: 'requeue' })
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'pending' })
})

test('data that does not fit its schema fails the job for good, naming the field', async () => {
  await using world = await createJobWorld({})
  const job = await world.insert({ type: 'scrape-brand', data: { brandId: 7 }, maxAttempts: 3 })
  expect(await world.start(job).outcome).toMatchObject({ kind: 'fail' })
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'failed', error: { code: 'invalid-input', message: expect.stringContaining('brandId') as string } })
})

test('export-csv writes and records one file; a run that died before recording leaves no second one', async () => {
  await using world = await createJobWorld({ batches: catalogue })
  await world.start(await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id } })).outcome
  const job = await world.insert({ type: 'export-csv', data: { brandId: world.brand.id, filename: 'all' } })
  const claim = await world.jobs.claim({ jobId: job.id, generation: 1, worker: 'dead', now: new Date() })
  if (claim.kind !== 'claimed')
    throw new Error(claim.kind)
  await world.jobs.commit(claim.fence, { now: new Date(), checkpoint: { filename: 'all.csv' } }, async () => {})
  await world.start(job).outcome
  const done = await world.jobs.get(job.id)
  expect(done).toMatchObject({ status: 'completed', result: { filename: 'all.csv', rows: 3 } })
  expect(await world.exports.findByJob(job.id)).toMatchObject({ id: done.result?.exportId, rows: 3 })
  expect(await readdir(world.exportsDir)).toEqual(['all.csv'])
})

test('versions only grow, so that an older event never wins', async () => {
  await using world = await createJobWorld({ batches: catalogue })
  const job = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id } })
  await world.start(job).outcome
  const versions = world.heard.flatMap(event => event.kind === 'job' && event.job.id === job.id ? [event.job.version] : [])
  expect(versions.length).toBeGreaterThan(2)
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
})
