import type { Job } from '../../contract/job.ts'
import type { Failure } from '../../contract/problem.ts'
import type { Told } from '../../contract/told.ts'
import type { Tx } from '../database.ts'
import type { Fence } from './claim.ts'
import type { Ending } from './end.ts'
import type { JobRow } from './row.ts'
import { causeOf } from '../../contract/failure.ts'
import { inEnglish, tell } from '../../contract/told.ts'
import { Superseded } from '../../errors.ts'
import { writeTold } from '../told.ts'
import { end } from './end.ts'
import { note } from './note.ts'
import { toJob, withBrand } from './row.ts'

/** The row, if `fence` still owns it. @throws {Superseded} when another attempt does, or the job has ended */
export async function owned(tx: Tx, { jobId, token }: Fence): Promise<JobRow> {
  const row = await tx.job.findFirst({ where: { id: jobId, attemptToken: token, status: 'active' }, include: withBrand })
  if (!row)
    throw new Superseded()
  return row
}

export interface Beat {
  now: Date
  /** 0–100; absent leaves it as it is. */
  progress?: number
  told?: Told
  /** Where to go on after a crash; absent leaves it as it is. */
  checkpoint?: Record<string, unknown>
}

/** Sign of life of a run, with how far it has come. The row's `cancelRequestedAt` tells the run to stop. */
export async function beat(tx: Tx, fence: Fence, state: Beat): Promise<Job> {
  return writeBeat(tx, await owned(tx, fence), state)
}

/** As `beat`, by the row that `owned` gave in the same transaction. */
export async function writeBeat(tx: Tx, row: JobRow, { now, progress, told, checkpoint }: Beat): Promise<Job> {
  const saved = checkpoint === undefined ? row.checkpoint : JSON.stringify(checkpoint)
  const updated = await tx.job.update({
    where: { id: row.id },
    data: {
      heartbeatAt: now,
      // A job that comes further each time is not what kills its process.
      ...(saved === row.checkpoint ? {} : { checkpoint: saved, starts: 1 }),
      updatedAt: now,
      ...(progress === undefined ? {} : { progress: Math.min(100, Math.max(0, progress)) }),
      ...(told === undefined ? {} : progressColumns(told)),
      version: { increment: 1 },
    },
    include: withBrand,
  })
  return toJob(updated)
}

/** How far a job has come, in words. */
export function progressColumns(told: Told): { progressNote: string, progressTold: string } {
  return { progressNote: inEnglish(told), progressTold: writeTold(told) }
}

/** Ends the run's job. @throws {Superseded} */
export async function finish(tx: Tx, fence: Fence, ending: Ending): Promise<Job> {
  return end(tx, await owned(tx, fence), ending)
}

/** Ends a job that was asked to stop while its run came to another end. */
export async function endCancelled(tx: Tx, row: JobRow, now: Date, facts?: Record<string, unknown>): Promise<Job> {
  return end(tx, row, { status: 'cancelled', now, told: [tell('stopped')], facts })
}

/** A failed attempt with more to come: waits until `runAt`, unless it was asked to stop. @throws {Superseded} */
export async function retryLater(tx: Tx, fence: Fence, { now, runAt, error, facts }: { now: Date, runAt: Date, error: Failure, facts?: Record<string, unknown> }): Promise<Job> {
  const row = await owned(tx, fence)
  if (row.cancelRequestedAt !== null)
    return endCancelled(tx, row, now, facts)
  const updated = await tx.job.update({
    where: { id: row.id },
    data: {
      status: 'delayed',
      attemptToken: null,
      failures: { increment: 1 },
      starts: 0,
      error: JSON.stringify(error),
      errorCode: error.code,
      cause: causeOf(error),
      runAt,
      updatedAt: now,
      version: { increment: 1 },
    },
    include: withBrand,
  })
  await note(tx, row.id, now, {
    kind: 'retrying',
    level: 'warn',
    told: [tell('attempt-failed', { attempt: row.attempts, most: row.maxAttempts, failure: error }), tell('next-try', { at: runAt.toISOString() })],
    attempt: row.attempts,
    worker: row.worker,
    data: { ...error, ...facts },
  })
  return toJob(updated)
}

/** Back to waiting without using up an attempt: the process is shutting down. A job that was asked to stop ends. @throws {Superseded} */
export async function requeue(tx: Tx, fence: Fence, { now, facts = null }: { now: Date, facts?: Record<string, unknown> | null }): Promise<Job> {
  const row = await owned(tx, fence)
  if (row.cancelRequestedAt !== null)
    return endCancelled(tx, row, now, facts ?? undefined)
  const updated = await tx.job.update({
    where: { id: row.id },
    data: { status: 'pending', attemptToken: null, starts: { decrement: 1 }, updatedAt: now, version: { increment: 1 } },
    include: withBrand,
  })
  await note(tx, row.id, now, { kind: 'delayed', told: [tell('put-back')], attempt: row.attempts, worker: row.worker, data: facts })
  return toJob(updated)
}
