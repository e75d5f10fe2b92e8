import type { LiveEvent } from '../../../server/contract/event.ts'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { withRun } from '../../../web/stores/brands.ts'
import { useExports } from '../../../web/stores/exports.ts'
import { eventsUrl, useLive } from '../../../web/stores/live.ts'
import { useQueues } from '../../../web/stores/queues.ts'
import { makeBrand, makeExport, makeJob } from '../fixtures.ts'

vi.mock('../../../web/api/exports.ts', () => ({ listExports: async () => ({ items: [], nextCursor: null }) }))

beforeEach(() => setActivePinia(createPinia()))

const snapshot: LiveEvent = { kind: 'snapshot', jobs: [], queues: [] }

test('every follower gets every event until it leaves', () => {
  const live = useLive()
  const seen: string[] = []
  const leave = live.follow({ apply: ({ kind }) => void seen.push(kind) })
  live.receive([{ kind: 'job-removed', id: 'a' }, { kind: 'job-removed', id: 'b' }])
  leave()
  live.receive([{ kind: 'job-removed', id: 'c' }])
  expect(seen).toEqual(['job-removed', 'job-removed'])
})

test('the first snapshot is the start; every later one makes the followers read again', () => {
  const live = useLive()
  const resync = vi.fn()
  live.follow({ apply: () => {}, resync })
  live.receive([snapshot])
  expect(resync).not.toHaveBeenCalled()
  live.receive([{ kind: 'job-removed', id: 'a' }, snapshot])
  expect(resync).toHaveBeenCalledTimes(1)
})

test('the stream has the page\'s host and scheme, and names the job it is about', () => {
  expect(eventsUrl(undefined, { protocol: 'http:', host: 'localhost:3000' })).toBe('ws://localhost:3000/api/events')
  expect(eventsUrl('a/b', { protocol: 'https:', host: 'gleaner.example' })).toBe('wss://gleaner.example/api/events?job=a%2Fb')
})

test('queue counts are replaced as a whole and summed', () => {
  const queues = useQueues()
  const counts = { pending: 1, active: 2, completed: 3, failed: 4, delayed: 5, cancelled: 6 }
  const queue = { paused: false, concurrency: 1, limits: { concurrency: null, rate: null }, attempts: 3, workers: 1, counts, oldestPendingAt: null }
  queues.apply({ kind: 'queues', queues: [{ ...queue, name: 'scrape-brand' }, { ...queue, name: 'export-csv' }] })
  expect(queues.total).toEqual({ pending: 2, active: 4, completed: 6, failed: 8, delayed: 10, cancelled: 12 })
  expect(queues.loaded).toBe(true)
})

test('a new export is listed first, once, and only where the filter lets it', async () => {
  const exports = useExports()
  const early = makeExport({ brandId: 'a' })
  exports.apply({ kind: 'export', export: early })
  expect(exports.items).toEqual([])
  await exports.load({ brandId: 'a' })
  const late = makeExport({ brandId: 'a' })
  for (const file of [late, early, late, makeExport({ brandId: 'b' })])
    exports.apply({ kind: 'export', export: file })
  expect(exports.items).toEqual([late, early])
  exports.apply({ kind: 'export-removed', id: late.id })
  expect(exports.items).toEqual([early])
})

test('a brand\'s last run follows its newest scrape, never an older one or an export', () => {
  const [older, newer] = [makeJob({ status: 'completed' }), makeJob({ status: 'active', progress: 30 })]
  const brand = withRun(makeBrand(), newer)
  expect(brand.lastRun).toMatchObject({ jobId: newer.id, status: 'active', progress: 30 })
  expect(withRun(brand, older)).toBe(brand)
  expect(withRun(brand, makeJob({ type: 'export-csv' }))).toBe(brand)
  expect(withRun(brand, makeJob({ brandId: 'other' }))).toBe(brand)
  expect(withRun(brand, { ...newer, progress: 60, version: newer.version + 1 }).lastRun?.progress).toBe(60)
  expect(withRun(brand, { ...newer, progress: 10, version: newer.version - 1 })).toBe(brand)
})
