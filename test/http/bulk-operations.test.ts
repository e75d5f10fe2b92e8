import { expect, test, vi } from 'vitest'
import { createTestApi, send } from './support/api.ts'
import { expectProblem } from './support/expect-problem.ts'
import { aBulkOperation } from './support/things.ts'

test('an operation is accepted with its address; a dry run is only counted', async () => {
  const create = vi.fn(async () => aBulkOperation({ id: 'o9' }))
  const { app } = createTestApi({ bulkOperations: { create } })
  const response = await app.request('/api/bulk-operations', send('POST', { action: 'retry', filter: { status: 'failed' }, canary: { count: 5, minimumSuccessShare: 0.8 } }))
  expect([response.status, response.headers.get('location')]).toEqual([202, '/api/bulk-operations/o9'])
  expect(create).toHaveBeenCalledWith({ action: 'retry', filter: { status: ['failed'] }, canary: { count: 5, minimumSuccessShare: 0.8 } }, undefined)
  const dry = await app.request('/api/bulk-operations', send('POST', { action: 'retry', filter: {}, dryRun: true }))
  expect(dry.status).toBe(200)
  expect(await dry.json()).toMatchObject({ matched: 3, eligible: 2 })
  expect(create).toHaveBeenCalledTimes(1)
})

test.for([
  ['no selection', { action: 'retry' }, 'ids'],
  ['two selections', { action: 'retry', ids: ['a'], filter: {} }, 'ids'],
  ['an unknown action', { action: 'explode', filter: {} }, 'action'],
  ['no priority to change to', { action: 'change-priority', filter: {} }, 'priority'],
  ['a priority for a deletion', { action: 'delete', filter: {}, priority: 1 }, 'priority'],
  ['a delay for a cancellation', { action: 'cancel', filter: {}, delayMs: 5 }, 'delayMs'],
  ['a canary for a deletion', { action: 'delete', filter: {}, canary: { count: 1, minimumSuccessShare: 1 } }, 'canary'],
  ['a share above 1', { action: 'retry', filter: {}, canary: { count: 1, minimumSuccessShare: 2 } }, 'canary.minimumSuccessShare'],
] as const)('%s is refused', async ([, body, path]) => {
  const { app } = createTestApi()
  const problem = await expectProblem(await app.request('/api/bulk-operations', send('POST', body)), 422, 'invalid-input')
  expect(problem.errors?.map(error => error.path)).toContain(path)
})

test('progress, results, abort, undo, and the list as a file', async () => {
  const { app } = createTestApi()
  expect(await (await app.request('/api/bulk-operations?status=running')).json()).toMatchObject({ items: [{ id: 'o1' }] })
  expect(await (await app.request('/api/bulk-operations/o3')).json()).toMatchObject({ id: 'o3' })
  expect(await (await app.request('/api/bulk-operations/o3/results?outcome=done')).json()).toMatchObject({ items: [{ jobId: 'j1' }] })
  expect((await app.request('/api/bulk-operations/o3/abort', send('POST'))).status).toBe(202)
  expect(await (await app.request('/api/bulk-operations/o3/undo', send('POST'))).json()).toMatchObject({ status: 'undoing' })
  const file = await app.request('/api/bulk-operations/o3/list')
  expect([file.headers.get('content-type'), await file.text()]).toEqual(['text/csv; charset=utf-8; header=present', 'id\r\nj1\r\n'])
})
