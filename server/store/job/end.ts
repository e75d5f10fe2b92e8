import type { Job } from '../../contract/job.ts'
import type { Failure } from '../../contract/problem.ts'
import type { Told } from '../../contract/told.ts'
import type { Tx } from '../database.ts'
import type { JobRow } from './row.ts'
import { causeOf } from '../../contract/failure.ts'
import { JobType } from '../../contract/job-types.ts'
import { tell } from '../../contract/told.ts'
import { failureOf } from '../../errors.ts'
import { note } from './note.ts'
import { toJob, withBrand } from './row.ts'

export interface Ending {
  status: 'completed' | 'failed' | 'cancelled'
  now: Date
  told: Told
  result?: Record<string, unknown> | null
  error?: Failure | null
  /** What the timeline keeps of the attempt: how long it took, where it failed. */
  facts?: Record<string, unknown>
}

/** Moves an open job to its end, tells its timeline, and ends the jobs that can no longer run because of it. */
export async function end(tx: Tx, row: JobRow, { status, now, told, result = null, error = null, facts }: Ending): Promise<Job> {
  const updated = await tx.job.update({
    where: { id: row.id },
    data: {
      status,
      result: result === null ? row.result : JSON.stringify(result),
      error: error === null ? null : JSON.stringify(error),
      errorCode: error?.code ?? null,
      cause: error === null ? null : causeOf(error),
      progress: status === 'completed' ? 100 : row.progress,
      failures: status === 'failed' ? { increment: 1 } : row.failures,
      attemptToken: null,
      checkpoint: status === 'completed' ? null : row.checkpoint,
      dedupeKey: null,
      runAt: null,
      completedAt: now,
      updatedAt: now,
      version: { increment: 1 },
    },
    include: withBrand,
  })
  const level = status === 'failed' ? 'error' : 'info'
  await note(tx, row.id, now, { kind: status, level, told, attempt: row.attempts || null, worker: row.worker, data: error === null && facts === undefined ? null : { ...error, ...facts } })
  if (status !== 'completed')
    await endAncestors(tx, row, status, now)
  return toJob(updated)
}

/** A job whose child failed or was cancelled never gets its turn, unless that child's failure is to be ignored. */
async function endAncestors(tx: Tx, row: JobRow, status: 'failed' | 'cancelled', now: Date): Promise<void> {
  if (row.parentId === null || row.onChildFailure === 'ignore')
    return
  const parent = await tx.job.findUnique({ where: { id: row.parentId }, include: withBrand })
  if (!parent || (parent.status !== 'pending' && parent.status !== 'delayed'))
    return
  const before = tell(status === 'failed' ? 'before-failed' : 'before-cancelled', { type: JobType.parse(row.type) })
  await end(tx, parent, { status, now, told: [before], error: status === 'failed' ? failureOf('dependency-failed', before) : null })
}
