import type { Readable } from 'node:stream'
import type { Brand, BrandCreate, BrandName, BrandQuery, BrandUpdate } from '../contract/brand.ts'
import type { BulkOperation, BulkOperationPreview, BulkOperationQuery, BulkOperationRequest, BulkOperationResult, BulkOperationResultQuery } from '../contract/bulk-operation.ts'
import type { Export, ExportQuery } from '../contract/export.ts'
import type { FlowRequest } from '../contract/flow.ts'
import type { JobRetryRequest, TimelineQuery } from '../contract/job-detail.ts'
import type { ExportCsvData } from '../contract/job-types.ts'
import type { ExportFlowRequest, Job, JobClean, JobQuery, JobRequest, JobSummary, JobUpdate, TimelineEntry } from '../contract/job.ts'
import type { CountedPage, Page, PageQuery } from '../contract/page.ts'
import type { ProductCounts, ProductQuery } from '../contract/product-query.ts'
import type { Product, ProductChange, ProductSummary } from '../contract/product.ts'
import type { QueueDrain, QueueInfo, QueueName, QueueUpdate } from '../contract/queue.ts'
import type { SavedView, SavedViewCreate, SavedViewQuery, SavedViewUpdate } from '../contract/saved-view.ts'
import type { Schedule, ScheduleCreate, ScheduleQuery, ScheduleRun, ScheduleTiming, ScheduleUpdate } from '../contract/schedule.ts'
import type { PageSnapshot } from '../contract/snapshot.ts'
import type { WorkerProcess } from '../contract/worker.ts'

/** A request that is carried out once, however often it is sent: the client's key for it and a hash of what it asks. */
export interface OnceOnly {
  key: string
  hash: string
  /** Told when the answer is that of an earlier one. */
  onReplay: () => void
}

/** Everything a person or a program may ask about jobs. Unknown ids raise `NotFound`, wrong states `Conflict`. */
export interface JobService {
  /** Writes the row, then dispatches it. `created` is false when an open job already does the same: that one is answered. */
  submit: (request: JobRequest, once?: OnceOnly) => Promise<{ job: Job, created: boolean }>
  /** details → export (scrape-brand first with `refresh`) as one flow; answers with the export job, the flow's last. */
  submitExportFlow: (request: ExportFlowRequest, once?: OnceOnly) => Promise<Job>
  /** A tree of jobs or a preset, written whole; answers with the root, which runs last. */
  submitFlow: (request: FlowRequest, once?: OnceOnly) => Promise<Job>
  list: (query: JobQuery) => Promise<CountedPage<JobSummary>>
  get: (id: string) => Promise<Job>
  /** Jobs of the same flow, children before parents. */
  flow: (id: string) => Promise<JobSummary[]>
  timeline: (id: string, query: TimelineQuery) => Promise<Page<TimelineEntry>>
  /** `data` instead of what it was asked to do: `InvalidInput` when it does not fit the type, `Conflict` for a job that was split. */
  retry: (id: string, changes?: JobRetryRequest) => Promise<Job>
  /** Of a job that waits. */
  update: (id: string, changes: JobUpdate) => Promise<Job>
  cancel: (id: string) => Promise<Job>
  promote: (id: string) => Promise<Job>
  remove: (id: string) => Promise<void>
  clean: (request: JobClean) => Promise<{ removed: number }>
}

/** Actions on many jobs, worked off by the server. Unknown ids raise `NotFound`, wrong states `Conflict`. */
export interface BulkOperationService {
  /** Exact counts of what an operation would touch. */
  preview: (request: BulkOperationRequest) => Promise<BulkOperationPreview>
  /** Writes it down; it is worked off from then on. */
  create: (request: BulkOperationRequest, once?: OnceOnly) => Promise<BulkOperation>
  list: (query: BulkOperationQuery) => Promise<Page<BulkOperation>>
  get: (id: string) => Promise<BulkOperation>
  results: (id: string, query: BulkOperationResultQuery) => Promise<Page<BulkOperationResult>>
  /** The list of an `export-list`, as bytes of a CSV file. */
  csv: (id: string) => Promise<Readable>
  abort: (id: string) => Promise<BulkOperation>
  undo: (id: string) => Promise<BulkOperation>
}

export interface QueueService {
  list: () => Promise<QueueInfo[]>
  get: (name: QueueName) => Promise<QueueInfo>
  /** Limits are kept in the database and hold from the next job on; while the queue store is away, as soon as it is back. */
  update: (name: QueueName, changes: QueueUpdate) => Promise<QueueInfo>
  pause: (name: QueueName) => Promise<QueueInfo>
  resume: (name: QueueName) => Promise<QueueInfo>
  /** Cancels every waiting job of the queue, as a bulk operation; active ones go on. */
  drain: (name: QueueName, options: QueueDrain) => Promise<BulkOperation>
}

/** Processes that run jobs. Unknown ids raise `NotFound`; what cannot be asked of a process, `Conflict`. */
export interface WorkerService {
  list: () => Promise<WorkerProcess[]>
  quiet: (id: string) => Promise<WorkerProcess>
  resume: (id: string) => Promise<WorkerProcess>
  stop: (id: string) => Promise<WorkerProcess>
}

/** Work that starts by itself. Unknown ids raise `NotFound`, bad timing `InvalidInput`. */
export interface ScheduleService {
  list: (query: ScheduleQuery) => Promise<Page<Schedule>>
  get: (id: string) => Promise<Schedule>
  create: (input: ScheduleCreate) => Promise<Schedule>
  /** A new timing counts from now. */
  update: (id: string, input: ScheduleUpdate) => Promise<Schedule>
  enable: (id: string) => Promise<Schedule>
  disable: (id: string) => Promise<Schedule>
  /** Its jobs stay. */
  remove: (id: string) => Promise<void>
  /** Starts the work now, whatever the policies say. */
  run: (id: string) => Promise<ScheduleRun>
  /** Newest first. */
  runs: (id: string, query: PageQuery) => Promise<Page<ScheduleRun>>
  /** The next five times of a timing that is not saved yet. */
  preview: (timing: ScheduleTiming) => string[]
}

export interface BrandService {
  create: (input: BrandCreate) => Promise<Brand>
  list: (query: BrandQuery) => Promise<Page<Brand>>
  /** Of all brands, in no order. */
  names: () => Promise<BrandName[]>
  get: (id: string) => Promise<Brand>
  update: (id: string, input: BrandUpdate) => Promise<Brand>
  /** With its products; raises `Conflict` while one of its jobs is open. */
  remove: (id: string) => Promise<void>
}

export interface ProductService {
  list: (query: ProductQuery) => Promise<CountedPage<ProductSummary>>
  /** Of one brand, or of all. */
  counts: (brandId?: string) => Promise<ProductCounts>
  get: (id: string) => Promise<Product>
  changes: (id: string, query: PageQuery) => Promise<Page<ProductChange>>
}

export interface ExportService {
  list: (query: ExportQuery) => Promise<Page<Export>>
  get: (id: string) => Promise<Export>
  /** Null while the job has made none. */
  findByJob: (jobId: string) => Promise<Export | null>
  /** The finished file of an export job; `Conflict` while the job is not completed, `NotFound` when the file is gone. */
  file: (jobId: string) => Promise<{ export: Export, path: string }>
  /** What to ask of a job that writes the same again; `Conflict` when that is not known any more. */
  request: (id: string) => Promise<ExportCsvData>
  remove: (id: string) => Promise<void>
}

/** Lists of the dashboard under a name. Unknown ids raise `NotFound`, a name that is taken `Conflict`. */
export interface SavedViewService {
  list: (query: SavedViewQuery) => Promise<SavedView[]>
  create: (request: SavedViewCreate) => Promise<SavedView>
  update: (id: string, changes: SavedViewUpdate) => Promise<SavedView>
  remove: (id: string) => Promise<void>
}

/** Sources of pages that could not be read. Unknown ids raise `NotFound`. */
export interface SnapshotService {
  list: (jobId: string) => Promise<PageSnapshot[]>
  html: (id: string) => Promise<string>
}

/** Health as `/readyz` tells it: each part with a word on what is wrong. */
export interface Health {
  ready: boolean
  parts: { name: string, ok: boolean, detail: string }[]
}
