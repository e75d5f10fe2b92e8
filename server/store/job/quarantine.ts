import type { Failure } from '../../contract/problem.ts'
import type { Tx } from '../database.ts'
import type { JobRow } from './row.ts'
import { processOf } from '../../contract/worker.ts'

/*
 * Which job kills its process? Nobody sees: all that ran in it look alike, and kills from outside (the OOM killer, a
 * power cut, `kill -9`) look like those by a job. So a job is judged by deaths that meet it ever less by chance:
 *
 * 1. Twice it may die in whatever company. Then it is a suspect.
 * 2. A suspect runs beside no other suspect of its process. Innocents that died with the culprit now end, one by one.
 * 3. Its last start waits until the process has lived for a while with its other work. A process that is killed again
 *    and again, by somebody or by a culprit who is still trusted, never gets there, or died of something else than what
 *    was held back from it. A job that kills dies here, too, and is set aside after four deaths, not one more.
 *
 * An innocent is set aside only when kills hit all four of its runs, the last of them in a process that had stood the
 * time before. Where kills are `T` apart and it takes `d`, that last hit alone has the chance `d / T` with `T` more
 * than the wait; one that takes longer than kills are apart comes to no end in any case, unless it saves its place,
 * which makes it trusted again.
 */

/** A process that dies this many times in a run of the job, with nothing saved in between, is killed by the job, not by chance. */
const maxStarts = 4
/** After this many deaths the job is under suspicion. */
export const suspiciousStarts = 2
/** What the column says of jobs under suspicion, one by one, so that the few are found by its index. */
export const suspectStarts = Array.from({ length: maxStarts - suspiciousStarts + 1 }, (_, more) => suspiciousStarts + more)
/** A process has stood its other work when it has lived this long; longer than a start and its rush take. */
const calmMs = 10_000
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

/** How long a job that must not die once more waits for its process to have stood everything else. */
export function waitForCalmMs({ starts }: Pick<JobRow, 'starts'>, processAgeMs: number): number {
  return starts < maxStarts - 1 ? 0 : Math.max(0, calmMs - processAgeMs)
}
