import { z } from 'zod'
import { FailureCause } from './failure.ts'
import { JobStatus } from './job-status.ts'
import { ErrorCode } from './problem.ts'
import { QueueInfo, QueueName } from './queue.ts'
import { Timestamp } from './time.ts'
import { Told } from './told.ts'

export const seriesSpans = ['minute', 'hour'] as const
/** `minute`: the last 60 minutes; `hour`: the last 24 hours. The last bucket is the present one, not over yet. */
export const SeriesSpan = z.enum(seriesSpans)
export type SeriesSpan = z.infer<typeof SeriesSpan>

/** What ended in one bucket of time, which starts at `at`. */
export const SeriesPoint = z.object({
  at: Timestamp,
  completed: z.number().int(),
  failed: z.number().int(),
  cancelled: z.number().int(),
})
export type SeriesPoint = z.infer<typeof SeriesPoint>

/**
 * How long jobs took from their first start to their end, in milliseconds; null when none ended. Read from a histogram
 * whose buckets grow by a tenth: each figure is within 5 % of the exact one.
 */
export const Durations = z.object({
  count: z.number().int(),
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
})
export type Durations = z.infer<typeof Durations>

/** One queue over the last 24 hours, hour by hour, and over the last hour, minute by minute. */
export const QueueOverview = QueueInfo.extend({
  oldestPendingMs: z.number().int().nullable().describe('How long the job that has waited longest has been waiting'),
  unattended: z.boolean().describe('Jobs wait, the queue is not paused, and no worker is there to take them'),
  minutes: z.array(SeriesPoint),
  hours: z.array(SeriesPoint),
  lastHour: z.object({ durations: Durations, failureRate: z.number().min(0).max(1).nullable().describe('Failed among completed and failed; null when none ended') }),
  lastDay: z.object({ durations: Durations, failureRate: z.number().min(0).max(1).nullable() }),
})
export type QueueOverview = z.infer<typeof QueueOverview>

export const attentionReasons = ['failed', 'partial', 'blocked'] as const
/**
 * Why a brand needs a look: its last run `failed`, was cut short or missed pages (`partial`), or was refused by the
 * shop (`blocked`).
 */
export const AttentionReason = z.enum(attentionReasons)
export type AttentionReason = z.infer<typeof AttentionReason>

export const BrandAttention = z.object({
  brandId: z.string(),
  brandName: z.string(),
  reason: AttentionReason,
  detail: z.string(),
  told: Told.optional().describe('What `detail` says, to be written in another language'),
  errorCode: ErrorCode.nullable().describe('What kind of failure `detail` is about; null when the run did not fail'),
  jobId: z.string().nullable(),
  jobStatus: JobStatus.nullable(),
  cause: FailureCause.nullable(),
  at: Timestamp,
})
export type BrandAttention = z.infer<typeof BrandAttention>

export const healthIssueCodes = ['queue-store', 'queue-away', 'disk-low', 'exports-not-writable', 'queue-unattended'] as const
/** Something that endangers jobs or files, and what to do about it. */
export const HealthIssue = z.object({
  code: z.enum(healthIssueCodes),
  severity: z.enum(['warning', 'error']),
  message: z.string(),
  told: Told.optional().describe('What `message` says, to be written in another language'),
  remedy: z.string(),
  remedyTold: Told.optional().describe('What `remedy` says, to be written in another language'),
  queue: QueueName.nullable(),
})
export type HealthIssue = z.infer<typeof HealthIssue>

export const Overview = z.object({
  at: Timestamp,
  queues: z.array(QueueOverview),
  attention: z.array(BrandAttention).max(50),
  health: z.array(HealthIssue),
})
export type Overview = z.infer<typeof Overview>

export const SeriesQuery = z.object({
  queue: QueueName.optional(),
  span: SeriesSpan.default('minute'),
  format: z.enum(['json', 'csv']).optional().describe('`csv`, or `Accept: text/csv`, for a table'),
})
export type SeriesQuery = z.infer<typeof SeriesQuery>

export const QueueSeries = z.object({ queue: QueueName, span: SeriesSpan, points: z.array(SeriesPoint) })
export type QueueSeries = z.infer<typeof QueueSeries>
