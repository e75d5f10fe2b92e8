import type { Brand, BrandCreate } from '../../contract/brand.ts'
import type { Export } from '../../contract/export.ts'
import type { ExportFlowRequest, Job, JobClean, JobRequest, JobSummary, TimelineEntry } from '../../contract/job.ts'
import type { Problem } from '../../contract/problem.ts'
import type { ProductSummary } from '../../contract/product.ts'
import type { QueueInfo } from '../../contract/queue.ts'

const brand: Brand = {
  id: 'b_01JD8Q4Z7N',
  name: 'Acme Shoes',
  url: 'https://acme-shoes.example/',
  recipe: null,
  settings: { concurrency: 2, delayMs: 500 },
  productCount: 412,
  lastRun: { jobId: 'j_01JD8Q6F2K', type: 'scrape-brand', status: 'completed', progress: 100, version: 12, createdAt: '2026-11-23T08:00:00.000Z', completedAt: '2026-11-23T08:00:41.000Z' },
  createdAt: '2026-11-22T16:20:00.000Z',
  updatedAt: '2026-11-23T08:00:41.000Z',
}

const summary: JobSummary = {
  id: 'j_01JD8Q7M3X',
  type: 'scrape-product-details',
  status: 'active',
  progress: 42,
  progressNote: '173 of 412 pages',
  progressTold: [{ code: 'pages-done', values: { done: 173, total: 412 } }],
  priority: 0,
  tags: [],
  brandId: brand.id,
  brandName: brand.name,
  parentId: 'j_01JD8Q7M3Y',
  flowId: 'j_01JD8Q7M3Y',
  attempts: 1,
  maxAttempts: 2,
  error: null,
  worker: 'shed-1:4711',
  runAt: null,
  createdAt: '2026-11-23T09:00:00.000Z',
  startedAt: '2026-11-23T09:00:00.120Z',
  completedAt: null,
  cause: null,
  durationMs: null,
  cancelRequestedAt: null,
  version: 9,
}

const job: Job = { ...summary, data: { brandId: brand.id }, options: { maxAttempts: 2, priority: 0, onFailure: 'fail', dedupeKey: null, generation: 1, starts: 1 }, result: null }

const entry: TimelineEntry = {
  id: 't_01JD8Q7N00',
  jobId: summary.id,
  at: '2026-11-23T09:00:00.120Z',
  kind: 'started',
  level: 'info',
  attempt: 1,
  worker: 'shed-1:4711',
  message: 'Attempt 1 of 2',
  told: [{ code: 'attempt', values: { attempt: 1, most: 2 } }],
  data: null,
}

const product: ProductSummary = {
  id: 'p_01JD8Q5R9T',
  brandId: brand.id,
  key: 'https://acme-shoes.example/p/trail-runner',
  url: 'https://acme-shoes.example/p/trail-runner',
  status: 'read',
  name: 'Trail Runner 3',
  brand: 'Acme',
  priceMinor: 11995,
  listPriceMinor: 14995,
  currency: 'EUR',
  availability: 'InStock',
  sku: 'TR3-42',
  mpn: null,
  gtin: '4006381333931',
  condition: 'NewCondition',
  category: ['Shoes', 'Running'],
  rating: 4.6,
  ratingBest: 5,
  reviewCount: 87,
  language: 'en',
  image: 'https://acme-shoes.example/img/trail-runner.jpg',
  variantCount: 6,
  firstSeenAt: '2026-11-22T16:21:00.000Z',
  lastSeenAt: '2026-11-23T08:00:30.000Z',
  readAt: '2026-11-23T08:10:02.000Z',
  changedAt: '2026-11-23T08:10:02.000Z',
  error: null,
  heldPrice: null,
}

const exported: Export = {
  id: 'e_01JD8QA1B2',
  jobId: 'j_01JD8Q7M3Y',
  brandId: brand.id,
  filename: 'products-export-2026-11-23T09-05-12Z.csv',
  rows: 412,
  bytes: 151_930,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  createdAt: '2026-11-23T09:05:12.000Z',
  expiresAt: '2027-11-23T09:06:00.000Z',
  isFileGone: false,
}

const queue: QueueInfo = {
  name: 'scrape-product-details',
  paused: false,
  concurrency: 2,
  limits: { concurrency: 4, rate: { jobs: 60, perMs: 60_000 } },
  attempts: 2,
  workers: 1,
  counts: { pending: 3, active: 2, completed: 1840, failed: 4, delayed: 0, cancelled: 1 },
  oldestPendingAt: '2026-11-23T09:00:01.000Z',
}

const refused: Problem = {
  type: '/reference#problem-invalid-input',
  title: 'The request has values that cannot be used',
  status: 422,
  detail: 'url: must be an http or https address',
  told: [{ code: 'field', values: { field: 'url' } }, { code: 'url-http' }],
  instance: '/api/brands',
  code: 'invalid-input',
  errors: [{ path: 'url', message: 'must be an http or https address', told: [{ code: 'url-http' }] }],
}

const created: BrandCreate = { url: brand.url, name: brand.name }
const submitted: JobRequest = { type: 'scrape-brand', data: { brandId: brand.id } }
const cleaned: JobClean = { status: 'completed', olderThanMs: 604_800_000 }
const flow: Partial<ExportFlowRequest> = { brandId: brand.id, refresh: true }

/** One example for each named schema that people meet first; a test parses each with its schema. */
export const examples = {
  Brand: brand,
  BrandCreate: created,
  BrandUpdate: { settings: { delayMs: 2000 } },
  Export: exported,
  ExportFlowRequest: flow,
  Job: job,
  JobClean: cleaned,
  JobRequest: submitted,
  JobSummary: summary,
  Problem: refused,
  ProductSummary: product,
  QueueInfo: queue,
  TimelineEntry: entry,
}
