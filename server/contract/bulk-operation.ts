import { z } from 'zod'
import { bulkOperationActions } from './bulk-action.ts'
import { bulkOperationStatuses, bulkOutcomes } from './bulk-states.ts'
import { refuse } from './issue.ts'
import { JobStatus } from './job-status.ts'
import { JobType } from './job-types.ts'
import { JobId, JobQuery } from './job.ts'
import { PageQuery } from './page.ts'
import { ErrorCode, Failure } from './problem.ts'
import { delayMs, priority } from './submit-options.ts'
import { Timestamp } from './time.ts'
import { tell, Told } from './told.ts'

export const BulkOperationAction = z.enum(bulkOperationActions)
export type BulkOperationAction = z.infer<typeof BulkOperationAction>

/** Jobs that may be named one by one; more are selected by a filter. */
export const mostSelectedIds = 10_000
/** How long after its end a deletion can be undone, in milliseconds. */
export const undoForMs = 10 * 60_000

/** Jobs as the list filters them. */
export const JobFilter = JobQuery.omit({ cursor: true, before: true, limit: true, sort: true, order: true })
export type JobFilter = z.infer<typeof JobFilter>

/** A first few jobs that must do well before the others are touched. */
export const Canary = z.object({
  count: z.number().int().min(1).max(1000).describe('Jobs that are retried first'),
  minimumSuccessShare: z.number().min(0).max(1).describe('The share of them, 0–1, that must complete; else the operation stops'),
})
export type Canary = z.infer<typeof Canary>

/** Body of `POST /api/bulk-operations`: one action on many jobs, those named or all that match a filter. */
export const BulkOperationRequest = z.object({
  action: BulkOperationAction,
  ids: z.array(JobId).min(1).max(mostSelectedIds).optional(),
  filter: JobFilter.optional().describe('As of the list of jobs; jobs made after the operation was accepted are not touched'),
  priority: priority.describe('For `change-priority` and `retry`'),
  delayMs: delayMs.describe('For `retry`'),
  canary: Canary.optional().describe('For `retry`: a first few, before all others'),
  dryRun: z.boolean().optional().describe('Only count, and leave everything as it is'),
}).superRefine(({ action, ids, filter, priority, delayMs, canary }, context) => {
  if ((ids === undefined) === (filter === undefined))
    refuse(context, ['ids'], tell('ids-or-filter'))
  if (action === 'change-priority' && priority === undefined)
    refuse(context, ['priority'], tell('priority-needed'))
  if (priority !== undefined && action !== 'change-priority' && action !== 'retry')
    refuse(context, ['priority'], tell('priority-elsewhere'))
  if (delayMs !== undefined && action !== 'retry')
    refuse(context, ['delayMs'], tell('retry-only'))
  if (canary !== undefined && action !== 'retry')
    refuse(context, ['canary'], tell('retry-only'))
})
export type BulkOperationRequest = z.infer<typeof BulkOperationRequest>

/** What an operation would do, from counts. */
export const BulkOperationPreview = z.object({
  action: BulkOperationAction,
  matched: z.number().int().describe('Exactly so many jobs are selected now'),
  eligible: z.number().int().describe('Of them in a state in which the action can be done; some may still be refused one by one'),
  skipped: z.number().int().describe('The others'),
  byStatus: z.partialRecord(JobStatus, z.number().int()),
})
export type BulkOperationPreview = z.infer<typeof BulkOperationPreview>

/** `checking` waits for the canary's jobs to end; `failed` could not go on, its `error` says why. */
export const BulkOperationStatus = z.enum(bulkOperationStatuses)
export type BulkOperationStatus = z.infer<typeof BulkOperationStatus>

/** An action on many jobs, worked off by the server. `version` grows with every change, an older version never wins. */
export const BulkOperation = z.object({
  id: z.string(),
  action: BulkOperationAction,
  status: BulkOperationStatus,
  named: z.number().int().nullable().describe('How many jobs were named; null when a filter selects'),
  filter: JobFilter.extend({ status: z.array(JobStatus).optional() }).nullable(),
  priority: z.number().int().nullable(),
  delayMs: z.number().int().nullable(),
  canary: Canary.extend({
    ended: z.number().int().describe('Of the canary\'s jobs'),
    succeeded: z.number().int(),
    passed: z.boolean().nullable().describe('Null until that is known'),
  }).nullable(),
  matched: z.number().int().describe('Jobs selected when it was accepted'),
  processed: z.number().int(),
  done: z.number().int(),
  skipped: z.number().int().describe('In the wrong state, or gone'),
  failed: z.number().int(),
  undone: z.number().int().describe('Jobs that an undo has brought back'),
  undoUntil: Timestamp.nullable().describe('Until then `POST …/undo` takes it back; null when it cannot be'),
  error: Failure.nullable(),
  abortRequestedAt: Timestamp.nullable(),
  createdAt: Timestamp,
  startedAt: Timestamp.nullable(),
  finishedAt: Timestamp.nullable(),
  version: z.number().int(),
})
export type BulkOperation = z.infer<typeof BulkOperation>

export const BulkOperationQuery = PageQuery.extend({
  status: z.union([BulkOperationStatus, z.array(BulkOperationStatus)]).transform(value => [value].flat()).optional(),
  undoable: z.enum(['true', 'false']).transform(text => text === 'true').optional().describe('`true`: deletions that can still be taken back'),
})
export type BulkOperationQuery = z.infer<typeof BulkOperationQuery>

/** What became of one job. */
export const BulkOperationResult = z.object({
  jobId: JobId,
  job: z.object({
    type: JobType,
    status: JobStatus.nullable().describe('At present; null when the job is gone'),
    brandId: z.string().nullable(),
    brandName: z.string().nullable(),
  }).nullable().describe('Which job it is; null when that is not known any more'),
  outcome: z.enum(bulkOutcomes),
  code: ErrorCode.nullable(),
  message: z.string().nullable(),
  told: Told.optional().describe('What `message` says, to be written in another language'),
})
export type BulkOperationResult = z.infer<typeof BulkOperationResult>

export const BulkOperationResultQuery = PageQuery.extend({ outcome: z.enum(bulkOutcomes).optional() })
export type BulkOperationResultQuery = z.infer<typeof BulkOperationResultQuery>
