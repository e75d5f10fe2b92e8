import { z } from 'zod'
import { FailureCause } from './failure.ts'
import { JobStatus } from './job-status.ts'
import { ExportCsvData, JobType, ScrapeBrandData, ScrapeProductDetailsData } from './job-types.ts'
import { TwoWayQuery } from './page.ts'
import { ErrorCode, Failure } from './problem.ts'
import { delayMs, priority, submitOptions, Tag } from './submit-options.ts'
import { Timestamp } from './time.ts'
import { Told } from './told.ts'
import { fieldWords } from './told/field-words.ts'

export const JobId = z.string().min(1).max(64)

/** The job row: the truth about a job; `version` grows with every change, an older version never wins. */
export const JobSummary = z.object({
  id: JobId,
  type: JobType,
  status: JobStatus,
  progress: z.number().min(0).max(100),
  progressNote: z.string().nullable(),
  progressTold: Told.optional().describe('What `progressNote` says, to be written in another language'),
  priority: z.number().int(),
  tags: z.array(z.string()),
  brandId: z.string().nullable(),
  brandName: z.string().nullable(),
  parentId: z.string().nullable().describe('The job that waits for this one'),
  flowId: z.string().nullable().describe('The last job of the flow, where there is one'),
  attempts: z.number().int(),
  maxAttempts: z.number().int(),
  error: Failure.nullable(),
  cause: FailureCause.nullable().describe('The fingerprint of the failure: jobs that failed alike have the same'),
  worker: z.string().nullable(),
  runAt: Timestamp.nullable(),
  createdAt: Timestamp,
  startedAt: Timestamp.nullable(),
  completedAt: Timestamp.nullable(),
  durationMs: z.number().int().nullable().describe('From the first start to the end'),
  cancelRequestedAt: Timestamp.nullable(),
  version: z.number().int(),
})
export type JobSummary = z.infer<typeof JobSummary>

/** How a job is run, beside what it does. */
export const JobOptions = z.object({
  maxAttempts: z.number().int(),
  priority: z.number().int(),
  onFailure: z.enum(['fail', 'ignore']).describe('What its failure does to the job that waits for it'),
  dedupeKey: z.string().nullable().describe('While it is open, a request with the same key gets this job'),
  generation: z.number().int().describe('Counts how often it was given to the queue'),
  starts: z.number().int().describe('Since its last progress that was kept'),
})
export type JobOptions = z.infer<typeof JobOptions>

export const Job = JobSummary.extend({
  data: z.record(z.string(), z.unknown()),
  options: JobOptions,
  result: z.record(z.string(), z.unknown()).nullable(),
})
export type Job = z.infer<typeof Job>

/** Body of `POST /api/jobs`, told apart by `type`. */
export const JobRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('scrape-brand'), data: ScrapeBrandData, ...submitOptions }),
  z.object({ type: z.literal('scrape-product-details'), data: ScrapeProductDetailsData, ...submitOptions }),
  z.object({ type: z.literal('export-csv'), data: ExportCsvData, ...submitOptions }),
])
export type JobRequest = z.infer<typeof JobRequest>

export const jobSorts = ['created', 'finished', 'duration', 'priority'] as const

export const JobQuery = TwoWayQuery.extend({
  type: JobType.optional(),
  status: z.union([JobStatus, z.array(JobStatus)]).transform(value => [value].flat()).optional(),
  brandId: z.string().optional().describe('`none`: jobs of no brand'),
  flowId: z.string().optional(),
  errorCode: ErrorCode.optional(),
  cause: FailureCause.optional(),
  tag: Tag.optional().describe('Jobs submitted with this tag, and their parts'),
  worker: z.string().max(200).optional(),
  priority: z.coerce.number().int().optional(),
  createdAfter: Timestamp.optional(),
  createdBefore: Timestamp.optional(),
  finishedAfter: Timestamp.optional(),
  finishedBefore: Timestamp.optional(),
  search: z.string().trim().max(200).optional().describe('Words, or their beginnings, of id, brand, data, error and result'),
  sort: z.enum(jobSorts).optional().describe('Default: `created`. `finished` and `duration` list ended jobs only; with `search`, the newest 5,000 matches'),
  order: z.enum(['asc', 'desc']).optional().describe('Default: `desc`'),
})
export type JobQuery = z.infer<typeof JobQuery>

/** What may be different when a job runs again. */
export const JobRetry = z.object({ priority, delayMs })
export type JobRetry = z.infer<typeof JobRetry>

/** Body of `PATCH /api/jobs/{id}`. */
export const JobUpdate = z.object({ priority: priority.unwrap() })
export type JobUpdate = z.infer<typeof JobUpdate>

/** Finished jobs of one status, older than `olderThanMs` (since they finished). */
export const JobClean = z.object({
  status: z.enum(['completed', 'failed', 'cancelled']),
  olderThanMs: z.number().int().min(0).default(0),
  type: JobType.optional(),
})
export type JobClean = z.infer<typeof JobClean>

export const timelineKinds = ['created', 'dispatched', 'started', 'retrying', 'stalled', 'delayed', 'promoted', 'retried', 'cancel-requested', 'cancel-acknowledged', 'cancelled', 'completed', 'failed', 'log'] as const
/** One line of a job's timeline: a change of state, or a line that the job logged. */
export const TimelineEntry = z.object({
  id: z.string(),
  jobId: JobId,
  at: Timestamp,
  kind: z.enum(timelineKinds),
  level: z.enum(['debug', 'info', 'warn', 'error']),
  attempt: z.number().int().nullable(),
  worker: z.string().nullable(),
  message: z.string(),
  told: Told.optional().describe('What `message` says, to be written in another language; lines of older versions have none'),
  data: z.record(z.string(), z.unknown()).nullable(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** What the Export button starts: details → export (and scrape-brand first when `refresh`), as one flow. */
export const ExportFlowRequest = ExportCsvData.extend({
  refresh: z.boolean().default(false).describe('Find the brand\'s products anew before reading them'),
}).refine(request => !request.refresh || request.brandId !== undefined, { error: fieldWords['refresh-needs-brand'], path: ['brandId'] })
export type ExportFlowRequest = z.infer<typeof ExportFlowRequest>
