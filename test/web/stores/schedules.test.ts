import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { useSchedules } from '../../../web/stores/schedules.ts'
import { aSchedule, aScheduleRun } from '../../http/support/things.ts'
import { makeJob } from '../fixtures.ts'

const api = vi.hoisted(() => ({ listSchedules: vi.fn() }))
vi.mock('../../../web/api/schedules.ts', () => api)

beforeEach(() => setActivePinia(createPinia()))

test('the last run follows its job, and an older version of the job never wins', async () => {
  api.listSchedules.mockResolvedValueOnce({ items: [aSchedule({ lastRun: aScheduleRun({ jobId: 'job-a', jobStatus: 'pending' }) })], nextCursor: null })
  const store = useSchedules()
  await store.load({})
  store.apply({ kind: 'job', job: makeJob({ id: 'job-a', status: 'completed', version: 7 }) })
  store.apply({ kind: 'job', job: makeJob({ id: 'job-a', status: 'active', version: 3 }) })
  store.apply({ kind: 'job', job: makeJob({ id: 'job-b', status: 'failed', version: 9 }) })
  expect(store.items[0]?.lastRun?.jobStatus).toBe('completed')
})
