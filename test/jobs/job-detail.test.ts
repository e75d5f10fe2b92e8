import type { Job } from '../../server/contract/job.ts'
import type { DiscoveredProduct, DiscoveryReport } from '../../server/scrape/ports.ts'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { JobAttempts, JobHistory, JobTree } from '../../server/contract/job-detail.ts'
import { tell } from '../../server/contract/told.ts'
import { NotFound, ScrapeError } from '../../server/errors.ts'
import { createJobDetailService } from '../../server/jobs/job-detail-service.ts'
import { createJobDetailStore } from '../../server/store/job-detail-store.ts'
import { newJob } from '../support/jobs.ts'
import { discovered, readingOf } from '../support/scraper.ts'
import { createServiceWorld } from './service-world.ts'
import { createJobWorld } from './world.ts'

async function createDetailWorld(...args: Parameters<typeof createJobWorld>) {
  const world = await createJobWorld(...args)
  const service = createJobDetailService({ jobs: world.jobs, details: createJobDetailStore(world.database) })
  return { ...world, service, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('every attempt is there with its worker, duration, error and stack, the newest first', async () => {
  let runs = 0
  await using world = await createDetailWorld({

    async* discover(): AsyncGenerator<DiscoveredProduct[], DiscoveryReport> {
      if (++runs < 3)
        throw new ScrapeError('timeout', tell('raw', { raw: `The shop took too long (${runs}).` }), { url: 'https://shop.test/', retryable: true })
      yield [discovered('a')]
      return { strategy: 'sitemap', moved: null, tried: [], complete: true, failures: [], platform: null }
    },
  })
  const job = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id }, brandId: world.brand.id, maxAttempts: 3 })
  for (let run = 0; run < 3; run++)
    await world.start(job).outcome
  const { items, cancel } = JobAttempts.parse(await world.service.attempts(job.id))
  expect(items.map(({ number, outcome, worker }) => [number, outcome, worker])).toEqual([[3, 'completed', 'test-worker'], [2, 'failed', 'test-worker'], [1, 'failed', 'test-worker']])
  expect(items[2]).toMatchObject({ error: { code: 'timeout', message: 'The shop took too long (1).' }, stack: expect.stringContaining('job-detail.test.ts') as string, endedAt: expect.any(String) as string })
  expect(items[2]!.durationMs).toBeGreaterThanOrEqual(0)
  expect(cancel).toBeNull()
  await expect(world.service.attempts('nobody')).rejects.toThrow(NotFound)
})

test('a cancellation is requested, then acknowledged by its worker, then done; a retry forgets it', async () => {
  const started = Promise.withResolvers<void>()
  await using world = await createDetailWorld({
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
  expect((await world.service.attempts(job.id)).cancel).toMatchObject({ acknowledgedAt: null, worker: null, stoppedAt: null })
  await outcome
  const { cancel, items } = await world.service.attempts(job.id)
  expect(cancel).toMatchObject({ worker: 'test-worker', acknowledgedAt: expect.any(String) as string, stoppedAt: expect.any(String) as string })
  expect(cancel!.requestedAt <= cancel!.acknowledgedAt! && cancel!.acknowledgedAt! <= cancel!.stoppedAt!).toBe(true)
  expect(items[0]).toMatchObject({ outcome: 'cancelled' })
  expect(world.heard).toContainEqual(expect.objectContaining({ kind: 'timeline', entry: expect.objectContaining({ kind: 'cancel-acknowledged' }) as object }))
  await world.jobs.revive(job.id, new Date())
  expect((await world.service.attempts(job.id)).cancel).toBeNull()
})

test('steps are found among however many log lines, and lines after a known one come oldest first', async () => {
  await using world = await createDetailWorld({ batches: [] })
  const job = await world.insert({})
  const lines = []
  for (let n = 0; n < 30; n++)
    lines.push(await world.jobs.note(job.id, new Date(), { kind: 'log', told: [tell('left-over-removed', { file: `${n}.csv` })] }))
  expect((await world.jobs.timeline(job.id, { only: 'steps', limit: 5 })).items.map(({ kind }) => kind)).toEqual(['created'])
  const page = await world.jobs.timeline(job.id, { after: lines[9]!.id, limit: 15 })
  expect(page.items.map(({ message }) => message)).toEqual(Array.from({ length: 15 }, (_, n) => `Removed ${n + 10}.csv, left behind by the run before`))
  expect(page.nextCursor).not.toBeNull()
  expect(await world.jobs.timeline(job.id, { after: lines[29]!.id, limit: 15 })).toEqual({ items: [], nextCursor: null })
  const plan = await world.database.read.$queryRawUnsafe<{ detail: string }[]>(`EXPLAIN QUERY PLAN SELECT "id" FROM "JobEvent" WHERE "jobId" = ? AND "kind" <> 'log' ORDER BY "id" DESC LIMIT 5`, job.id)
  expect(plan.map(({ detail }) => detail).join()).toContain('_JobEvent_steps')
})

test('the history has the runs of the same type and brand, this one among them however old it is', async () => {
  await using world = await createDetailWorld({ batches: [] })
  const other = await world.brands.create({ url: 'https://other.test/', name: 'Other' }, new Date())
  const runs: Job[] = []
  for (let n = 0; n < 20; n++) {
    runs.push(await world.insert({ type: 'export-csv', brandId: world.brand.id }))
    await world.insert({ type: 'export-csv', brandId: other.id })
    await world.insert({ type: 'scrape-brand', brandId: world.brand.id })
  }
  const ids = async (index: number, limit: number) => JobHistory.parse(await world.service.history(runs[index]!.id, limit)).items.map(({ id }) => runs.findIndex(run => run.id === id))
  expect(await ids(19, 8)).toEqual([12, 13, 14, 15, 16, 17, 18, 19])
  expect(await ids(10, 8)).toEqual([5, 6, 7, 8, 9, 10, 11, 12])
  expect(await ids(0, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})

test('the tree counts children by status without listing them, and pages of them are read when asked', async () => {
  await using world = await createDetailWorld({ batches: [Array.from({ length: 40 }, (_, n) => discovered(`p${n}`))], read: async url => readingOf(url) }, { detailsBatch: 5 })
  const search = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id }, brandId: world.brand.id })
  await world.start(search).outcome
  const root = await world.insert({ type: 'export-csv', brandId: world.brand.id, children: [newJob({ type: 'scrape-product-details', data: { brandId: world.brand.id }, brandId: world.brand.id })] })
  const [details] = await world.jobs.flow(root.id)
  await world.start(await world.jobs.get(details!.id)).outcome
  const parts = await world.jobs.parts(details!.id)
  await world.start(parts[0]!).outcome
  const tree = JobTree.parse(await world.service.tree(parts[3]!.id))
  expect(tree.ancestors.map(({ job, children }) => [job.id, children])).toEqual([
    [root.id, { total: 1, byStatus: { pending: 1 } }],
    [details!.id, { total: 8, byStatus: { completed: 1, pending: 7 } }],
  ])
  expect(tree.node).toMatchObject({ job: { id: parts[3]!.id }, children: { total: 0 } })
  const first = await world.service.children(details!.id, { limit: 5 })
  const second = await world.service.children(details!.id, { limit: 5, cursor: first.nextCursor! })
  expect([...first.items, ...second.items].map(({ job }) => job.id)).toEqual(parts.map(part => part.id))
  expect((await world.service.children(details!.id, { limit: 5, status: 'completed' })).items).toHaveLength(1)
  // Parts have their own history; the run that they are of is none of it.
  const history = await world.service.history(parts[0]!.id, 30)
  expect(history.items.map(({ id }) => id)).toEqual(parts.map(part => part.id))
  expect((await world.service.history(details!.id, 30)).items.map(({ id }) => id)).toEqual([details!.id])
})

test('a retry may change what the job does: checked like a new request, and kept in its timeline', async () => {
  await using world = await createServiceWorld()
  const { job } = await world.service.submit({ type: 'export-csv', data: { filename: 'first' } })
  await world.service.cancel(job.id)
  await expect(world.service.retry(job.id, { data: { columns: ['no-such-column'] } })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(world.service.retry(job.id, { data: { brandId: 'nobody' } })).rejects.toMatchObject({ code: 'invalid-input' })
  const retried = await world.service.retry(job.id, { data: { filename: 'second', brandId: world.brand.id }, priority: 7 })
  expect(retried).toMatchObject({ status: 'pending', data: { filename: 'second', brandId: world.brand.id }, brandId: world.brand.id, priority: 7 })
  const { items: [line] } = await world.jobs.timeline(job.id, { only: 'steps', limit: 1 })
  expect(line).toMatchObject({ kind: 'retried', data: { before: { filename: 'first' } } })
})
