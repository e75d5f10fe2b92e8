import type { Job } from '../../contract/job.ts'
import type { Telling } from '../../contract/told.ts'
import type { Tx } from '../database.ts'
import { JobStatus } from '../../contract/job-status.ts'
import { tell } from '../../contract/told.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { dedupeKeyOf } from './dedupe.ts'
import { note } from './note.ts'
import { toJob, withBrand } from './row.ts'
import { readFlow } from './tree.ts'

const revivable = ['failed', 'cancelled'] as const

function isRevivable(status: string): boolean {
  return (revivable as readonly string[]).includes(status)
}

export interface Revival {
  priority?: number
  runAt?: Date | null
  /** What the job itself is to do instead; what its last run had kept is forgotten. */
  work?: { data: Record<string, unknown>, brandId: string | null }
}

/**
 * Gives a failed or cancelled job all its attempts again, under a new generation. In a flow, the failed and cancelled
 * jobs after it come along, with all that they wait for: else they would never get their turn.
 * Of what may be different this time, `priority` is for all that come along, `runAt` for those that start first, `work`
 * for the job alone.
 * @returns every job that changed, children first
 * @throws {NotFound} @throws {Conflict} when it is neither failed nor cancelled, or has parts that do the work it has now
 */
export async function revive(tx: Tx, id: string, now: Date, { priority, runAt = null, work }: Revival = {}): Promise<Job[]> {
  const target = await tx.job.findUnique({ where: { id } })
  if (!target)
    throw new NotFound('job', id)
  if (!isRevivable(target.status))
    throw new Conflict(tell('job-not-ended-badly', { status: JobStatus.parse(target.status) }))

  const flow = await readFlow(tx, target)
  let top = id
  for (const ancestor of flow.ancestors(id)) {
    if (!isRevivable(ancestor.status))
      break
    top = ancestor.id
  }
  const ids = flow.subtree(top).filter(member => isRevivable(member.status)).map(member => member.id)
  await tx.job.updateMany({
    where: { id: { in: ids } },
    data: freshStart(now, priority),
  })
  if (work)
    await changeWork(tx, target, work)
  await reclaimKeys(tx, ids)
  if (runAt !== null && runAt > now) {
    const waited = new Set(flow.members.filter(member => ids.includes(member.id)).map(member => member.parentId))
    await tx.job.updateMany({ where: { id: { in: ids.filter(member => !waited.has(member)) } }, data: { status: 'delayed', runAt } })
  }
  for (const member of ids)
    await note(tx, member, now, { kind: 'retried', told: [tell(member === id ? 'retried' : 'retried-with-flow'), ...withPriority(priority), ...work && member === id ? [tell('with-other-data')] : []], data: work && member === id ? { before: JSON.parse(target.data) as unknown } : null })
  const rows = await tx.job.findMany({ where: { id: { in: ids } }, include: withBrand, orderBy: { id: 'asc' } })
  return rows.map(toJob)
}

async function changeWork(tx: Tx, before: { id: string, brandId: string | null }, { data, brandId }: NonNullable<Revival['work']>): Promise<void> {
  const { id } = before
  // Parts are made after the job they are of.
  if (await tx.job.count({ where: { parentId: id, id: { gt: id } } }) > 0)
    throw new Conflict(tell('job-in-parts'))
  await tx.job.update({ where: { id }, data: { data: JSON.stringify(data), brandId, checkpoint: null } })
  // What it has read so far was read as something else: it begins anew.
  await tx.product.updateMany({ where: { ...before.brandId !== null && { brandId: before.brandId }, readBy: id }, data: { readBy: null } })
}

/** What a retry changes, as the end of a line that tells of it. */
export function withPriority(priority: number | undefined): Telling[] {
  return priority === undefined ? [] : [tell('with-priority', { priority })]
}

/** The columns of a job that begins anew, with all its attempts and under a new generation. */
export function freshStart(now: Date, priority?: number) {
  return {
    status: 'pending',
    ...(priority !== undefined && { priority }),
    generation: { increment: 1 },
    dispatchedAt: null,
    attemptToken: null,
    attempts: 0,
    failures: 0,
    starts: 0,
    progress: 0,
    progressNote: null,
    progressTold: null,
    error: null,
    errorCode: null,
    cause: null,
    result: null,
    worker: null,
    cancelRequestedAt: null,
    heartbeatAt: null,
    runAt: null,
    startedAt: null,
    completedAt: null,
    updatedAt: now,
    version: { increment: 1 },
  }
}

/** A job on its own holds its key again. @throws {Conflict} when another open job has it by now */
async function reclaimKeys(tx: Tx, ids: string[]): Promise<void> {
  for (const row of await tx.job.findMany({ where: { id: { in: ids }, flowId: null } })) {
    const dedupeKey = dedupeKeyOf(row.type, JSON.parse(row.data) as Record<string, unknown>)
    if (dedupeKey === null)
      continue
    const holder = await tx.job.findUnique({ where: { dedupeKey } })
    if (holder && holder.id !== row.id)
      throw new Conflict(tell('job-repeats', { id: holder.id, status: JobStatus.parse(holder.status) }))
    await tx.job.update({ where: { id: row.id }, data: { dedupeKey } })
  }
}
