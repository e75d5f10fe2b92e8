import type { Export, Job } from '../../../server/contract/index.ts'
import { beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import * as exportsApi from '../../../web/api/exports.ts'
import * as jobsApi from '../../../web/api/jobs.ts'
import { useJobFile } from '../../../web/composables/use-job-file.ts'
import { aJob } from '../../http/support/things.ts'
import { makeExport } from '../fixtures.ts'

const router = vi.hoisted(() => ({ push: vi.fn() }))
vi.mock('../../../web/api/exports.ts')
vi.mock('../../../web/api/jobs.ts')
vi.mock('vue-router', () => ({ useRouter: () => router }))
vi.mock('../../../web/composables/use-notify.ts', () => ({ useNotify: () => ({ attempt: async (action: () => Promise<unknown>) => action() }) }))
const { listExports } = vi.mocked(exportsApi)
const { submitJob } = vi.mocked(jobsApi)

const data = { productIds: ['p1'], mode: 'raw' }
const exported = (changes: Partial<Job> = {}) => aJob({ id: 'j1', type: 'export-csv', status: 'completed', data, ...changes })

function open(job: Job | null, files: Export[]) {
  const shown = shallowRef(job)
  listExports.mockImplementation(async () => ({ items: files, nextCursor: null }))
  return { shown, written: effectScope().run(() => useJobFile(() => shown.value))! }
}

beforeEach(() => void vi.resetAllMocks())

test('the file of an export job is looked for once the job is done, and not for other jobs', async () => {
  const gone = makeExport({ jobId: 'j1', isFileGone: true })
  const { shown, written } = open(exported({ status: 'active' }), [gone])
  await nextTick()
  expect(listExports).not.toHaveBeenCalled()
  shown.value = exported()
  await vi.waitFor(() => expect(written.file.value).toEqual(gone))
  expect(listExports.mock.calls.map(([query]) => query)).toEqual([{ jobId: 'j1', limit: 1 }])
  const other = open(aJob({ status: 'completed' }), [])
  await nextTick()
  expect([other.written.file.value, listExports.mock.calls.length]).toEqual([undefined, 1])
})

test('an export that was deleted, before or meanwhile, has no file; one that cannot be asked for is not called gone', async () => {
  const before = open(exported(), [])
  await vi.waitFor(() => expect(before.written.file.value).toBeNull())
  const file = makeExport({ jobId: 'j1' })
  const meanwhile = open(exported(), [file])
  await vi.waitFor(() => expect(meanwhile.written.file.value).toEqual(file))
  meanwhile.written.apply({ kind: 'export-removed', id: 'another' })
  expect(meanwhile.written.file.value).toEqual(file)
  meanwhile.written.apply({ kind: 'export-removed', id: file.id })
  expect(meanwhile.written.file.value).toBeNull()
  const unknown = open(null, [])
  listExports.mockRejectedValueOnce(new TypeError('offline'))
  unknown.shown.value = exported()
  await vi.waitFor(() => expect(listExports).toHaveBeenCalledTimes(3))
  expect(unknown.written.file.value).toBeUndefined()
})

test('writing it again is a new job that is asked for the same, and is shown', async () => {
  const { written } = open(exported(), [])
  submitJob.mockResolvedValueOnce(aJob({ id: 'j2' }))
  await written.writeAgain()
  expect(submitJob).toHaveBeenCalledExactlyOnceWith({ type: 'export-csv', data })
  expect(router.push).toHaveBeenCalledExactlyOnceWith('/jobs/j2')
})
