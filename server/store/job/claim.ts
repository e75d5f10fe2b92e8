import type { Job } from '../../contract/job.ts'
import type { Tx } from '../database.ts'
import { randomUUID } from 'node:crypto'
import { finalStatuses, openStatuses } from '../../contract/job-status.ts'
import { end } from './end.ts'
import { note } from './note.ts'
import { mustWaitForSuspect, poisonOf } from './quarantine.ts'
import { toJob, withBrand } from './row.ts'

/** Proof that a run still owns its job; every write of the run asks for it. */
export interface Fence { jobId: string, token: string }

export type Claim
  = | { kind: 'claimed', job: Job, fence: Fence, restarted: boolean }
    /** Nothing to do: unknown, finished, cancelled, or dispatched anew under a later generation. */
    | { kind: 'stale' }
    /** Jobs that this one waits for are still open, or one that may kill its process is running. */
    | { kind: 'waiting' }
    /** Ended now instead of run (cancel asked for before the start, or too many deaths). */
    | { kind: 'ended', job: Job }

export interface ClaimRequest { jobId: string, generation: number, worker: string, now: Date }

/**
 * Takes a job for a run. A row that is already active is taken over: the queue only hands a job out again when its
 * former worker's lock has run out, and the new token fences that worker off.
 */
export async function claim(tx: Tx, { jobId, generation, worker, now }: ClaimRequest): Promise<Claim> {
  const row = await tx.job.findUnique({ where: { id: jobId }, include: withBrand })
  if (!row || row.generation !== generation || (finalStatuses as readonly string[]).includes(row.status))
    return { kind: 'stale' }
  if (row.cancelRequestedAt !== null)
    return { kind: 'ended', job: await end(tx, row, { status: 'cancelled', now, message: 'Cancelled before it started' }) }
  const poison = poisonOf(row)
  if (poison)
    return { kind: 'ended', job: await end(tx, row, { status: 'failed', now, error: poison, message: poison.message }) }
  if (await tx.job.count({ where: { parentId: jobId, status: { in: [...openStatuses] } } }) > 0)
    return { kind: 'waiting' }
  if (await mustWaitForSuspect(tx, row, now)) {
    if (row.status === 'active') {
      await tx.job.update({ where: { id: jobId }, data: { status: 'pending', attemptToken: null, updatedAt: now, version: { increment: 1 } } })
      await note(tx, jobId, now, { kind: 'stalled', level: 'warn', message: `The worker ${row.worker ?? 'before'} went silent; waits for another job that may have been the cause`, attempt: row.attempts, worker })
    }
    return { kind: 'waiting' }
  }

  const token = randomUUID()
  const restarted = row.status === 'active'
  const attempt = row.failures + 1
  const updated = await tx.job.update({
    where: { id: jobId },
    data: {
      status: 'active',
      attemptToken: token,
      worker,
      attempts: attempt,
      starts: { increment: 1 },
      startedAt: row.startedAt ?? now,
      heartbeatAt: now,
      // A row that a worker holds has been dispatched, even when the dispatcher died before it could say so.
      dispatchedAt: row.dispatchedAt ?? now,
      runAt: null,
      updatedAt: now,
      version: { increment: 1 },
    },
    include: withBrand,
  })
  if (restarted)
    await note(tx, jobId, now, { kind: 'stalled', level: 'warn', message: `The worker ${row.worker ?? 'before'} went silent; started again`, attempt, worker })
  await note(tx, jobId, now, { kind: 'started', message: `Attempt ${attempt} of ${row.maxAttempts}`, attempt, worker })
  return { kind: 'claimed', job: toJob(updated), fence: { jobId, token }, restarted }
}
