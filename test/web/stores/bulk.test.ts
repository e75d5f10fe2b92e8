import type { JobSummary } from '../../../server/contract/index.ts'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as api from '../../../web/api/bulk-operations.ts'
import { ApiProblem } from '../../../web/api/problem.ts'
import { useBulkAsk } from '../../../web/stores/bulk-ask.ts'
import { useBulkDetail } from '../../../web/stores/bulk-detail.ts'
import { useBulkOperations } from '../../../web/stores/bulk-operations.ts'
import { useBulkTray } from '../../../web/stores/bulk-tray.ts'
import { makeJob, makeOperation } from '../fixtures.ts'

vi.mock('../../../web/api/bulk-operations.ts')
const { previewBulkOperation, createBulkOperation, getBulkOperation, listBulkOperations, listBulkResults, undoBulkOperation } = vi.mocked(api)
const now = Date.parse('2026-11-23T12:00:00.000Z')
/** As the deletions that can be undone for this many minutes. */
const deleted = (minutes: number) => makeOperation({ action: 'delete', status: 'completed', undoUntil: new Date(now + minutes * 60_000).toISOString() })
const preview = { action: 'retry' as const, matched: 3, eligible: 2, skipped: 1, byStatus: { failed: 2, completed: 1 } }

/** What a tab keeps over a reload. */
function memory(...ids: string[]) {
  const kept = new Map([['gleaner:bulk-operations', JSON.stringify(ids)]])
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), ids: () => JSON.parse(kept.get('gleaner:bulk-operations')!) as string[] }
}

beforeEach(() => {
  setActivePinia(createPinia())
  vi.resetAllMocks()
  vi.useFakeTimers({ now })
  listBulkOperations.mockResolvedValue({ items: [], nextCursor: null })
})
afterEach(() => void vi.useRealTimers())

test('nothing is done before the count has been seen and agreed to; then the tray has it', async () => {
  const [ask, tray] = [useBulkAsk(), useBulkTray()]
  const started = vi.fn()
  previewBulkOperation.mockResolvedValueOnce(preview)
  await ask.ask({ action: 'retry', scope: { filter: { status: ['failed'] } }, started })
  expect(ask.preview).toEqual(preview)
  expect(createBulkOperation).not.toHaveBeenCalled()
  const operation = makeOperation()
  createBulkOperation.mockResolvedValueOnce(operation)
  await ask.run({ canary: { count: 2, minimumSuccessShare: 0.5 } })
  expect(createBulkOperation).toHaveBeenCalledExactlyOnceWith({ action: 'retry', filter: { status: ['failed'] }, canary: { count: 2, minimumSuccessShare: 0.5 } })
  expect([ask.asked, tray.operations, started.mock.calls]).toEqual([null, [operation], [[operation]]])
})

test('a refusal leaves the dialog as it is; a count that cannot be had closes it', async () => {
  const ask = useBulkAsk()
  const refused = new ApiProblem({ code: 'service-unavailable', status: 503, title: 'x' })
  previewBulkOperation.mockResolvedValueOnce(preview)
  await ask.ask({ action: 'retry', scope: { ids: ['a'] } })
  createBulkOperation.mockRejectedValueOnce(refused)
  await expect(ask.run({})).rejects.toBe(refused)
  expect([ask.asked?.action, ask.busy]).toEqual(['retry', false])
  previewBulkOperation.mockRejectedValueOnce(refused)
  await expect(ask.ask({ action: 'delete', scope: { ids: ['a'] } })).rejects.toBe(refused)
  expect(ask.asked).toBeNull()
})

test('a count that comes after the dialog was closed opens nothing', async () => {
  const ask = useBulkAsk()
  let answer = (_: typeof preview) => {}
  previewBulkOperation.mockReturnValueOnce(new Promise(resolve => answer = resolve))
  const asking = ask.ask({ action: 'retry', scope: { ids: ['a'] } })
  ask.close()
  answer(preview)
  await asking
  expect([ask.asked, ask.preview]).toEqual([null, null])
})

test('the tray follows its own operations only, by version, and survives a reload', async () => {
  const tray = useBulkTray()
  const [own, gone] = [makeOperation({ version: 3 }), makeOperation()]
  getBulkOperation.mockImplementation(async id => id === own.id ? own : Promise.reject(new ApiProblem({ code: 'not-found', status: 404, title: 'x' })))
  const storage = memory(own.id, gone.id)
  await tray.restore(storage)
  expect(tray.operations).toEqual([own])
  expect(storage.ids()).toEqual([own.id])
  tray.apply({ kind: 'bulk-operation', operation: makeOperation() })
  tray.apply({ kind: 'bulk-operation', operation: { ...own, version: 2, processed: 1 } })
  tray.apply({ kind: 'bulk-operation', operation: { ...own, version: 5, processed: 9 } })
  tray.apply({ kind: 'bulk-operation', operation: { ...own, version: 4, processed: 5 } })
  expect(tray.operations.map(({ id, processed }) => [id, processed])).toEqual([[own.id, 9]])
  tray.dismiss(own.id)
  expect([tray.operations, storage.ids()]).toEqual([[], []])
})

test('what another window deleted is offered for undo as long as that is possible, also after a reload', async () => {
  const tray = useBulkTray()
  const [before, later] = [deleted(4), deleted(10)]
  listBulkOperations.mockResolvedValue({ items: [before], nextCursor: null })
  await tray.restore(memory())
  tray.apply({ kind: 'bulk-operation', operation: later })
  expect(tray.operations).toEqual([later, before])
  expect(tray.has(later.id)).toBe(false)
  vi.advanceTimersByTime(4 * 60_000)
  expect(tray.operations).toEqual([later])
  tray.apply({ kind: 'bulk-operation', operation: { ...later, version: 2, status: 'undoing' } })
  vi.advanceTimersByTime(20 * 60_000)
  expect(tray.operations.map(({ status }) => status)).toEqual(['undoing'])
  tray.apply({ kind: 'bulk-operation', operation: { ...later, version: 3, status: 'undone', undoUntil: null } })
  expect(tray.operations).toEqual([])
})

test('an offer that was put away does not come back; one that is taken is followed as one\'s own', async () => {
  const tray = useBulkTray()
  const [unwanted, wanted] = [deleted(10), deleted(10)]
  listBulkOperations.mockResolvedValue({ items: [unwanted, wanted], nextCursor: null })
  getBulkOperation.mockImplementation(async id => [unwanted, wanted].find(each => each.id === id)!)
  const storage = memory()
  await tray.restore(storage)
  tray.dismiss(unwanted.id)
  undoBulkOperation.mockResolvedValueOnce({ ...wanted, version: 2, status: 'undoing' })
  await tray.undo(wanted.id)
  tray.apply({ kind: 'bulk-operation', operation: { ...wanted, version: 3, status: 'undone', undoUntil: null } })
  await tray.resync()
  tray.apply({ kind: 'bulk-operation', operation: { ...unwanted, version: 2 } })
  expect(tray.operations.map(({ id, status }) => [id, status])).toEqual([[wanted.id, 'undone']])
  setActivePinia(createPinia())
  const reloaded = useBulkTray()
  await reloaded.restore(storage)
  expect(reloaded.operations.map(({ id }) => id)).toEqual([wanted.id])
})

test('results say what each job is at present', async () => {
  const detail = useBulkDetail()
  const [first, second] = [makeJob({ status: 'failed' }), makeJob({ status: 'failed' })]
  const resultOf = ({ id, type, status, brandId, brandName }: JobSummary) => ({ jobId: id, job: { type, status, brandId, brandName }, outcome: 'done' as const, code: null, message: null })
  const statuses = () => detail.results.map(({ job }) => job?.status)
  const operation = makeOperation({ status: 'completed', finishedAt: '2026-11-23T12:00:00.000Z' })
  getBulkOperation.mockResolvedValue(operation)
  listBulkResults.mockImplementation(async () => ({ items: [resultOf(first), resultOf(second)], nextCursor: null }))
  await detail.open(operation.id, undefined)
  detail.apply({ kind: 'job', job: { ...first, status: 'active', version: 2 } })
  detail.apply({ kind: 'job-removed', id: second.id })
  expect(statuses()).toEqual(['active', null])
  // Taken back: those that are there again are read again.
  detail.apply({ kind: 'bulk-operation', operation: { ...operation, status: 'undoing', version: 2 } })
  detail.apply({ kind: 'bulk-operation', operation: { ...operation, status: 'undone', version: 3 } })
  await vi.waitFor(() => expect(statuses()).toEqual(['failed', 'failed']))
})

test('the history takes new operations on top, and changes where they stand', async () => {
  const history = useBulkOperations()
  const first = makeOperation()
  listBulkOperations.mockResolvedValueOnce({ items: [first], nextCursor: null })
  await history.load({ status: ['running'] })
  const [second, ended] = [makeOperation(), makeOperation({ status: 'completed' })]
  history.apply({ kind: 'bulk-operation', operation: second })
  history.apply({ kind: 'bulk-operation', operation: ended })
  history.apply({ kind: 'bulk-operation', operation: { ...first, version: 2, processed: 4 } })
  history.apply({ kind: 'bulk-operation', operation: { ...first, version: 1, processed: 1 } })
  expect(history.items.map(({ id, processed }) => [id, processed])).toEqual([[second.id, 0], [first.id, 4]])
})
