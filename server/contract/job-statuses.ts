// Apart from the schema of a status, so that a page that asks only whether a job has ended loads no zod.

export const jobStatuses = ['pending', 'active', 'completed', 'failed', 'delayed', 'cancelled'] as const
type JobStatus = (typeof jobStatuses)[number]

/** The one transition table; a move that is not in it is a conflict. */
export const nextStatuses = {
  pending: ['active', 'delayed', 'failed', 'cancelled'],
  delayed: ['pending', 'active', 'failed', 'cancelled'],
  active: ['active', 'completed', 'failed', 'delayed', 'pending', 'cancelled'],
  completed: [],
  failed: ['pending', 'delayed'],
  cancelled: ['pending', 'delayed'],
} as const satisfies Record<JobStatus, readonly JobStatus[]>

export const openStatuses = ['pending', 'delayed', 'active'] as const satisfies readonly JobStatus[]
export const finalStatuses = ['completed', 'failed', 'cancelled'] as const satisfies readonly JobStatus[]

export function canMove(from: JobStatus, to: JobStatus): boolean {
  return (nextStatuses[from] as readonly JobStatus[]).includes(to)
}

export function isFinal(status: JobStatus): boolean {
  return (finalStatuses as readonly JobStatus[]).includes(status)
}
