import { describe, expect, test } from 'vitest'
import { Schedule, ScheduleRun } from '../../server/contract/schedule.ts'
import { NotFound } from '../../server/errors.ts'
import { createTestApi, send } from './support/api.ts'
import { expectProblem } from './support/expect-problem.ts'

const body = { name: 'Nightly', timing: { cron: '0 3 * * *', timeZone: 'Europe/Berlin' }, work: { preset: 'refresh-and-export', brandId: 'b1' } }

test('a schedule is made, listed, read, changed, switched, run and deleted', async () => {
  const { app } = createTestApi()
  const made = await app.request('/api/schedules', send('POST', body))
  expect([made.status, made.headers.get('location')]).toEqual([201, '/api/schedules/s9'])
  Schedule.parse(await made.json())
  const page = await (await app.request('/api/schedules?search=night')).json() as { items: unknown[] }
  Schedule.array().nonempty().parse(page.items)
  Schedule.parse(await (await app.request('/api/schedules/s1')).json())
  expect(Schedule.parse(await (await app.request('/api/schedules/s1', send('PATCH', { name: 'Weekly' }))).json()).name).toBe('Weekly')
  expect(Schedule.parse(await (await app.request('/api/schedules/s1/disable', send('POST'))).json()).enabled).toBe(false)
  expect(Schedule.parse(await (await app.request('/api/schedules/s1/enable', send('POST'))).json()).enabled).toBe(true)
  const run = await app.request('/api/schedules/s1/run', send('POST'))
  expect([run.status, ScheduleRun.parse(await run.json()).trigger]).toEqual([202, 'person'])
  const runs = await (await app.request('/api/schedules/s1/runs?limit=5')).json() as { items: unknown[] }
  ScheduleRun.array().nonempty().parse(runs.items)
  expect(await (await app.request('/api/schedules/preview', send('POST', body.timing))).json()).toEqual({ next: [expect.any(String)] })
  expect((await app.request('/api/schedules/s1', send('DELETE'))).status).toBe(204)
})

describe('what makes no sense is refused by name', () => {
  test.each([
    ['no name', { ...body, name: ' ' }, 'name'],
    ['an interval of nothing', { ...body, timing: { everyMs: 10 } }, 'timing.everyMs'],
    ['work of no known kind', { ...body, work: { preset: 'all' } }, 'work.preset'],
    ['an unknown policy', { ...body, overlap: 'panic' }, 'overlap'],
  ])('%s', async (_, given, path) => {
    const { app } = createTestApi()
    const problem = await expectProblem(await app.request('/api/schedules', send('POST', given)), 422, 'invalid-input')
    expect(problem.errors?.map(error => error.path)).toContain(path)
  })
})

test('one that does not exist answers 404', async () => {
  const { app } = createTestApi({ schedules: { get: async id => Promise.reject(new NotFound('schedule', id)) } })
  await expectProblem(await app.request('/api/schedules/none'), 404, 'not-found')
})
