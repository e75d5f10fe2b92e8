import type { JobStatus } from './job-status.ts'
import { finalStatuses, jobStatuses, openStatuses } from './job-statuses.ts'

// Apart from the schemas of operations, so that the page that asks for one loads no zod.

export const bulkOperationActions = ['retry', 'cancel', 'promote', 'change-priority', 'delete', 'export-list'] as const

/** In which states a job can have each action done to it. */
export const eligibleStatuses: Record<(typeof bulkOperationActions)[number], readonly JobStatus[]> = {
  'retry': ['failed', 'cancelled'],
  'cancel': openStatuses,
  'promote': ['delayed'],
  'change-priority': ['pending', 'delayed'],
  'delete': finalStatuses,
  'export-list': jobStatuses,
}
