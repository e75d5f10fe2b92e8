import type { JobStatus, JobSummary } from '../../server/contract/index.ts'

export type Tone = 'primary' | 'secondary' | 'success' | 'info' | 'warning' | 'error' | 'neutral'

/** How each status looks; a new status is one line here and one word in each catalogue. */
export const jobStatusLook: Record<JobStatus, { tone: Tone, icon: string, bar: string }> = {
  pending: { tone: 'neutral', icon: 'i-lucide-circle-dashed', bar: 'bg-neutral-400 dark:bg-neutral-500' },
  active: { tone: 'secondary', icon: 'i-lucide-loader', bar: 'bg-secondary-500 dark:bg-secondary-400' },
  completed: { tone: 'success', icon: 'i-lucide-circle-check', bar: 'bg-primary-600 dark:bg-primary-500' },
  failed: { tone: 'error', icon: 'i-lucide-circle-x', bar: 'bg-error-500' },
  delayed: { tone: 'info', icon: 'i-lucide-clock', bar: 'bg-info-500' },
  cancelled: { tone: 'neutral', icon: 'i-lucide-ban', bar: 'bg-neutral-300 dark:bg-neutral-600' },
}

/** The order in which counts are shown. */
export const jobStatusOrder = ['active', 'pending', 'delayed', 'failed', 'completed', 'cancelled'] as const satisfies readonly JobStatus[]

export type JobAction = 'retry' | 'cancel' | 'promote' | 'remove'

const actionsByStatus: Record<JobStatus, readonly JobAction[]> = {
  pending: ['cancel'],
  delayed: ['promote', 'cancel'],
  active: ['cancel'],
  completed: ['remove'],
  failed: ['retry', 'remove'],
  cancelled: ['retry', 'remove'],
}

/** What may be done with a job now. A cancel that was asked for cannot be asked for again. */
export function jobActions(job: Pick<JobSummary, 'status' | 'cancelRequestedAt'>): readonly JobAction[] {
  const actions = actionsByStatus[job.status]
  return job.cancelRequestedAt === null ? actions : actions.filter(action => action !== 'cancel')
}

/** A running job that was asked to stop and has not yet. */
export function isStopping(job: Pick<JobSummary, 'status' | 'cancelRequestedAt'>): boolean {
  return job.status === 'active' && job.cancelRequestedAt !== null
}
