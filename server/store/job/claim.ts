import type { Job } from '../../contract/job.ts'
import type { Tx } from '../database.ts'
import type { JobRow } from './row.ts'
import { randomUUID } from 'node:crypto'
import { finalStatuses, openStatuses } from '../../contract/job-status.ts'
import { tell } from '../../contract/told.ts'
import { dispatchAnew, renewAbove } from './dispatch-anew.ts'
import { end } from './end.ts'
import { note } from './note.ts'
import { isSuspect, mustWaitForCalm, mustWaitForSuspect, poisonOf } from './quarantine.ts'
import { toJob, unnamed, withBrand } from './row.ts'

/** Proof that a run still owns its job; every write of the run asks for it. */
export interface Fence { jobId: string, token: string }

export type Claim
  = | { kind: 'claimed', job: Job, fence: Fence, restarted: boolean, suspect: boolean }
    /** Nothing to do: unknown, finished, cancelled, or dispatched anew under a later generation. */
    | { kind: 'stale' }
    /** Jobs that this one waits for are still open, another run works on the same brand, or people have paused its queue. */
    | { kind: 'waiting' }
    /** Taken back from the queue: it may kill its process, and another one of that kind runs in this one, or processes die just now. */
    | { kind: 'held', job: Job }
    /** Ended now instead of run (cancel asked for before the start, or too many deaths). */
    | { kind: 'ended', job: Job }

export interface ClaimRequest {
  jobId: string
  generation: number
  worker: string
  now: Date
  /** The run before ended in this very process, which could not write that down (the disk was full): nobody died. */
  unrecorded?: boolean
}

/** A run that has been silent for longer is dead. */
const deadMs = 20_000

/**
 * Takes a job for a run. A row that is already active is taken over: the queue only hands a job out again when its
 * former worker's lock has run out, and the new token fences that worker off.
 */
export async function claim(tx: Tx, { jobId, generation, worker, now, unrecorded = false }: ClaimRequest): Promise<Claim> {
  const row = await tx.job.findUnique({ where: { id: jobId }, include: withBrand })
  if (!row || row.generation !== generation || (finalStatuses as readonly string[]).includes(row.status))
    return { kind: 'stale' }
  const starts = row.starts - (unrecorded && row.status === 'active' ? 1 : 0)
  if (row.cancelRequestedAt !== null)
    return { kind: 'ended', job: await end(tx, row, { status: 'cancelled', now, told: [tell('cancelled-unstarted')] }) }
  const poison = poisonOf({ starts })
  if (poison)
    return { kind: 'ended', job: await end(tx, row, { status: 'failed', now, error: poison, told: [tell('failure', { failure: poison })] }) }
  // The queue store forgets a pause with everything else, and is only told again some seconds later.
  if ((await tx.queueSetting.findUnique({ where: { name: row.type }, select: { paused: true } }))?.paused)
    return { kind: 'waiting' }
  if (await tx.job.count({ where: { parentId: jobId, status: { in: [...openStatuses] } } }) > 0)
    return { kind: 'waiting' }
  if (row.type === 'scrape-brand' && await isScraped(tx, row, now))
    return { kind: 'waiting' }
  const held = await mustWaitForCalm(tx, { starts, heartbeatAt: row.heartbeatAt }, now)
    ? 'silent-awaits-calm'
    : await mustWaitForSuspect(tx, { id: jobId, type: row.type, starts }, worker, now) ? 'silent-awaits-suspect' : null
  if (held !== null) {
    await dispatchAnew(tx, row, { newGeneration: true, now })
    await renewAbove(tx, row.parentId, now, new Set())
    if (row.status === 'active')
      await note(tx, jobId, now, { kind: 'stalled', level: 'warn', told: [tell(held, { worker: row.worker ?? unnamed })], attempt: row.attempts, worker })
    return { kind: 'held', job: toJob(await tx.job.findUniqueOrThrow({ where: { id: jobId }, include: withBrand })) }
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
      starts: starts + 1,
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
  if (restarted && unrecorded)
    await note(tx, jobId, now, { kind: 'log', level: 'warn', told: [tell('end-unwritten')], attempt, worker })
  else if (restarted)
    await note(tx, jobId, now, { kind: 'stalled', level: 'warn', told: [tell('silent-restarted', { worker: row.worker ?? unnamed })], attempt, worker })
  await note(tx, jobId, now, { kind: 'started', told: [tell('attempt', { attempt, most: row.maxAttempts })], attempt, worker })
  return { kind: 'claimed', job: toJob(updated), fence: { jobId, token }, restarted, suspect: isSuspect({ starts }) }
}

/** Two runs that find a brand's products at the same time (a flow's, one that is being stopped) would each call missing what the other has met. */
async function isScraped(tx: Tx, { id, type, brandId }: Pick<JobRow, 'id' | 'type' | 'brandId'>, now: Date): Promise<boolean> {
  if (brandId === null)
    return false
  return await tx.job.count({ where: { brandId, type, status: 'active', id: { not: id }, heartbeatAt: { gt: new Date(now.getTime() - deadMs) } } }) > 0
}
