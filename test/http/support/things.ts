import type { Brand } from '../../../server/contract/brand.ts'
import type { BulkOperation } from '../../../server/contract/bulk-operation.ts'
import type { Export } from '../../../server/contract/export.ts'
import type { Job, JobSummary, TimelineEntry } from '../../../server/contract/job.ts'
import type { DiffKind, JobLedger, RunDiff } from '../../../server/contract/ledger.ts'
import type { Product, ProductSummary } from '../../../server/contract/product.ts'
import type { QueueInfo } from '../../../server/contract/queue.ts'
import type { SavedView } from '../../../server/contract/saved-view.ts'
import type { Schedule, ScheduleRun } from '../../../server/contract/schedule.ts'
import type { Setting } from '../../../server/contract/settings.ts'
import type { WorkerProcess } from '../../../server/contract/worker.ts'

const at = '2026-11-23T09:00:00.000Z'

export function aBrand(given: Partial<Brand> = {}): Brand {
  return { id: 'b1', name: 'Acme', url: 'https://acme.example/', recipe: null, settings: {}, productCount: 0, lastRun: null, createdAt: at, updatedAt: at, ...given }
}

export function aJobSummary(given: Partial<JobSummary> = {}): JobSummary {
  return {
    id: 'j1',
    type: 'scrape-brand',
    status: 'pending',
    progress: 0,
    progressNote: null,
    priority: 0,
    tags: [],
    brandId: 'b1',
    brandName: 'Acme',
    parentId: null,
    flowId: null,
    attempts: 0,
    maxAttempts: 3,
    error: null,
    cause: null,
    worker: null,
    runAt: null,
    createdAt: at,
    startedAt: null,
    completedAt: null,
    durationMs: null,
    cancelRequestedAt: null,
    version: 1,
    ...given,
  }
}

export function aJob(given: Partial<Job> = {}): Job {
  return { ...aJobSummary(), data: { brandId: 'b1' }, options: { maxAttempts: 3, priority: 0, onFailure: 'fail', dedupeKey: null, generation: 1, starts: 0 }, result: null, ...given }
}

export function aTimelineEntry(given: Partial<TimelineEntry> = {}): TimelineEntry {
  return { id: 't1', jobId: 'j1', at, kind: 'created', level: 'info', attempt: null, worker: null, message: 'Created.', data: null, ...given }
}

export function aScheduleRun(given: Partial<ScheduleRun> = {}): ScheduleRun {
  return { id: 'r1', scheduleId: 's1', dueAt: at, at, trigger: 'time', outcome: 'started', note: null, jobId: 'j1', jobStatus: 'pending', ...given }
}

export function aSchedule(given: Partial<Schedule> = {}): Schedule {
  return {
    id: 's1',
    name: 'Nightly',
    enabled: true,
    timing: { cron: '0 3 * * *', timeZone: 'Europe/Berlin' },
    work: { preset: 'refresh-and-export', brandId: 'b1' },
    missed: 'run-once',
    overlap: 'skip',
    next: ['2026-11-24T02:00:00.000Z'],
    lastRun: null,
    createdAt: at,
    updatedAt: at,
    ...given,
  }
}

export function aBulkOperation(given: Partial<BulkOperation> = {}): BulkOperation {
  return {
    id: 'o1',
    action: 'retry',
    status: 'running',
    named: null,
    filter: { status: ['failed'] },
    priority: null,
    delayMs: null,
    canary: null,
    matched: 3,
    processed: 1,
    done: 1,
    skipped: 0,
    failed: 0,
    undone: 0,
    undoUntil: null,
    error: null,
    abortRequestedAt: null,
    createdAt: at,
    startedAt: at,
    finishedAt: null,
    version: 2,
    ...given,
  }
}

export function aWorker(given: Partial<WorkerProcess> = {}): WorkerProcess {
  return { id: 'w1', host: 'shed-1', pid: 4711, version: '0.1.0', role: 'worker', state: 'running', wanted: 'running', concurrency: { 'export-csv': 3 }, running: [], startedAt: at, beatAt: at, ...given }
}

export function aSetting(given: Partial<Setting> = {}): Setting {
  return { key: 'retainExportsDays', group: 'retention', unit: 'days', value: 365, source: 'default', least: 0, most: 36_500, fallback: { value: 365, source: 'default' }, variable: 'RETAIN_EXPORTS_DAYS', changedAt: null, ...given }
}

export function aQueue(given: Partial<QueueInfo> = {}): QueueInfo {
  return {
    name: 'scrape-brand',
    paused: false,
    concurrency: 1,
    limits: { concurrency: null, rate: null },
    attempts: 3,
    workers: 1,
    counts: { pending: 0, active: 0, completed: 0, failed: 0, delayed: 0, cancelled: 0 },
    oldestPendingAt: null,
    ...given,
  }
}

export function aProduct(given: Partial<Product> = {}): Product {
  return {
    id: 'p1',
    brandId: 'b1',
    key: 'https://acme.example/p/1',
    url: 'https://acme.example/p/1',
    status: 'read',
    name: 'Shoe',
    brand: 'Acme',
    description: 'A shoe.',
    priceMinor: 1250,
    listPriceMinor: null,
    currency: 'EUR',
    availability: 'InStock',
    sku: null,
    mpn: null,
    gtin: null,
    condition: null,
    images: [],
    category: [],
    rating: null,
    ratingBest: null,
    reviewCount: null,
    attributes: {},
    variants: [],
    language: null,
    firstSeenAt: at,
    lastSeenAt: at,
    readAt: at,
    changedAt: null,
    error: null,
    heldPrice: null,
    evidence: { name: { source: 'json-ld', path: 'name', raw: 'Shoe', confidence: 0.98, others: [] } },
    ...given,
  }
}

export function aProductSummary(): ProductSummary {
  const { description: _, evidence: __, attributes: ___, variants, images, ...rest } = aProduct()
  return { ...rest, image: images[0] ?? null, variantCount: variants.length }
}

export function anExport(given: Partial<Export> = {}): Export {
  return { id: 'e1', jobId: 'j1', brandId: 'b1', filename: 'products.csv', rows: 2, bytes: 10, sha256: 'a'.repeat(64), createdAt: at, expiresAt: null, isFileGone: false, ...given }
}

export function aLedger(given: Partial<JobLedger> = {}): JobLedger {
  return {
    jobId: 'j1',
    status: 'completed',
    unit: 'products',
    counts: { discovered: 3, queued: 0, running: 0, done: 2, failed: 1, skipped: 0, cancelled: 0, duplicate: 0 },
    unaccounted: 0,
    parts: 0,
    requests: { total: 3, byClass: { '2xx': 2, '3xx': 0, '4xx': 1, '5xx': 0, 'none': 0 }, byHost: [] },
    coverage: { pages: 2, fields: [{ field: 'name', pages: 2, share: 1, before: null }], against: null },
    ...given,
  }
}

export function aRunDiff({ kind, from, to }: { kind: DiffKind, from: string, to: string }): RunDiff {
  const item = { id: 'p1', name: 'Shoe', url: 'https://acme.example/p/1', status: 'read', priceMinor: 1250, currency: 'EUR', fields: [{ field: 'priceMinor', before: '1150', after: '1250' }] } as const
  return { from: { jobId: from, startedAt: at, completedAt: at }, to: { jobId: to, startedAt: at, completedAt: at }, kind, items: [{ ...item, fields: [...item.fields] }], nextCursor: null }
}

export function aSavedView(given: Partial<SavedView> = {}): SavedView {
  return { id: 'v1', page: 'jobs', name: 'Failed today', query: { status: 'failed', within: 'day' }, createdAt: '2026-11-23T10:00:00.000Z', updatedAt: '2026-11-23T10:00:00.000Z', ...given }
}
