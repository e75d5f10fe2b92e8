import type { TestStores } from '../support/database.ts'
import { expect, test } from 'vitest'
import { openTestStores } from '../support/database.ts'
import { newJob } from '../support/jobs.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds))

async function claimed(stores: TestStores, jobId: string) {
  const claim = await stores.jobs.claim({ jobId, generation: 1, worker: 'w1', now: at(1) })
  if (claim.kind !== 'claimed')
    throw new Error(claim.kind)
  return claim.fence
}

test('cancelling one job of a flow leaves another alone that gave a sign of life at the same moment', async () => {
  await using stores = await openTestStores()
  const { job: root } = await stores.jobs.insert(newJob({ children: [newJob({ onChildFailure: 'ignore' }), newJob()] }), at(0))
  const [first, second] = await stores.jobs.flow(root.id)
  const fence = await claimed(stores, second!.id)
  await stores.jobs.beat(fence, { now: at(2), progress: 10 })
  const changed = await stores.jobs.requestCancel(first!.id, at(2))
  expect(changed.map(job => [job.id, job.status])).toEqual([[first!.id, 'cancelled']])
})

test('cancelling a job tells of the jobs after it too, which end with it', async () => {
  await using stores = await openTestStores()
  const { job: root } = await stores.jobs.insert(newJob({ children: [newJob({ children: [newJob()] })] }), at(0))
  const [first, middle] = await stores.jobs.flow(root.id)
  const changed = await stores.jobs.requestCancel(first!.id, at(1))
  expect(changed.map(job => [job.id, job.status])).toEqual([first, middle, root].map(job => [job!.id, 'cancelled']))
})

test('a failure that comes after the request to stop ends the job instead of trying again', async () => {
  await using stores = await openTestStores()
  const { job } = await stores.jobs.insert(newJob(), at(0))
  const fence = await claimed(stores, job.id)
  await stores.jobs.requestCancel(job.id, at(2))
  const error = { code: 'timeout', message: 'Too slow.', retryable: true } as const
  expect(await stores.jobs.retryLater(fence, { now: at(3), runAt: at(600), error })).toMatchObject({ status: 'cancelled', runAt: null })
})

test('a shutdown that comes after the request to stop ends the job', async () => {
  await using stores = await openTestStores()
  const { job } = await stores.jobs.insert(newJob(), at(0))
  const fence = await claimed(stores, job.id)
  await stores.jobs.requestCancel(job.id, at(2))
  expect(await stores.jobs.requeue(fence, { now: at(3) })).toMatchObject({ status: 'cancelled' })
})

test('a job that is asked to stop is not split into parts', async () => {
  await using stores = await openTestStores()
  const { job } = await stores.jobs.insert(newJob({ type: 'scrape-product-details', data: { brandId: 'b' } }), at(0))
  const fence = await claimed(stores, job.id)
  await stores.jobs.requestCancel(job.id, at(2))
  expect((await stores.jobs.split(fence, { parts: [newJob(), newJob()], planned: 2 }, at(3))).map(each => [each.id, each.status])).toEqual([[job.id, 'cancelled']])
  expect(await stores.jobs.flow(job.id)).toHaveLength(1)
})
