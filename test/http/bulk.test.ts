import { describe, expect, test, vi } from 'vitest'
import { Job, JobBulkResult } from '../../server/contract/job.ts'
import { createTestApi, send } from './support/api.ts'
import { expectProblem } from './support/expect-problem.ts'
import { aJob } from './support/things.ts'

test('many jobs are named or filtered', async () => {
  const { app } = createTestApi()
  const answer = await app.request('/api/jobs/bulk', send('POST', { action: 'retry', ids: ['a', 'b'], priority: 1, delayMs: 5 }))
  expect(JobBulkResult.parse(await answer.json())).toMatchObject({ action: 'retry', done: 2 })
  expect((await app.request('/api/jobs/bulk', send('POST', { action: 'cancel', filter: { status: 'failed', errorCode: 'timeout' }, dryRun: true }))).status).toBe(200)
})

describe('what makes no sense is refused by name', () => {
  test.each([
    ['neither ids nor filter', { action: 'cancel' }, 'ids'],
    ['both', { action: 'cancel', ids: ['a'], filter: {} }, 'ids'],
    ['no id', { action: 'cancel', ids: [] }, 'ids'],
    ['too many ids', { action: 'cancel', ids: Array.from({ length: 1001 }, (_, n) => String(n)) }, 'ids'],
    ['an unknown action', { action: 'burn', ids: ['a'] }, 'action'],
    ['an unknown status', { action: 'cancel', filter: { status: 'tired' } }, 'filter.status'],
    ['a priority for what is not run again', { action: 'delete', ids: ['a'], priority: 1 }, 'priority'],
  ])('%s', async (_, body, path) => {
    const { app } = createTestApi()
    const problem = await expectProblem(await app.request('/api/jobs/bulk', send('POST', body)), 422, 'invalid-input')
    expect(problem.errors?.map(error => error.path)).toContain(path)
  })
})

test('a retry needs no body, and takes one', async () => {
  const retry = vi.fn(async (id: string) => aJob({ id }))
  const { app } = createTestApi({ jobs: { retry } })
  expect((await app.request('/api/jobs/j1/retry', send('POST'))).status).toBe(202)
  expect((await app.request('/api/jobs/j1/retry', send('POST', { priority: 2 }))).status).toBe(202)
  expect(retry.mock.calls).toEqual([['j1', {}], ['j1', { priority: 2 }]])
  await expectProblem(await app.request('/api/jobs/j1/retry', send('POST', { priority: -1 })), 422, 'invalid-input')
})

test('a priority is changed', async () => {
  const { app } = createTestApi()
  expect(Job.parse(await (await app.request('/api/jobs/j1', send('PATCH', { priority: 7 }))).json()).priority).toBe(7)
  await expectProblem(await app.request('/api/jobs/j1', send('PATCH', {})), 422, 'invalid-input')
})
