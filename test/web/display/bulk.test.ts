import type { BulkOperation } from '../../../server/contract/index.ts'
import { expect, test } from 'vitest'
import { bulkProgress, countdown, isAbortable, leftOut, undoLeftMs } from '../../../web/display/bulk.ts'
import { makeOperation } from '../fixtures.ts'

test('a preview says of each state, and of jobs that are gone, how many are left out', () => {
  expect(leftOut({ action: 'retry', matched: 10, eligible: 4, skipped: 6, byStatus: { failed: 3, cancelled: 1, active: 2, completed: 1 } })).toEqual([{ status: 'active', n: 2 }, { status: 'completed', n: 1 }, { status: null, n: 3 }])
  expect(leftOut({ action: 'export-list', matched: 2, eligible: 2, skipped: 0, byStatus: { failed: 2 } })).toEqual([])
})

test.each<[Partial<BulkOperation>, number]>([
  [{ status: 'pending', matched: 0 }, 0],
  [{ status: 'running', matched: 200, processed: 50 }, 25],
  // Jobs may have been made and gone between the count and the work.
  [{ status: 'running', matched: 10, processed: 11 }, 100],
  [{ status: 'undoing', matched: 20, processed: 20, done: 10, undone: 5 }, 50],
])('%j is at %d percent', (changes, percent) => {
  expect(bulkProgress(makeOperation(changes))).toBe(percent)
})

test('a deletion can be undone until its time is over, and not twice', () => {
  const operation = makeOperation({ action: 'delete', status: 'completed', undoUntil: '2026-11-23T12:10:00.000Z' })
  expect(undoLeftMs(operation, Date.parse('2026-11-23T12:00:55.500Z'))).toBe(544_500)
  expect(undoLeftMs(operation, Date.parse('2026-11-23T12:10:01.000Z'))).toBe(0)
  expect(undoLeftMs({ ...operation, status: 'undoing' }, Date.parse('2026-11-23T12:00:00.000Z'))).toBe(0)
  expect([countdown(544_500), countdown(600_000), countdown(900)]).toEqual(['9:05', '10:00', '0:01'])
})

test('only what is at work can be stopped, and only once', () => {
  expect((['running', 'checking', 'undoing', 'completed'] as const).map(status => isAbortable(makeOperation({ status })))).toEqual([true, true, false, false])
  expect(isAbortable(makeOperation({ status: 'running', abortRequestedAt: '2026-11-23T12:00:00.000Z' }))).toBe(false)
})
