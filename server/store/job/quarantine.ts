import type { Failure } from '../../contract/problem.ts'
import type { Tx } from '../database.ts'
import type { JobRow } from './row.ts'
import { processOf } from '../../contract/worker.ts'

/** A process that dies this many times in a run of the job, with nothing saved in between, is killed by the job, not by chance. */
const maxStarts = 4
/** After this many deaths the job is under suspicion. */
export const suspiciousStarts = 2
/** What the column says of jobs under suspicion, one by one, so that the few are found by its index. */
export const suspectStarts = Array.from({ length: maxStarts - suspiciousStarts + 1 }, (_, more) => suspiciousStarts + more)
/** A run shows that it is alive each 2 s. */
const aliveMs = 5_000

/** Why the job is not started again by itself; null while it may be. */
export function poisonOf({ starts }: Pick<JobRow, 'starts'>): Failure | null {
  if (starts < maxStarts)
    return null
  return { code: 'poison', message: `The process died ${starts} times while it ran this job; it is not started again by itself.`, retryable: false }
}

/** Its process died so often that it may be the cause. */
export function isSuspect({ starts }: Pick<JobRow, 'starts'>): boolean {
  return starts >= suspiciousStarts
}

/**
 * Jobs whose process died twice run one at a time in each process: the others were merely in the same process as the one
 * that kills it, and must not share its end. The outbox sends as many as there are processes; this is for two that come
 * to the same one.
 */
export async function mustWaitForSuspect(tx: Tx, { id, type, starts }: Pick<JobRow, 'id' | 'type' | 'starts'>, worker: string, now: Date): Promise<boolean> {
  if (!isSuspect({ starts }))
    return false
  const running = { id: { not: id }, status: 'active', starts: { gt: suspiciousStarts }, worker: { startsWith: processOf(worker, type) }, heartbeatAt: { gt: new Date(now.getTime() - aliveMs) } }
  return await tx.job.count({ where: running }) > 0
}
