import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { Setting } from '../../server/contract/settings.ts'
import { createTestApi, send } from './support/api.ts'
import { expectProblem } from './support/expect-problem.ts'
import { aSetting } from './support/things.ts'

test('settings are read and changed; null sets back, and what is absent stays', async () => {
  const update = vi.fn(async () => [aSetting()])
  const { app } = createTestApi({ settings: { update } })
  expect(z.array(Setting).parse(await (await app.request('/api/settings')).json())).toEqual([aSetting()])
  expect((await app.request('/api/settings', send('PATCH', { delayMs: 0, retainJobs: null }))).status).toBe(200)
  expect(update).toHaveBeenCalledExactlyOnceWith({ delayMs: 0, retainJobs: null })
})

test.each([
  ['half a day', { retainFailedDays: 0.5 }, 'retainFailedDays'],
  ['too many requests at a time', { concurrency: 17 }, 'concurrency'],
  ['no open job', { maxOpenJobs: 0 }, 'maxOpenJobs'],
  ['a word', { delayMs: '500' }, 'delayMs'],
])('%s is refused by name', async (_, body, path) => {
  const problem = await expectProblem(await createTestApi().app.request('/api/settings', send('PATCH', body)), 422, 'invalid-input')
  expect(problem.errors?.map(error => error.path)).toContain(path)
})

test('a setting that does not exist is refused, with all that came along', async () => {
  const update = vi.fn(async () => [aSetting()])
  const { app } = createTestApi({ settings: { update } })
  await expectProblem(await app.request('/api/settings', send('PATCH', { delayMs: 0, speed: 9 })), 422, 'invalid-input')
  expect(update).not.toHaveBeenCalled()
})
