import type { Job, JobSummary } from '../../../server/contract/index.ts'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import * as api from '../../../web/api/jobs.ts'
import { ApiProblem } from '../../../web/api/problem.ts'
import { useExportFlows, withStep } from '../../../web/stores/export-flows.ts'
import { makeJob } from '../fixtures.ts'

vi.mock('../../../web/api/jobs.ts')
const submit = vi.mocked(api.submitExportFlow)
const getFlow = vi.mocked(api.getFlow)
const whole = (job: JobSummary): Job => ({ ...job, data: {}, options: { maxAttempts: 3, priority: 0, onFailure: 'fail', dedupeKey: null, generation: 1, starts: 0 }, result: null })

function memory() {
  const values = new Map<string, string>()
  return { getItem: (key: string) => values.get(key) ?? null, setItem: (key: string, value: string) => void values.set(key, value) }
}

/** A flow of three steps that the test moves on. */
function world(storage = memory()) {
  const delivered: string[] = []
  const flows = useExportFlows()
  const last = makeJob({ type: 'export-csv' })
  const details = makeJob({ type: 'scrape-product-details', flowId: last.id, parentId: last.id })
  const brand = makeJob({ type: 'scrape-brand', flowId: last.id, parentId: details.id })
  submit.mockResolvedValue(whole(last))
  getFlow.mockResolvedValue([brand, details, last])
  return { flows, last, details, brand, delivered, storage, options: { deliver: (id: string) => void delivered.push(id), storage } }
}

beforeEach(() => {
  setActivePinia(createPinia())
  vi.resetAllMocks()
})

test('an export opens its panel and shows its steps in the order they run', async () => {
  const { flows, options, last } = world()
  await flows.restore(options)
  await flows.start({ brandId: 'brand-1', refresh: true }, 'Ackerfeld')
  await vi.waitUntil(() => flows.flows[0]?.steps.length === 3)
  expect(flows.openId).toBe(last.id)
  expect(flows.flows[0]!.steps.map(({ type }) => type)).toEqual(['scrape-brand', 'scrape-product-details', 'export-csv'])
  expect(flows.running).toHaveLength(1)
})

test('the file is handed over once, when the last job completes, whatever completes before', async () => {
  const { flows, options, last, details, delivered } = world()
  await flows.restore(options)
  await flows.start({ brandId: 'brand-1' }, 'Ackerfeld')
  flows.apply({ kind: 'job', job: { ...details, version: 5, status: 'completed' } })
  expect(delivered).toEqual([])
  const done = { ...last, version: 5, status: 'completed' as const }
  flows.apply({ kind: 'job', job: done })
  flows.apply({ kind: 'job', job: { ...done, version: 6 } })
  flows.apply({ kind: 'snapshot', jobs: [done], queues: [] })
  expect(delivered).toEqual([last.id])
  expect(flows.running).toEqual([])
})

test('a failed export hands nothing over', async () => {
  const { flows, options, last, delivered } = world()
  await flows.restore(options)
  await flows.start({ brandId: 'brand-1' }, 'Ackerfeld')
  flows.apply({ kind: 'job', job: { ...last, version: 5, status: 'failed' } })
  expect(delivered).toEqual([])
})

test('an export goes on across a reload of the page, and is not handed over twice', async () => {
  const before = world()
  await before.flows.restore(before.options)
  await before.flows.start({ brandId: 'brand-1' }, 'Ackerfeld')

  setActivePinia(createPinia())
  const delivered: string[] = []
  const after = useExportFlows()
  const done = { ...before.last, version: 9, status: 'completed' as const }
  getFlow.mockResolvedValue([before.details, done])
  await after.restore({ deliver: id => void delivered.push(id), storage: before.storage })
  expect(after.flows.map(({ label }) => label)).toEqual(['Ackerfeld'])
  expect(delivered).toEqual([done.id])

  setActivePinia(createPinia())
  await useExportFlows().restore({ deliver: id => void delivered.push(id), storage: before.storage })
  expect(delivered).toHaveLength(1)
})

test('an export whose job is gone leaves the tray; unreadable notes are passed over', async () => {
  const { flows, options, storage } = world()
  storage.setItem('gleaner:export-flows', '[{"id":"gone","label":"x","startedAt":0,"delivered":false}]')
  getFlow.mockRejectedValue(new ApiProblem({ code: 'not-found', status: 404, title: 'x' }))
  await flows.restore(options)
  expect(flows.flows).toEqual([])
  storage.setItem('gleaner:export-flows', '{broken')
  await expect(flows.restore(options)).resolves.toBeUndefined()
})

test('a refused export leaves no trace', async () => {
  const { flows, options } = world()
  await flows.restore(options)
  submit.mockRejectedValue(new ApiProblem({ code: 'invalid-input', status: 422, title: 'x' }))
  await expect(flows.start({}, 'Everything')).rejects.toThrow(ApiProblem)
  expect(flows.flows).toEqual([])
  expect(flows.openId).toBeNull()
})

test('a job of another flow, and an older version, change nothing', () => {
  const step = makeJob({ version: 4, type: 'export-csv' })
  const flow = { id: step.id, label: 'x', startedAt: 0, steps: [step], delivered: false }
  expect(withStep(flow, makeJob({ flowId: 'other' }))).toBe(flow)
  expect(withStep(flow, { ...step, version: 3 })).toBe(flow)
})
