import type { Job } from '../../server/contract/job.ts'
import type { FakeShop } from '../support/scraper.ts'
import { expect, test } from 'vitest'
import { newJob } from '../support/jobs.ts'
import { discovered, failedReading, readingOf } from '../support/scraper.ts'
import { createJobWorld } from './world.ts'

/** A shop of a hundred products, all found, and a job that is to read them in parts of thirty. */
async function createPartsWorld(shop: Partial<FakeShop> = {}) {
  const world = await createJobWorld({ batches: [Array.from({ length: 100 }, (_, n) => discovered(`p${n}`))], ...shop }, { detailsBatch: 30 })
  await world.start(await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id } })).outcome
  const generationOf = async (job: Pick<Job, 'id'>) => (await world.jobs.ref(job.id))!.generation
  return {
    ...world,
    /** Runs the job's present generation. */
    go: async (job: Pick<Job, 'id'>) => {
      const row = await world.jobs.get(job.id)
      return world.start(row, await generationOf(job))
    },
    generationOf,
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

test('a large job is split, its parts do the work, and it sums up', async () => {
  await using world = await createPartsWorld()
  const job = await world.insert({ type: 'scrape-product-details', data: { brandId: world.brand.id }, priority: 3, maxAttempts: 2 })
  expect(await (await world.go(job)).outcome).toEqual({ kind: 'done' })
  const parts = await world.jobs.parts(job.id)
  expect(parts.map(part => [part.type, part.status, part.priority, part.maxAttempts, (part.data.productIds as string[]).length])).toEqual([30, 30, 30, 10].map(count => ['scrape-product-details', 'pending', 3, 2, count]))
  expect(new Set(parts.flatMap(part => part.data.productIds as string[])).size).toBe(100)
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'pending', progressNote: '0 of 4 parts', attempts: 1 })
  const [tree, ...others] = await world.jobs.takeUndispatched(10, new Date())
  expect(others).toEqual([])
  expect(tree).toMatchObject({ entry: { jobId: job.id, generation: 2 }, children: [{ onChildFailure: 'ignore' }, {}, {}, {}] })

  // Handed out too early, it waits.
  expect(await (await world.go(job)).outcome).toMatchObject({ kind: 'requeue' })
  for (const [at, part] of parts.entries()) {
    await (await world.go(part)).outcome
    expect(await world.jobs.get(job.id)).toMatchObject({ status: 'pending', progressNote: `${at + 1} of 4 parts`, progress: Math.min(99, 25 * (at + 1)) })
  }
  await (await world.go(job)).outcome
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'completed', progress: 100, result: { products: 100, read: 100, failed: 0, skipped: 0, coverage: { name: 100 }, fetch: { requests: 4 } } })
})

test('in a flow, what waits for the job waits for its parts', async () => {
  await using world = await createPartsWorld()
  const { job: root } = await world.jobs.insert(newJob({ type: 'export-csv', data: {}, children: [newJob({ type: 'scrape-product-details', data: { brandId: world.brand.id }, children: [newJob({ type: 'scrape-brand', data: { brandId: world.brand.id } })] })] }), new Date())
  const [search, details] = await world.jobs.flow(root.id) as [Job, Job]
  await (await world.go(search)).outcome
  await (await world.go(details)).outcome
  expect(await world.generationOf(root)).toBe(2)
  expect(await world.jobs.takeUndispatched(10, new Date())).toMatchObject([{ entry: { jobId: root.id }, children: [{ entry: { jobId: details.id }, children: [{}, {}, {}, {}] }] }])
  expect(await world.start(root, 1).outcome).toEqual({ kind: 'done' })
  expect(await (await world.go(root)).outcome).toMatchObject({ kind: 'requeue' })
  for (const part of await world.jobs.parts(details.id))
    await (await world.go(part)).outcome
  expect(await world.jobs.get(details.id)).toMatchObject({ progressNote: '4 of 4 parts' })
  await (await world.go(details)).outcome
  await (await world.go(root)).outcome
  expect(await world.jobs.get(root.id)).toMatchObject({ status: 'completed', result: { rows: 100 } })
})

test('a part that fails or is cancelled does not take the others along, and the sum says so', async () => {
  await using world = await createPartsWorld({ read: async url => /\/p(?:\d|1\d|2\d)$/.test(url) ? failedReading(url) : readingOf(url) })
  const job = await world.insert({ type: 'scrape-product-details', data: { brandId: world.brand.id } })
  await (await world.go(job)).outcome
  const [first, second, ...rest] = await world.jobs.parts(job.id)
  await (await world.go(first!)).outcome
  await world.jobs.requestCancel(second!.id, new Date())
  for (const part of rest)
    await (await world.go(part)).outcome
  await (await world.go(job)).outcome
  const done = await world.jobs.get(job.id)
  expect(done).toMatchObject({ status: 'completed', result: { products: 100, failed: expect.any(Number) as number } })
  const { read, skipped, failed } = done.result as { read: number, skipped: number, failed: number }
  expect(read + skipped + failed).toBe(100)
  expect(read).toBeLessThanOrEqual(70)
  expect(skipped).toBeGreaterThanOrEqual(30)
})

test('when no part ends well the job fails, and its retry brings the parts back', async () => {
  await using world = await createPartsWorld({ read: async url => failedReading(url) })
  const job = await world.insert({ type: 'scrape-product-details', data: { brandId: world.brand.id } })
  await (await world.go(job)).outcome
  for (const part of await world.jobs.parts(job.id))
    await (await world.go(part)).outcome
  await (await world.go(job)).outcome
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'failed', error: { code: 'all-pages-failed' } })
  await world.jobs.revive(job.id, new Date())
  expect((await world.jobs.parts(job.id)).map(part => part.status)).toEqual(['pending', 'pending', 'pending', 'pending'])
})

test('cancelling the whole cancels its parts', async () => {
  await using world = await createPartsWorld()
  const job = await world.insert({ type: 'scrape-product-details', data: { brandId: world.brand.id } })
  await (await world.go(job)).outcome
  await world.jobs.requestCancel(job.id, new Date())
  expect((await world.jobs.parts(job.id)).map(part => part.status)).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled'])
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'cancelled' })
})

test('a small job is not split', async () => {
  await using world = await createJobWorld({ batches: [[discovered('a'), discovered('b')]] }, { detailsBatch: 2 })
  await world.start(await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id } })).outcome
  const job = await world.insert({ type: 'scrape-product-details', data: { brandId: world.brand.id } })
  await world.start(job).outcome
  expect(await world.jobs.parts(job.id)).toEqual([])
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'completed', result: { read: 2 } })
})
