import type { JobSummary } from '../../../server/contract/index.ts'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import * as api from '../../../web/api/jobs.ts'
import { useJobList } from '../../../web/stores/job-list.ts'
import { matchesFilter } from '../../../web/stores/job-match.ts'
import { useRecent } from '../../../web/stores/recent.ts'
import { useRunning } from '../../../web/stores/running.ts'
import { makeJob } from '../fixtures.ts'

vi.mock('../../../web/api/jobs.ts')
const listJobs = vi.mocked(api.listJobs)
const answer = (...items: JobSummary[]) => listJobs.mockResolvedValueOnce({ items, nextCursor: null, prevCursor: null, count: null })
const change = (job: JobSummary, changes: Partial<JobSummary>): JobSummary => ({ ...job, version: job.version + 1, ...changes })

beforeEach(() => {
  setActivePinia(createPinia())
  listJobs.mockReset()
})

test('a listed row changes in its place', async () => {
  const list = useJobList()
  const [a, b] = [makeJob(), makeJob()]
  answer(b, a)
  await list.load({})
  list.apply({ kind: 'job', job: change(a, { status: 'active', progress: 40 }) })
  expect(list.items.map(({ id, progress }) => [id, progress])).toEqual([[b.id, 0], [a.id, 40]])
})

test('an older version never wins', async () => {
  const list = useJobList()
  const job = makeJob({ version: 7, progress: 70 })
  answer(job)
  await list.load({})
  list.apply({ kind: 'job', job: { ...job, version: 6, progress: 60 } })
  list.apply({ kind: 'job', job: { ...job, version: 7, progress: 0 } })
  expect(list.items[0]!.progress).toBe(70)
})

test('new jobs wait behind the pill until they are asked for, newest first', async () => {
  const list = useJobList()
  const [old, first, second] = [makeJob(), makeJob(), makeJob()]
  answer(old)
  await list.load({})
  list.apply({ kind: 'job', job: first })
  list.apply({ kind: 'job', job: second })
  list.apply({ kind: 'job', job: change(first, { status: 'active' }) })
  expect(list.items).toEqual([old])
  expect(list.waitingCount).toBe(2)
  await list.showWaiting()
  expect(list.items.map(({ id, status }) => [id, status])).toEqual([[second.id, 'pending'], [first.id, 'active'], [old.id, 'pending']])
  expect(list.waitingCount).toBe(0)
})

test('jobs that the filter excludes do not wait, and one that leaves the filter stops waiting', async () => {
  const list = useJobList()
  answer(makeJob({ status: 'active' }))
  await list.load({ status: ['active'] })
  const other = makeJob()
  list.apply({ kind: 'job', job: other })
  expect(list.waitingCount).toBe(0)
  const started = change(other, { status: 'active' })
  list.apply({ kind: 'job', job: started })
  expect(list.waitingCount).toBe(1)
  list.apply({ kind: 'job', job: change(started, { status: 'completed' }) })
  expect(list.waitingCount).toBe(0)
})

test('a change of a job far down the list is no new job', async () => {
  const list = useJobList()
  const old = makeJob()
  answer(makeJob())
  await list.load({})
  list.apply({ kind: 'job', job: change(old, { status: 'active' }) })
  expect(list.waitingCount).toBe(0)
})

test('a flood of new jobs is counted up to a limit, and then read again as a whole', async () => {
  const list = useJobList()
  answer(makeJob())
  await list.load({})
  for (let i = 0; i < 500; i++)
    list.apply({ kind: 'job', job: makeJob() })
  expect(list.waitingCount).toBe(200)
  expect(list.waitingIsCapped).toBe(true)
  const newest = makeJob()
  answer(newest)
  await list.showWaiting()
  expect(list.items).toEqual([newest])
})

test('a removed job leaves the list and the pill', async () => {
  const list = useJobList()
  const [listed, waiting] = [makeJob(), makeJob()]
  answer(listed)
  await list.load({})
  list.apply({ kind: 'job', job: waiting })
  list.apply({ kind: 'job-removed', id: listed.id })
  list.apply({ kind: 'job-removed', id: waiting.id })
  expect(list.items).toEqual([])
  expect(list.waitingCount).toBe(0)
})

test('while paused nothing moves; what happened is counted, and shown on going on', async () => {
  const list = useJobList()
  const [stays, changes, goes] = [makeJob(), makeJob(), makeJob()]
  answer(goes, changes, stays)
  await list.load({})
  list.setPaused(true)
  const newer = change(changes, { status: 'active', progress: 60 })
  list.apply({ kind: 'job', job: newer })
  list.apply({ kind: 'job', job: change(changes, { status: 'active', progress: 20, version: changes.version }) })
  list.apply({ kind: 'job-removed', id: goes.id })
  list.apply({ kind: 'job', job: makeJob() })
  expect(list.items).toEqual([goes, changes, stays])
  expect([list.heldCount, list.waitingCount]).toEqual([2, 1])
  list.setPaused(false)
  expect(list.items).toEqual([newer, stays])
  expect([list.heldCount, list.waitingCount]).toEqual([0, 1])
})

test('after a lost connection rows change where they stand, what is gone goes, and what is new waits', async () => {
  const list = useJobList()
  const [gone, changes, stays] = [makeJob(), makeJob(), makeJob()]
  answer(stays, changes, gone)
  await list.load({})
  const [newer, added] = [change(changes, { status: 'failed' }), makeJob()]
  answer(added, stays, newer)
  await list.resync()
  expect([list.items, list.waitingCount]).toEqual([[stays, newer], 1])
})

test('a connection that was lost while paused is made good on going on', async () => {
  const list = useJobList()
  const job = makeJob()
  answer(job)
  await list.load({})
  list.setPaused(true)
  await list.resync()
  expect(list.items).toEqual([job])
  const newer = change(job, { status: 'completed' })
  answer(newer)
  list.setPaused(false)
  await vi.waitFor(() => expect(list.items).toEqual([newer]))
})

test('a full-text search is the server\'s to answer', () => {
  expect(matchesFilter(makeJob(), { search: 'acker' })).toBeNull()
  expect(matchesFilter(makeJob(), { search: 'acker', type: 'export-csv' })).toBe(false)
})

test('running jobs come, progress and go', () => {
  const running = useRunning()
  const job = makeJob({ status: 'active', startedAt: '2026-11-23T12:00:00.000Z' })
  running.apply({ kind: 'job', job })
  running.apply({ kind: 'job', job: change(job, { progress: 50 }) })
  expect(running.jobs.map(({ progress }) => progress)).toEqual([50])
  running.apply({ kind: 'job', job: { ...job, version: 9, status: 'completed' } })
  expect(running.jobs).toEqual([])
})

test('a reading that began before a job ended does not bring it back', async () => {
  const running = useRunning()
  const job = makeJob({ status: 'active' })
  answer(job)
  const reading = running.load()
  running.apply({ kind: 'job', job: change(job, { status: 'failed' }) })
  await reading
  expect(running.jobs).toEqual([])
})

test('a job that ended while the connection was lost goes with the next reading', async () => {
  const running = useRunning()
  running.apply({ kind: 'job', job: makeJob({ status: 'active' }) })
  answer()
  await running.load()
  expect(running.jobs).toEqual([])
})

test('the strip keeps the newest hundred, and drops what was deleted unseen', async () => {
  const recent = useRecent()
  const jobs = Array.from({ length: 150 }, () => makeJob())
  recent.apply({ kind: 'snapshot', jobs, queues: [] })
  expect(recent.jobs).toHaveLength(100)
  expect(recent.jobs[0]!.id).toBe(jobs.at(-1)!.id)
  answer(...jobs.slice(-40).reverse().filter(({ id }) => id !== jobs[140]!.id))
  await recent.load()
  expect(recent.jobs.some(({ id }) => id === jobs[140]!.id)).toBe(false)
})

test('a change is held against every filter that the server knows', () => {
  const job = makeJob({ tags: ['spring'], priority: 3, createdAt: '2026-11-23T12:00:00.000Z', completedAt: '2026-11-23T12:05:00.000Z' })
  const of = (filter: Parameters<typeof matchesFilter>[1]) => matchesFilter(job, filter)
  expect([of({ brandId: 'none' }), matchesFilter({ ...job, brandId: null }, { brandId: 'none' })]).toEqual([job.brandId === null, true])
  expect([of({ tag: 'spring' }), of({ tag: 'summer' }), of({ priority: 3 }), of({ priority: 0 })]).toEqual([true, false, true, false])
  expect([of({ createdAfter: '2026-11-23T12:00:00.000Z' }), of({ createdBefore: '2026-11-23T12:00:00.000Z' })]).toEqual([true, false])
  expect([of({ finishedAfter: '2026-11-23T13:00:00+01:00' }), of({ finishedBefore: '2026-11-23T12:04:00.000Z' })]).toEqual([true, false])
  expect(matchesFilter({ ...job, completedAt: null }, { finishedBefore: '2027-01-01T00:00:00.000Z' })).toBe(false)
})

test('how many match is told with the first page, and not known while another filter is read', async () => {
  const list = useJobList()
  listJobs.mockResolvedValueOnce({ items: [makeJob()], nextCursor: 'n', prevCursor: null, count: { value: 10_000, exact: false } })
  await list.load({})
  expect(list.total).toEqual({ value: 10_000, exact: false })
  listJobs.mockResolvedValueOnce({ items: [makeJob()], nextCursor: null, prevCursor: 'p', count: null })
  await list.more()
  expect(list.total).toEqual({ value: 10_000, exact: false })
  answer()
  const reading = list.load({ status: ['failed'] })
  expect(list.total).toBeNull()
  await reading
})

test('a change of a row that is not kept any more is no new job', async () => {
  const list = useJobList()
  const [old, middle, young] = [makeJob(), makeJob(), makeJob()]
  listJobs.mockResolvedValueOnce({ items: [young, ...Array.from({ length: 600 }, () => ({ ...middle, id: Math.random().toString() }))], nextCursor: 'n', prevCursor: null, count: null })
  await list.load({})
  listJobs.mockResolvedValueOnce({ items: [old, ...Array.from({ length: 600 }, () => ({ ...old, id: Math.random().toString() }))], nextCursor: null, prevCursor: 'p', count: null })
  await list.more()
  expect([list.skipped, list.items[0]!.id]).toEqual([601, old.id])
  list.apply({ kind: 'job', job: change(middle, { status: 'active' }) })
  expect(list.waitingCount).toBe(0)
  const newest = makeJob()
  list.apply({ kind: 'job', job: newest })
  expect(list.waitingCount).toBe(1)
  answer(newest, young)
  await list.showWaiting()
  expect(list.items).toEqual([newest, young])
})
