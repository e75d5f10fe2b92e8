import { expect, test } from 'vitest'
import { tell } from '../../server/contract/told.ts'
import { failureOf } from '../../server/errors.ts'
import { attemptsOf } from '../../server/jobs/attempts.ts'
import { createBulkOperationStore } from '../../server/store/bulk-operation-store.ts'
import { createInsightStore } from '../../server/store/insight-store.ts'
import { openTestStores } from '../support/database.ts'
import { newJob } from '../support/jobs.ts'
import { aLine } from '../support/told.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds))
const told = [tell('pages-done', { done: 120, total: 400 }), tell('pages-failed', { n: 2 })]

async function openRun() {
  const stores = await openTestStores()
  const { job } = await stores.jobs.insert(newJob(), at(0))
  const claim = await stores.jobs.claim({ jobId: job.id, generation: 1, worker: 'w1', now: at(1) })
  if (claim.kind !== 'claimed')
    throw new Error('not claimed')
  return { ...stores, job, fence: claim.fence }
}

test('progress is kept as what it says beside its English text, and a beat without words leaves both', async () => {
  await using run = await openRun()
  const words = { progressNote: '120 of 400 pages, 2 failed', progressTold: told }
  expect(await run.jobs.beat(run.fence, { now: at(2), progress: 30, told })).toMatchObject(words)
  expect(await run.jobs.beat(run.fence, { now: at(3), progress: 31 })).toMatchObject(words)
  expect((await run.jobs.list({ limit: 5 })).items).toMatchObject([words])
  await run.jobs.finish(run.fence, () => ({ status: 'cancelled', now: at(4), told: aLine }))
  const [again] = await run.jobs.revive(run.job.id, at(5))
  expect(again!.progressNote).toBeNull()
  expect(again!.progressTold).toBeUndefined()
})

test('each line of a timeline has what it says', async () => {
  await using run = await openRun()
  await run.jobs.finish(run.fence, () => ({ status: 'completed', now: at(2), told }))
  const { items } = await run.jobs.timeline(run.job.id, { limit: 10 })
  expect(items.map(({ message, told }) => [message, told])).toEqual([
    ['120 of 400 pages, 2 failed', told],
    ['Attempt 1 of 2', [{ code: 'attempt', values: { attempt: 1, most: 2 } }]],
    ['Accepted', [{ code: 'accepted' }]],
  ])
})

test.each([
  ['older than that', null],
  ['that something has damaged', '{"code": 7}'],
])('rows %s have their text alone', async (_, column) => {
  await using run = await openRun()
  await run.jobs.beat(run.fence, { now: at(2), told })
  await run.database.write(async (tx) => {
    await tx.jobEvent.updateMany({ data: { told: column } })
    await tx.job.updateMany({ data: { progressTold: column } })
  })
  const { progressNote, progressTold } = await run.jobs.get(run.job.id)
  expect([progressNote, progressTold]).toEqual(['120 of 400 pages, 2 failed', undefined])
  expect((await run.jobs.timeline(run.job.id, { limit: 5 })).items.map(({ message, told }) => [message, told])).toEqual([['Attempt 1 of 2', undefined], ['Accepted', undefined]])
})

test('why a job failed is told with the job, its timeline, its attempt, its cause and its brand', async () => {
  await using run = await openRun()
  const error = failureOf('all-pages-failed', tell('no-page-read', { n: 3, failure: failureOf('timeout', tell('host-silent')) }))
  await run.jobs.finish(run.fence, () => ({ status: 'failed', now: at(2), told: [tell('failure', { failure: error })], error }))
  expect((await run.jobs.get(run.job.id)).error).toEqual(error)
  const { items: steps } = await run.jobs.timeline(run.job.id, { limit: 10 })
  expect(steps[0]!.told).toEqual([tell('failure', { failure: error })])
  expect(attemptsOf(steps.toReversed())).toMatchObject([{ error: { code: 'all-pages-failed', told: error.told } }])
  const insight = createInsightStore(run.database)
  expect((await insight.failures({ limit: 5 })).groups).toMatchObject([{ message: 'The host did not answer in time.', told: error.told }])
})

test('why a bulk action left a job alone is told with its result', async () => {
  await using stores = await openTestStores()
  const { job } = await stores.jobs.insert(newJob(), at(0))
  const operations = createBulkOperationStore(stores.database)
  const { id } = await operations.create({ action: 'retry', ids: [job.id] }, at(1))
  await operations.step(id, at(2), 10)
  expect((await operations.results(id, { limit: 5 })).items).toMatchObject([{ outcome: 'skipped', message: 'The job is pending; only a failed or cancelled job can be retried.', told: [{ code: 'job-not-ended-badly', values: { status: 'pending' } }] }])
})
