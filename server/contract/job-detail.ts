import { z } from 'zod'
import { JobStatus } from './job-status.ts'
import { JobRetry, JobSummary } from './job.ts'
import { ledgerBuckets } from './ledger-words.ts'
import { PageQuery } from './page.ts'
import { ErrorCode, Failure } from './problem.ts'
import { ProductId, ProductStatus } from './product.ts'
import { Timestamp } from './time.ts'
import { Told } from './told.ts'

const LineId = z.string().regex(/^[\w-]{1,64}$/)

/** Which lines of a job's timeline: `steps` are its changes of state, `log` what it logged. */
export const TimelineQuery = PageQuery.extend({
  only: z.enum(['steps', 'log']).optional(),
  after: LineId.optional().describe('Id of a line: those after it, oldest first. Ask again with the id of the last one while `nextCursor` is not null'),
  before: LineId.optional().describe('Id of a line: those before it, newest first'),
})
export type TimelineQuery = z.infer<typeof TimelineQuery>

export const attemptOutcomes = ['running', 'completed', 'failed', 'cancelled', 'lost', 'put-back', 'split'] as const
/**
 * How an attempt went: `lost` when its worker went silent, `put-back` when its process shut down, `split` when it gave
 * its work to parts. An attempt that failed and is to be tried again is `failed` as well.
 */
export const AttemptOutcome = z.enum(attemptOutcomes)
export type AttemptOutcome = z.infer<typeof AttemptOutcome>

/** One run of a job by a worker. Times in milliseconds. */
export const JobAttempt = z.object({
  id: z.string(),
  number: z.number().int().describe('Counts from 1; from 1 again after a retry on request'),
  worker: z.string().nullable(),
  outcome: AttemptOutcome,
  startedAt: Timestamp,
  endedAt: Timestamp.nullable(),
  durationMs: z.number().nullable(),
  error: Failure.omit({ retryable: true }).nullable(),
  stack: z.string().nullable(),
})
export type JobAttempt = z.infer<typeof JobAttempt>

/** The steps of a cancellation, as far as they have come. `worker` is the one that acknowledged. */
export const CancelProgress = z.object({ requestedAt: Timestamp, acknowledgedAt: Timestamp.nullable(), worker: z.string().nullable(), stoppedAt: Timestamp.nullable() })
export type CancelProgress = z.infer<typeof CancelProgress>

export const mostAttempts = 100
export const JobAttempts = z.object({
  items: z.array(JobAttempt).max(mostAttempts).describe('The newest first'),
  cancel: CancelProgress.nullable().describe('Of the last cancellation, unless the job was started again since'),
})
export type JobAttempts = z.infer<typeof JobAttempts>

export const mostHistory = 60
export const HistoryQuery = z.object({
  limit: z.coerce.number().int().min(1).max(mostHistory).default(30),
  format: z.enum(['json', 'csv']).optional().describe('`csv`, or `Accept: text/csv`, for a table'),
})
export type HistoryQuery = z.infer<typeof HistoryQuery>

/** A run as its history shows it. */
export const HistoryRun = JobSummary.pick({ id: true, status: true, createdAt: true, startedAt: true, completedAt: true, durationMs: true })
export type HistoryRun = z.infer<typeof HistoryRun>

/** Runs of the same type and brand around a job, oldest first; parts of a run are compared with parts of the same run only. */
export const JobHistory = z.object({ items: z.array(HistoryRun).max(mostHistory) })
export type JobHistory = z.infer<typeof JobHistory>

/** Jobs that another one waits for, counted. */
export const ChildCounts = z.object({ total: z.number().int(), byStatus: z.partialRecord(JobStatus, z.number().int()) })
export type ChildCounts = z.infer<typeof ChildCounts>

export const JobNode = z.object({ job: JobSummary, children: ChildCounts })
export type JobNode = z.infer<typeof JobNode>

/** A job's place in its flow: the jobs that wait for it, the last of the flow first, and how many it waits for. */
export const JobTree = z.object({ ancestors: z.array(JobNode), node: JobNode })
export type JobTree = z.infer<typeof JobTree>

export const ChildQuery = PageQuery.extend({ status: JobStatus.optional() })
export type ChildQuery = z.infer<typeof ChildQuery>

/** What may be different when one job runs again. */
export const JobRetryRequest = JobRetry.extend({ data: z.record(z.string(), z.unknown()).optional().describe('Instead of what it was asked to do; of the same type') })
export type JobRetryRequest = z.infer<typeof JobRetryRequest>

/** One of the things behind a number of a ledger: a product as it is now, or a page that could not be read. */
export const LedgerThing = z.object({
  id: z.string(),
  productId: ProductId.nullable(),
  name: z.string().nullable(),
  url: z.string(),
  status: ProductStatus.nullable(),
  code: ErrorCode.nullable(),
  message: z.string().nullable(),
  told: Told.optional().describe('What `message` says, to be written in another language'),
})
export type LedgerThing = z.infer<typeof LedgerThing>

export const LedgerThingQuery = PageQuery.extend({ bucket: z.enum(['discovered', ...ledgerBuckets]) })
export type LedgerThingQuery = z.infer<typeof LedgerThingQuery>

export const ledgerListings = ['all', 'now', 'first', 'none'] as const
/**
 * How much of a number can be named: `all` of it, those that are still so `now` (a later run has taken others over), the
 * `first` that are kept, or `none`, because they are only counted.
 */
export const LedgerThings = z.object({
  listed: z.enum(ledgerListings),
  items: z.array(LedgerThing),
  nextCursor: z.string().nullable(),
  sources: z.array(z.object({ name: z.string(), found: z.number().int() })).describe('Of the duplicates of a search: how many each source listed'),
})
export type LedgerThings = z.infer<typeof LedgerThings>
