import type { HttpAppDeps } from '../../../server/http/app.ts'
import { Buffer } from 'node:buffer'
import { Readable } from 'node:stream'
import { createEventBus } from '../../../server/events/bus.ts'
import { createHttpApp } from '../../../server/http/app.ts'
import { createLiveHub } from '../../../server/http/live/hub.ts'
import { silentLog } from '../../support/log.ts'
import { aBrand, aBulkOperation, aJob, aJobSummary, aLedger, anExport, aProduct, aProductSummary, aQueue, aRunDiff, aSavedView, aSchedule, aScheduleRun, aSetting, aTimelineEntry, aWorker } from './things.ts'

type Services = Pick<HttpAppDeps, 'brands' | 'brandFacts' | 'jobs' | 'jobDetails' | 'bulkOperations' | 'workers' | 'queues' | 'savedViews' | 'schedules' | 'products' | 'exports' | 'trials' | 'overview' | 'ledgers' | 'snapshots' | 'settings' | 'throttles' | 'health'>

/** What a test gives differently: single methods of a service, or settings of the app. */
export type Given = { [Name in keyof Services]?: Partial<Services[Name]> } & Partial<Omit<HttpAppDeps, keyof Services | 'hub'>>

const page = <Item>(item: Item) => Promise.resolve({ items: [item], nextCursor: null })

/** Services that have exactly one thing of each kind. */
function services(): Services {
  return {
    brands: {
      create: async input => aBrand({ url: input.url, name: input.name ?? 'acme.example' }),
      list: () => page(aBrand()),
      names: async () => [{ id: 'b1', name: 'Acme', url: 'https://acme.example/' }],
      get: async id => aBrand({ id }),
      update: async (id, { name }) => aBrand({ id, name: name ?? 'Acme' }),
      remove: async () => {},
    },
    jobs: {
      submit: async ({ type, data }) => ({ job: aJob({ type, data: { ...data } }), created: true }),
      submitExportFlow: async () => aJob({ type: 'export-csv' }),
      submitFlow: async () => aJob({ type: 'export-csv' }),
      list: async () => ({ items: [aJobSummary()], nextCursor: null, prevCursor: null, count: { value: 1, exact: true } }),
      get: async id => aJob({ id }),
      flow: async () => [aJobSummary()],
      timeline: () => page(aTimelineEntry()),
      retry: async id => aJob({ id }),
      cancel: async id => aJob({ id, status: 'cancelled' }),
      promote: async id => aJob({ id }),
      remove: async () => {},
      clean: async () => ({ removed: 3 }),
      update: async (id, { priority }) => aJob({ id, priority }),
    },
    jobDetails: {
      attempts: async () => ({ items: [{ id: 't2', number: 1, worker: 'w1', outcome: 'failed', startedAt: '2026-11-23T09:00:00.000Z', endedAt: '2026-11-23T09:00:04.000Z', durationMs: 4000, error: { code: 'timeout', message: 'Too slow.' }, stack: 'Error: Too slow.' }], cancel: null }),
      history: async id => ({ items: [{ id, status: 'completed', createdAt: '2026-11-23T09:00:00.000Z', startedAt: '2026-11-23T09:00:00.000Z', completedAt: '2026-11-23T09:00:04.000Z', durationMs: 4000 }] }),
      tree: async id => ({ ancestors: [], node: { job: aJobSummary({ id }), children: { total: 1, byStatus: { failed: 1 } } } }),
      children: () => page({ job: aJobSummary({ id: 'j2' }), children: { total: 0, byStatus: {} } }),
    },
    bulkOperations: {
      preview: async ({ action }) => ({ action, matched: 3, eligible: 2, skipped: 1, byStatus: { failed: 2, completed: 1 } }),
      create: async ({ action }) => aBulkOperation({ action }),
      list: () => page(aBulkOperation()),
      get: async id => aBulkOperation({ id }),
      results: () => page({ jobId: 'j1', job: { type: 'export-csv', status: 'cancelled', brandId: null, brandName: null }, outcome: 'done', code: null, message: null }),
      csv: async () => Readable.from([Buffer.from('id\r\nj1\r\n')]),
      abort: async id => aBulkOperation({ id }),
      undo: async id => aBulkOperation({ id, status: 'undoing' }),
    },
    savedViews: {
      list: async ({ page }) => [aSavedView({ page })],
      create: async request => aSavedView(request),
      update: async (id, changes) => aSavedView({ id, ...changes }),
      remove: async () => {},
    },
    workers: {
      list: async () => [aWorker()],
      quiet: async id => aWorker({ id, state: 'quiet' }),
      resume: async id => aWorker({ id }),
      stop: async id => aWorker({ id, state: 'stopping' }),
    },
    queues: {
      list: async () => [aQueue()],
      get: async name => aQueue({ name }),
      update: async (name, { concurrency = null, rate = null }) => aQueue({ name, limits: { concurrency, rate } }),
      pause: async name => aQueue({ name, paused: true }),
      resume: async name => aQueue({ name }),
      drain: async () => aBulkOperation({ action: 'cancel' }),
    },
    schedules: {
      list: () => page(aSchedule()),
      get: async id => aSchedule({ id }),
      create: async ({ name, timing, work }) => aSchedule({ id: 's9', name, timing, work }),
      update: async (id, { name }) => aSchedule({ id, name: name ?? 'Nightly' }),
      enable: async id => aSchedule({ id, enabled: true }),
      disable: async id => aSchedule({ id, enabled: false, next: [] }),
      remove: async () => {},
      run: async scheduleId => aScheduleRun({ scheduleId, trigger: 'person' }),
      runs: () => page(aScheduleRun()),
      preview: () => ['2026-11-24T02:00:00.000Z'],
    },
    products: {
      list: async () => ({ items: [aProductSummary()], nextCursor: null, prevCursor: null, count: { value: 1, exact: true } }),
      counts: async () => ({ total: 1, byStatus: { found: 0, read: 1, failed: 0, hidden: 0, gone: 0 }, byCurrency: [{ currency: 'EUR', products: 1 }] }),
      get: async id => aProduct({ id }),
      changes: () => page({ id: 'c1', productId: 'p1', at: '2026-11-23T09:00:00.000Z', field: 'priceMinor', before: '1250', after: '1150', jobId: 'j1' }),
    },
    exports: {
      list: () => page(anExport()),
      get: async id => anExport({ id }),
      findByJob: async jobId => anExport({ jobId }),
      request: async () => ({ brandId: 'b1' }),
      file: async jobId => ({ export: anExport({ jobId }), path: '/nowhere' }),
      remove: async () => {},
    },
    trials: {
      testRecipe: async ({ url }) => ({ url, failure: null, draft: null, fields: [], missing: [] }),
      probe: async ({ url }) => ({ url, strategy: 'shopify', platform: 'shopify', found: 12, more: false, currency: 'EUR', robots: null, samples: [], failure: null, fetch: { requests: 1, byOutcome: {}, bytes: 1, waitedMs: 0, robots: null } }),
    },
    overview: {
      overview: async () => ({ at: '2026-11-24T00:00:00.000Z', queues: [], attention: [], health: [] }),
      series: async ({ span }) => [{ queue: 'scrape-brand', span, points: [{ at: '2026-11-24T00:00:00.000Z', completed: 3, failed: 1, cancelled: 0 }] }],
      failures: async () => ({ groups: [], total: { groups: 0, jobs: 0 } }),
    },
    ledgers: {
      ledger: async jobId => aLedger({ jobId }),
      things: async () => ({ listed: 'now', items: [{ id: 'p1', productId: 'p1', name: 'Shoe', url: 'https://acme.example/p/1', status: 'failed', code: 'timeout', message: 'Too slow.' }], nextCursor: null, sources: [] }),
      diff: async (_, { from, to, kind }) => aRunDiff({ kind, from, to }),
    },
    snapshots: {
      list: async jobId => [{ id: 's1', jobId, productId: 'p1', url: 'https://shop.test/a', code: 'soft-404', message: 'Not there.', bytes: 6, at: '2026-11-23T09:00:00.000Z' }],
      html: async () => '<p>hi</p>',
    },
    brandFacts: { facts: async ids => ids.map(brandId => ({ brandId, shop: null, coverage: null, next: null })) },
    throttles: { politeness: async brandId => ({ brandId, host: 'acme.example', set: {}, usual: { concurrency: 2, delayMs: 500 }, robotsIgnored: false, hosts: [] }) },
    settings: { list: async () => [aSetting()], update: async () => [aSetting({ value: 10, source: 'set', changedAt: '2026-11-24T00:00:00.000Z' })] },
    health: async () => ({ ready: true, parts: [{ name: 'database', ok: true, detail: 'fine' }] }),
  }
}

/** The whole HTTP application over literal services. */
export function createTestApi(given: Given = {}) {
  const base = services()
  const { brands, brandFacts, jobs, jobDetails, bulkOperations, workers, queues, savedViews, schedules, products, exports, trials, overview, ledgers, snapshots, settings, throttles, health, ...options } = given
  const all: Services = {
    brands: { ...base.brands, ...brands },
    brandFacts: { ...base.brandFacts, ...brandFacts },
    jobs: { ...base.jobs, ...jobs },
    jobDetails: { ...base.jobDetails, ...jobDetails },
    bulkOperations: { ...base.bulkOperations, ...bulkOperations },
    workers: { ...base.workers, ...workers },
    queues: { ...base.queues, ...queues },
    savedViews: { ...base.savedViews, ...savedViews },
    schedules: { ...base.schedules, ...schedules },
    products: { ...base.products, ...products },
    exports: { ...base.exports, ...exports },
    trials: { ...base.trials, ...trials },
    overview: { ...base.overview, ...overview },
    ledgers: { ...base.ledgers, ...ledgers },
    snapshots: { ...base.snapshots, ...snapshots },
    settings: { ...base.settings, ...settings },
    throttles: { ...base.throttles, ...throttles },
    health: (health as Services['health'] | undefined) ?? base.health,
  }
  const events = createEventBus()
  const hub = createLiveHub({ ...all, events, log: silentLog })
  const app = createHttpApp({ ...all, hub, log: silentLog, version: '1.2.3', webRoot: '/nowhere', ...options })
  return { app, events, hub, deps: all }
}

/** A JSON request. */
export function send(method: string, body?: unknown, headers: Record<string, string> = {}): RequestInit {
  return { method, headers: { ...body === undefined ? {} : { 'content-type': 'application/json' }, ...headers }, ...body === undefined ? {} : { body: JSON.stringify(body) } }
}
