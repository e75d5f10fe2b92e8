import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import * as api from '../../../web/api/bulk-operations.ts'
import { ApiProblem } from '../../../web/api/problem.ts'
import { useBulkAsk } from '../../../web/stores/bulk-ask.ts'
import { useBulkOperations } from '../../../web/stores/bulk-operations.ts'
import { useBulkTray } from '../../../web/stores/bulk-tray.ts'
import { makeOperation } from '../fixtures.ts'

vi.mock('../../../web/api/bulk-operations.ts')
const { previewBulkOperation, createBulkOperation, getBulkOperation, listBulkOperations } = vi.mocked(api)
const preview = { action: 'retry' as const, matched: 3, eligible: 2, skipped: 1, byStatus: { failed: 2, completed: 1 } }

/** What a tab keeps over a reload. */
function memory(...ids: string[]) {
  const kept = new Map([['gleaner:bulk-operations', JSON.stringify(ids)]])
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), ids: () => JSON.parse(kept.get('gleaner:bulk-operations')!) as string[] }
}

beforeEach(() => {
  setActivePinia(createPinia())
  vi.resetAllMocks()
})

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
