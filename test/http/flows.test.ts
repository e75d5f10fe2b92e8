import { expect, test, vi } from 'vitest'
import { Job } from '../../server/contract/job.ts'
import { createTestApi, send } from './support/api.ts'
import { expectProblem } from './support/expect-problem.ts'
import { aJob } from './support/things.ts'

test.each([
  [{ type: 'export-csv', data: {}, children: [{ type: 'scrape-brand', data: { brandId: 'b1' }, onFailure: 'ignore' }] }],
  [{ preset: 'refresh-and-export', brandId: 'b1', filename: 'all' }],
])('%j answers 202 with the root', async (request) => {
  const submitFlow = vi.fn(async () => aJob({ id: 'j9' }))
  const { app } = createTestApi({ jobs: { submitFlow } })
  const response = await app.request('/api/flows', send('POST', request))
  expect([response.status, response.headers.get('location')]).toEqual([202, '/api/jobs/j9'])
  expect(Job.parse(await response.json()).id).toBe('j9')
  expect(submitFlow).toHaveBeenCalledWith(request, undefined)
})

test.each([
  ['an unknown preset', { preset: 'all', brandId: 'b1' }, 'preset'],
  ['a child with wrong data', { type: 'export-csv', data: {}, children: [{ type: 'scrape-brand', data: {} }] }, 'children.0.data.brandId'],
  ['a delayed job that waits', { type: 'export-csv', data: {}, delayMs: 5, children: [{ type: 'export-csv', data: {} }] }, 'delayMs'],
  ['no object', [], 'body'],
])('%s answers 422 and names the field', async (_, body, path) => {
  const { app } = createTestApi()
  const problem = await expectProblem(await app.request('/api/flows', send('POST', body)), 422, 'invalid-input')
  expect(problem.errors?.map(error => error.path)).toContain(path)
})

test('a tree that nests too deep for JSON is refused before it is read', async () => {
  let tree: object = { type: 'export-csv', data: {} }
  for (let depth = 0; depth < 30; depth++)
    tree = { type: 'export-csv', data: {}, children: [tree] }
  const { app } = createTestApi()
  await expectProblem(await app.request('/api/flows', send('POST', tree)), 413, 'payload-too-large')
})
