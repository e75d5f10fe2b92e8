import type { NewJob } from '../../server/store/job-store.ts'
import type { TestStores } from '../support/database.ts'
import { expect, test } from 'vitest'
import { createWorkerStore } from '../../server/store/worker-store.ts'
import { openTestStores } from '../support/database.ts'
import { newJob } from '../support/jobs.ts'
import { aLine } from '../support/told.ts'

const now = new Date('2026-01-01T00:00:00Z')
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000)

async function insert(stores: TestStores, ...jobs: Partial<NewJob>[]): Promise<string[]> {
  const ids: string[] = []
  for (const job of jobs)
    ids.push((await stores.jobs.insert(newJob(job), now)).job.id)
  return ids
}

/** Takes and dispatches, as the dispatcher does. */
async function dispatch(stores: TestStores, window: number, at = now): Promise<string[]> {
  const trees = await stores.jobs.takeUndispatched(100, at, window)
  const entries = trees.flatMap(tree => [tree.entry, ...tree.children.map(child => child.entry)])
  await stores.jobs.markDispatched(entries, at)
  return entries.map(entry => entry.jobId)
}

test('each queue has a window of its own: a full one holds up no other', async () => {
  await using stores = await openTestStores()
  const exports = await insert(stores, {}, {}, {}, {})
  const details = await insert(stores, { type: 'scrape-product-details' }, { type: 'scrape-product-details' })
  expect((await dispatch(stores, 3)).toSorted()).toEqual([...exports.slice(0, 3), ...details].toSorted())
  expect(await dispatch(stores, 3)).toEqual([])
})

test('when a dispatched job ends, the next gets its place', async () => {
  await using stores = await openTestStores()
  const [first, second] = await insert(stores, {}, {})
  expect(await dispatch(stores, 1)).toEqual([first])
  const claim = await stores.jobs.claim({ jobId: first!, generation: 1, worker: 'w', now })
  expect(await dispatch(stores, 1)).toEqual([])
  if (claim.kind !== 'claimed')
    throw new Error(claim.kind)
  await stores.jobs.finish(claim.fence, () => ({ status: 'completed', now, told: aLine }))
  expect(await dispatch(stores, 1)).toEqual([second])
})

test('a job with a smaller priority number goes before older ones', async () => {
  await using stores = await openTestStores()
  const [low, lower, high] = await insert(stores, { priority: 5 }, { priority: 9 }, { priority: 1 })
  expect(await dispatch(stores, 1)).toEqual([high])
  expect(await dispatch(stores, 2)).toEqual([low])
  expect(await dispatch(stores, 3)).toEqual([lower])
})

test('jobs for later wait in the table until they are due soon', async () => {
  await using stores = await openTestStores()
  const [soon, later, ready] = await insert(stores, { runAt: inSeconds(30) }, { runAt: inSeconds(3600) }, {})
  expect(await dispatch(stores, 10)).toEqual([soon, ready])
  expect(await dispatch(stores, 10, inSeconds(3500))).toEqual([])
  expect(await dispatch(stores, 10, inSeconds(3545))).toEqual([later])
})

test('jobs that wait for their children take no place', async () => {
  await using stores = await openTestStores()
  await insert(stores, { children: [newJob({ type: 'scrape-product-details' })] }, { children: [newJob({ type: 'scrape-product-details' })] })
  expect(await dispatch(stores, 2)).toHaveLength(4)
  const single = await insert(stores, {}, {})
  expect(await dispatch(stores, 2)).toEqual(single)
})

test('taking some of two hundred thousand looks at few of them', async () => {
  await using stores = await openTestStores()
  await stores.database.write(async (tx) => {
    await tx.$executeRawUnsafe(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
      INSERT INTO "Job" ("id", "type", "status", "data", "maxAttempts", "createdAt", "updatedAt") SELECT printf('j%06d', i), 'export-csv', 'pending', '{}', 1, ?, ? FROM n`, now, now)
  })
  const startedAt = performance.now()
  expect(await dispatch(stores, 50)).toHaveLength(50)
  expect(performance.now() - startedAt).toBeLessThan(1500)
})

test('of jobs whose process died twice, one goes out for each process, before all others; the next when it has ended', async () => {
  await using stores = await openTestStores()
  const workers = createWorkerStore(stores.database)
  for (const id of ['w1', 'w2', 'w3'])
    await workers.register({ id, host: 'shed', pid: 1, identity: null, version: '1', role: 'worker', concurrency: {} }, now)
  await workers.bury('w3')
  const suspects = await insert(stores, {}, {}, {})
  await dispatch(stores, 10)
  for (const jobId of suspects) {
    for (let death = 0; death < 2; death++)
      await stores.jobs.claim({ jobId, generation: 1, worker: `shed-${jobId}-export-csv`, now })
  }
  await stores.jobs.handOver({ workers: suspects.map(jobId => `shed-${jobId}-export-csv`), held: [], now })
  const [fresh] = await insert(stores, { priority: 0 })
  expect(await dispatch(stores, 10)).toEqual([suspects[0], suspects[1], fresh])
  expect(await dispatch(stores, 10)).toEqual([])
  await stores.jobs.requestCancel(suspects[0]!, now)
  expect(await dispatch(stores, 10)).toEqual([suspects[2]])
})

test('a job of a flow whose process died twice waits its turn, and the job after it cannot run before', async () => {
  await using stores = await openTestStores()
  const [alone] = await insert(stores, {})
  const [root] = await insert(stores, { children: [newJob(), newJob()] })
  const [child] = await stores.jobs.flow(root!)
  await dispatch(stores, 10)
  for (const jobId of [alone!, child!.id]) {
    for (let death = 0; death < 2; death++)
      await stores.jobs.claim({ jobId, generation: 1, worker: 'shed-1-export-csv', now })
  }
  await stores.jobs.handOver({ workers: ['shed-1-export-csv'], held: [], now })
  expect(await dispatch(stores, 10)).toEqual([alone, root])
  expect(await stores.jobs.claim({ jobId: root!, generation: 2, worker: 'shed-1-export-csv', now })).toEqual({ kind: 'waiting' })
  await stores.jobs.requestCancel(alone!, now)
  const [tree] = await stores.jobs.takeUndispatched(10, now, 10)
  expect(tree).toMatchObject({ entry: { jobId: child!.id, generation: 2 } })
})
