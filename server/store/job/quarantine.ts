import type { Failure } from '../../contract/problem.ts'
import type { Tx } from '../database.ts'
import type { JobRow } from './row.ts'
import { tell } from '../../contract/told.ts'
import { processOf } from '../../contract/worker.ts'
import { failureOf } from '../../errors.ts'

/*
 * Which job kills its process? Nobody sees: all that ran in it look alike, and kills from outside (the OOM killer, a
 * power cut, `kill -9`) look like those by a job. So a job is judged by deaths that meet it ever less by chance:
 *
 * 1. Twice it may die in whatever company. Then it is a suspect.
 * 2. A suspect runs beside no other suspect of its process. Innocents that died with the culprit now end, one by one.
 * 3. Its last start waits for calm: until no process has come or gone for a while. Where processes are killed one after
 *    the other, by somebody or by a culprit who is still trusted, it is out of reach until that is over. A job that
 *    kills dies here, too, and is set aside after four deaths, not one more.
 *
 * An innocent is set aside only when kills hit all four of its runs, the last of them after a time without any. Where
 * kills are further apart than that time, all but a long job end between two of them; and a long one that saves its
 * place comes further each time, which makes it trusted again. Where they never cease, a job is given its last start
 * all the same after some minutes: each comes to an end.
 */

/** A process that dies this many times in a run of the job, with nothing saved in between, is killed by the job, not by chance. */
const maxStarts = 4
/** After this many deaths the job is under suspicion. */
export const suspiciousStarts = 2
/** What the column says of jobs under suspicion, one by one, so that the few are found by its index. */
export const suspectStarts = Array.from({ length: maxStarts - suspiciousStarts + 1 }, (_, more) => suspiciousStarts + more)
/** Where processes die for another reason than this job, the next one does within this time. */
const calmMs = 30_000
/** So long after its last sign of life a job waits for calm no more. */
const patienceMs = 15 * 60_000
/** A run shows that it is alive each 2 s. */
const aliveMs = 5_000

/** Why the job is not started again by itself; null while it may be. */
export function poisonOf({ starts }: Pick<JobRow, 'starts'>): Failure | null {
  if (starts < maxStarts)
    return null
  return failureOf('poison', tell('process-died', { n: starts }))
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

/** Whether no process that runs jobs has come or gone for `ms`. */
async function isCalm(read: Pick<Tx, 'workerProcess'>, now: Date, ms: number): Promise<boolean> {
  const since = { gt: new Date(now.getTime() - ms) }
  return await read.workerProcess.count({ where: { OR: [{ startedAt: since }, { state: 'lost', beatAt: since }] } }) === 0
}

/** For a job that must not die once more and that a worker has got all the same, from the queue itself. */
export async function mustWaitForCalm(tx: Tx, { starts, heartbeatAt }: Pick<JobRow, 'starts' | 'heartbeatAt'>, now: Date, ms = calmMs): Promise<boolean> {
  return starts === maxStarts - 1 && heartbeatAt !== null && heartbeatAt >= outOfPatience(now) && !await isCalm(tx, now, ms)
}

/** Jobs under suspicion that need not wait for calm. */
export async function whereMayStart(read: Pick<Tx, 'workerProcess'>, now: Date, ms = calmMs) {
  if (await isCalm(read, now, ms))
    return { starts: { in: suspectStarts } }
  return { OR: [{ starts: { in: suspectStarts.filter(starts => starts !== maxStarts - 1) } }, { starts: maxStarts - 1, heartbeatAt: { lt: outOfPatience(now) } }] }
}

function outOfPatience(now: Date): Date {
  return new Date(now.getTime() - patienceMs)
}
