import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { useSchedules } from '../../../web/stores/schedules.ts'
import { aSchedule, aScheduleRun } from '../../http/support/things.ts'
import { makeJob } from '../fixtures.ts'

const api = vi.hoisted(() => ({ listSchedules: vi.fn(), getSchedule: vi.fn() }))
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

test('one that a link names is read where the list does not have it, and only there', async () => {
  const [listed, further] = [aSchedule({ id: 'listed' }), aSchedule({ id: 'further' })]
  api.listSchedules.mockResolvedValueOnce({ items: [listed], nextCursor: 'n' })
  api.getSchedule.mockResolvedValueOnce(further)
  const store = useSchedules()
  await store.load({})
  await store.fetchStray('listed')
  await store.fetchStray('further')
  expect([store.find('listed'), store.find('further'), store.find('gone')]).toEqual([listed, further, undefined])
  expect(api.getSchedule.mock.calls).toEqual([['further']])
})
