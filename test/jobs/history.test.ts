import type { DiscoveredProduct, DiscoveryReport } from '../../server/scrape/ports.ts'
import { once } from 'node:events'
import process from 'node:process'
import { expect, test } from 'vitest'
import { tell } from '../../server/contract/told.ts'
import { ScrapeError } from '../../server/errors.ts'
import { stackOf } from '../../server/jobs/attempt-facts.ts'
import { discovered, readingOf } from '../support/scraper.ts'
import { createJobWorld } from './world.ts'

test('the timeline tells of each attempt: worker, time taken, error and where it came from', async () => {
  await using world = await createJobWorld({

    async* discover(): AsyncGenerator<DiscoveredProduct[], DiscoveryReport> {
      throw new ScrapeError('timeout', tell('raw', { raw: 'The shop was slow.' }), { url: 'https://shop.test/', retryable: true, cause: new Error('socket closed') })
    },
  })
  const job = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id }, maxAttempts: 2 })
  await world.start(job).outcome
  await world.start(job).outcome
  const { items } = await world.jobs.timeline(job.id, { limit: 10 })
  expect(items.map(entry => [entry.kind, entry.attempt])).toEqual([['failed', 2], ['started', 2], ['retrying', 1], ['started', 1], ['created', null]])
  for (const entry of [items[0]!, items[2]!]) {
    expect(entry).toMatchObject({ worker: 'test-worker', data: { code: 'timeout', retryable: true, durationMs: expect.any(Number) as number } })
    expect(entry.data?.stack).toMatch(/^ScrapeError: The shop was slow\.\n\s+at .*test\/jobs\/history\.test\.ts/)
    expect(entry.data?.stack).toContain('Caused by Error: socket closed')
    expect(entry.data?.stack).not.toContain(process.cwd())
  }
})

test('an attempt that went well has its time too', async () => {
  await using world = await createJobWorld({ batches: [[discovered('a')]] })
  const job = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id } })
  await world.start(job).outcome
  const { items: [last] } = await world.jobs.timeline(job.id, { limit: 1 })
  expect(last).toMatchObject({ kind: 'completed', data: { durationMs: expect.any(Number) as number } })
})

test('a stack is bounded, however deep it was and however many causes it has', () => {
  const deep = (depth: number): Error => depth === 0 ? new Error('x'.repeat(10_000)) : new Error(`level ${depth}`, { cause: deep(depth - 1) })
  expect(stackOf(deep(20)).length).toBeLessThanOrEqual(4000)
  expect(stackOf(deep(20)).match(/Caused by/g)).toHaveLength(3)
  expect(stackOf(new Error('y'.repeat(10_000)))).toHaveLength(4000)
})

test('a cancelled search says how many products it had found', async () => {
  const found = Promise.withResolvers<void>()
  await using world = await createJobWorld({
    async* discover({ signal }): AsyncGenerator<DiscoveredProduct[], DiscoveryReport> {
      yield [discovered('a'), discovered('b')]
      found.resolve()
      await once(signal, 'abort')
      throw signal.reason
    },
  })
  const job = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id } })
  const run = world.start(job)
  await found.promise
  run.abort('cancel')
  await run.outcome
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'cancelled', result: { partial: true, found: 2, added: 2 } })
})

test('a cancelled reading says how many pages it had read, of how many', async () => {
  let reads = 0
  const ninety = Promise.withResolvers<void>()
  await using world = await createJobWorld({
    batches: [Array.from({ length: 120 }, (_, n) => discovered(`p${n}`))],
    async read(url, { signal }) {
      if (++reads === 90)
        ninety.resolve()
      if (reads >= 90)
        await once(signal, 'abort')
      signal.throwIfAborted()
      return readingOf(url)
    },
  })
  await world.start(await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id } })).outcome
  const job = await world.insert({ type: 'scrape-product-details', data: { brandId: world.brand.id } })
  const run = world.start(job)
  await ninety.promise
  run.abort('cancel')
  await run.outcome
  const read = await world.database.read.product.count({ where: { readBy: job.id } })
  expect(read).toBeGreaterThanOrEqual(50)
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'cancelled', result: { partial: true, products: 120, read, failed: 0 } })
})
