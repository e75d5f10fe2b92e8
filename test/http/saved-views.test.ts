import { expect, test, vi } from 'vitest'
import { SavedView } from '../../server/contract/saved-view.ts'
import { tell } from '../../server/contract/told.ts'
import { Conflict, NotFound } from '../../server/errors.ts'
import { createTestApi, send } from './support/api.ts'
import { expectProblem } from './support/expect-problem.ts'
import { aSavedView } from './support/things.ts'

test('views of a list are listed, made, changed and deleted', async () => {
  const create = vi.fn(async () => aSavedView({ id: 'v7' }))
  const { app } = createTestApi({ savedViews: { create } })
  expect(SavedView.array().parse(await (await app.request('/api/views?page=products')).json())).toMatchObject([{ page: 'products' }])
  const made = await app.request('/api/views', send('POST', { page: 'jobs', name: ' Slow ', query: { sort: 'duration' } }))
  expect([made.status, await made.json()]).toMatchObject([201, { id: 'v7' }])
  expect(create).toHaveBeenCalledWith({ page: 'jobs', name: 'Slow', query: { sort: 'duration' } })
  expect(await (await app.request('/api/views/v1', send('PATCH', { name: 'New' }))).json()).toMatchObject({ id: 'v1', name: 'New' })
  expect((await app.request('/api/views/v1', send('DELETE'))).status).toBe(204)
})

test('a name that is taken, and a view that is not there', async () => {
  const { app } = createTestApi({ savedViews: { create: () => Promise.reject(new Conflict(tell('raw', { raw: 'There is already a view named "Slow".' }))), remove: () => Promise.reject(new NotFound('saved-view', 'x')) } })
  await expectProblem(await app.request('/api/views', send('POST', { page: 'jobs', name: 'Slow', query: {} })), 409, 'conflict')
  await expectProblem(await app.request('/api/views/x', send('DELETE')), 404, 'not-found')
  await expectProblem(await app.request('/api/views'), 422, 'invalid-input')
})
