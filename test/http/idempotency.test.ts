import { expect, test } from 'vitest'
import { createServiceWorld } from '../jobs/service-world.ts'
import { createTestApi, send } from './support/api.ts'
import { expectProblem } from './support/expect-problem.ts'

const key = (value: string) => ({ 'Idempotency-Key': value })

test.each([
  ['/api/jobs', { type: 'export-csv', data: {}, priority: 3 }, { priority: 3, data: {}, type: 'export-csv' }, { type: 'export-csv', data: {} }],
  ['/api/exports', { filename: 'all', refresh: false }, { filename: 'all' }, {}],
])('pOST %s sent again is answered again, not done again', async (path, body, sameBody, otherBody) => {
  await using world = await createServiceWorld()
  const { app } = createTestApi({ jobs: world.service })
  const first = await app.request(path, send('POST', body, key('a')))
  expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([202, null])
  const again = await app.request(path, send('POST', sameBody, key('a')))
  expect([again.status, again.headers.get('idempotency-replayed'), again.headers.get('location')]).toEqual([202, 'true', first.headers.get('location')])
  expect(await again.json()).toEqual(await first.json())

  const problem = await expectProblem(await app.request(path, send('POST', otherBody, key('a'))), 422, 'invalid-input')
  expect(problem.errors?.[0]?.path).toBe('Idempotency-Key')
  expect((await app.request(path, send('POST', otherBody, key('b')))).headers.get('idempotency-replayed')).toBeNull()
})

test('the key of a request on one path is refused on another', async () => {
  await using world = await createServiceWorld()
  const { app } = createTestApi({ jobs: world.service })
  await app.request('/api/exports', send('POST', {}, key('a')))
  await expectProblem(await app.request('/api/jobs', send('POST', { type: 'export-csv', data: {} }, key('a'))), 422, 'invalid-input')
})

test.each([['with a space', 'a b'], ['too long', 'a'.repeat(256)]])('a key %s is refused', async (_, value) => {
  const { app } = createTestApi()
  const problem = await expectProblem(await app.request('/api/jobs', send('POST', { type: 'export-csv', data: {} }, key(value))), 422, 'invalid-input')
  expect(problem.errors?.[0]?.path).toBe('Idempotency-Key')
})
