import type { WorkerProcess } from '../../../server/contract/index.ts'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { slotsOf, workerLookOf } from '../../../web/display/worker.ts'
import { useWorkers } from '../../../web/stores/workers.ts'

const api = vi.hoisted(() => ({ listWorkers: vi.fn(), quietWorker: vi.fn(), resumeWorker: vi.fn(), stopWorker: vi.fn() }))
vi.mock('../../../web/api/workers.ts', () => api)

beforeEach(() => setActivePinia(createPinia()))

function aWorker(changes: Partial<WorkerProcess> = {}): WorkerProcess {
  const at = '2026-11-26T04:00:00.000Z'
  return { id: 'w1', host: 'shed', pid: 1, version: '1', role: 'worker', state: 'running', wanted: 'running', concurrency: { 'export-csv': 3, 'scrape-brand': 1 }, running: [], startedAt: at, beatAt: at, ...changes }
}

test('an answer that was asked for before a push does not win over the push', async () => {
  const { promise, resolve } = Promise.withResolvers<WorkerProcess[]>()
  api.listWorkers.mockReturnValueOnce(promise)
  const store = useWorkers()
  const loading = store.load()
  store.apply({ kind: 'workers', workers: [aWorker({ state: 'quiet' })] })
  resolve([aWorker()])
  await loading
  expect(store.workers.map(({ state }) => state)).toEqual(['quiet'])
})

test('what was asked of a process is shown until the process obeys', async () => {
  const store = useWorkers()
  store.apply({ kind: 'workers', workers: [aWorker()] })
  api.quietWorker.mockResolvedValueOnce(aWorker({ wanted: 'quiet' }))
  await store.ask('w1', 'quiet')
  expect(workerLookOf(store.workers[0]!)).toBe('quieting')
  store.apply({ kind: 'workers', workers: [aWorker({ wanted: 'quiet', state: 'quiet' })] })
  expect(workerLookOf(store.workers[0]!)).toBe('quiet')
})

test('a failure to read says so and keeps what is shown', async () => {
  const store = useWorkers()
  store.apply({ kind: 'workers', workers: [aWorker()] })
  api.listWorkers.mockRejectedValueOnce(new Error('gone'))
  await store.load()
  expect([store.state, store.workers.length, store.problem?.code]).toEqual(['ready', 1, expect.any(String)])
})

test('places are counted over all processes and queues', () => {
  const running: WorkerProcess['running'] = [{ jobId: 'j', type: 'export-csv', brandName: null, startedAt: null }]
  expect(slotsOf([aWorker(), aWorker({ running })])).toEqual({ busy: 1, all: 8 })
})
