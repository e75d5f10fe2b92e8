import { expect, test, vi } from 'vitest'
import { QueueInfo } from '../../server/contract/queue.ts'
import { createTestApi, send } from './support/api.ts'
import { expectProblem } from './support/expect-problem.ts'
import { aBulkOperation, aQueue } from './support/things.ts'

test('a queue\'s limits are read and changed, and what is absent stays', async () => {
  const update = vi.fn(async () => aQueue())
  const { app } = createTestApi({ queues: { update } })
  QueueInfo.parse(await (await app.request('/api/queues/export-csv')).json())
  const changes = [{ concurrency: 3 }, { rate: { jobs: 5, perMs: 1000 } }, { concurrency: null, rate: null }, {}]
  for (const change of changes)
    expect((await app.request('/api/queues/export-csv', send('PATCH', change))).status).toBe(200)
  expect(update.mock.calls).toEqual(changes.map(change => ['export-csv', change]))
})

test.each([
  ['no job at a time', { concurrency: 0 }, 'concurrency'],
  ['half a job', { concurrency: 1.5 }, 'concurrency'],
  ['a rate without time', { rate: { jobs: 5 } }, 'rate.perMs'],
  ['a rate of nothing', { rate: { jobs: 0, perMs: 1000 } }, 'rate.jobs'],
])('%s is refused by name', async (_, body, path) => {
  const { app } = createTestApi()
  const problem = await expectProblem(await app.request('/api/queues/export-csv', send('PATCH', body)), 422, 'invalid-input')
  expect(problem.errors?.map(error => error.path)).toContain(path)
})

test('a queue is drained, delayed jobs only on request', async () => {
  const drain = vi.fn(async () => aBulkOperation({ id: 'o7' }))
  const { app } = createTestApi({ queues: { drain } })
  const response = await app.request('/api/queues/export-csv/drain', send('POST'))
  expect([response.status, response.headers.get('location')]).toEqual([202, '/api/bulk-operations/o7'])
  await app.request('/api/queues/export-csv/drain', send('POST', { delayed: true }))
  expect(drain.mock.calls).toEqual([['export-csv', {}], ['export-csv', { delayed: true }]])
  await expectProblem(await app.request('/api/queues/no-queue/drain', send('POST')), 422, 'invalid-input')
})
