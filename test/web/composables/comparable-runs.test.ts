import { beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import * as api from '../../../web/api/jobs.ts'
import { ApiProblem } from '../../../web/api/problem.ts'
import { useComparableRuns } from '../../../web/composables/use-comparable-runs.ts'
import { aJob } from '../../http/support/things.ts'
import { makeJob } from '../fixtures.ts'

vi.mock('../../../web/api/jobs.ts')
const { getJob, listJobs } = vi.mocked(api)

/** A run that ended so many days before the newest. */
const ended = (days: number) => ({ completedAt: new Date(Date.UTC(2026, 10, 23) - days * 86_400_000).toISOString() })
const run = (days: number) => makeJob(ended(days))
const page = (items: ReturnType<typeof run>[], nextCursor: string | null) => ({ items, nextCursor, prevCursor: null, count: null })

function open(chosen: () => string[] = () => []) {
  return effectScope().run(() => useComparableRuns('brand-1', chosen))!
}

beforeEach(() => void vi.resetAllMocks())

test('runs are read on to the oldest, over pages that hold none', async () => {
  const [newest, middle, oldest] = [run(0), run(1), run(2)]
  listJobs.mockResolvedValueOnce(page([newest, middle], 'a'))
    .mockResolvedValueOnce(page([makeJob({ ...ended(1), type: 'export-csv' })], 'b'))
    .mockResolvedValueOnce(page([oldest], null))
  const runs = open()
  await runs.load()
  expect([runs.runs.value, runs.hasMore.value]).toEqual([[newest, middle], true])
  await runs.more()
  expect([runs.runs.value, runs.hasMore.value]).toEqual([[newest, middle, oldest], false])
  expect(listJobs.mock.calls.map(([{ brandId, status, cursor }]) => [brandId, status, cursor])).toEqual([undefined, 'a', 'b'].map(cursor => ['brand-1', ['completed'], cursor]))
})

test('there are two to compare at once where there are two at all', async () => {
  const [newest, oldest] = [run(0), run(9)]
  listJobs.mockResolvedValueOnce(page([newest], 'a')).mockResolvedValueOnce(page([oldest], 'b'))
  const { load, runs } = open()
  await load()
  expect(runs.value).toEqual([newest, oldest])
})

test('a run of the address is named although it is further back; one that is gone is left out', async () => {
  const [newest, second] = [run(0), run(1)]
  const [ancient, older] = [aJob({ id: 'ancient', ...ended(900) }), aJob({ id: 'older', ...ended(800) })]
  listJobs.mockResolvedValueOnce(page([newest, second], 'a'))
  getJob.mockImplementation(async id => [ancient, older].find(job => job.id === id) ?? Promise.reject(new ApiProblem({ code: 'not-found', status: 404, title: 'x' })))
  const chosen = ref(['ancient', 'gone', newest.id])
  const { load, runs } = open(() => chosen.value)
  await load()
  expect(runs.value).toEqual([newest, second, ancient])
  chosen.value = ['older']
  await nextTick()
  await vi.waitFor(() => expect(runs.value).toEqual([newest, second, older, ancient]))
})
