import type { Job } from '../../contract/job.ts'
import type { Tx } from '../database.ts'
import type { PrismaClient } from '../prisma/client.ts'
import type { Fence } from './claim.ts'
import type { NewJob } from './insert.ts'
import type { JobRow } from './row.ts'
import { openStatuses } from '../../contract/job-status.ts'
import { tell } from '../../contract/told.ts'
import { insertPart } from './insert.ts'
import { note } from './note.ts'
import { toJob, withBrand } from './row.ts'
import { endCancelled, owned, progressColumns } from './run.ts'
import { readFlow } from './tree.ts'

/** A job that gave its work to parts remembers it so, with what they are to do together. */
const splitMark = (products: number) => JSON.stringify({ split: true, products })
const isSplit = { startsWith: '{"split":true' }

/**
 * Gives a run's work to parts: new jobs before its own, which waits for them and then runs once more to sum up. All of
 * it is dispatched anew, with the jobs that wait for it: the queue's entries know nothing of the parts.
 * @returns the job and its parts; the job alone, ended, when it was asked to stop
 * @throws {Superseded}
 */
export async function split(tx: Tx, fence: Fence, { parts, planned }: { parts: NewJob[], planned: number }, now: Date): Promise<Job[]> {
  const row = await owned(tx, fence)
  if (row.cancelRequestedAt !== null)
    return [await endCancelled(tx, row, now)]
  const flowId = row.flowId ?? row.id
  const ids: string[] = []
  for (const part of parts)
    ids.push(await insertPart(tx, part, { parentId: row.id, flowId, now }))
  const again = { generation: { increment: 1 }, dispatchedAt: null, updatedAt: now, version: { increment: 1 } }
  await tx.job.update({ where: { id: row.id }, data: { ...again, status: 'pending', flowId, attemptToken: null, starts: 0, checkpoint: splitMark(planned), ...progressOf(0, parts.length) } })
  const waiting = (await readFlow(tx, { id: row.id, flowId })).ancestors(row.id).filter(job => job.status === 'pending' || job.status === 'delayed').map(job => job.id)
  await tx.job.updateMany({ where: { id: { in: waiting } }, data: again })
  await note(tx, row.id, now, { kind: 'delayed', told: [tell('split', { n: parts.length })], attempt: row.attempts, worker: row.worker, data: { parts: parts.length } })
  const rows = await tx.job.findMany({ where: { id: { in: [row.id, ...waiting, ...ids] } }, orderBy: { id: 'asc' }, include: withBrand })
  return rows.map(toJob)
}

/** The parts of a job: made after it, where the jobs of a flow that it waits for are made before it. */
function whereParts(id: string) {
  return { parentId: id, id: { gt: id } }
}

/** The jobs that a job was split into, in their order; none when it was not. */
export async function listParts(read: PrismaClient, id: string): Promise<Job[]> {
  const rows = await read.job.findMany({ where: whereParts(id), orderBy: { id: 'asc' }, include: withBrand })
  return rows.map(toJob)
}

/** Shows on a job that was split how far its parts are together. Null when it was not, or waits for them no longer. */
export async function sumProgress(tx: Tx, id: string, now: Date): Promise<Job | null> {
  const row = await tx.job.findFirst({ where: { id, status: 'pending', checkpoint: isSplit } })
  if (!row)
    return null
  const parts = await tx.job.findMany({ where: whereParts(id), select: { status: true, progress: true } })
  const ended = parts.filter(isEnded).length
  const progress = Math.min(99, parts.reduce((sum, part) => sum + (isEnded(part) ? 100 : part.progress), 0) / Math.max(1, parts.length))
  const words = progressOf(ended, parts.length)
  if (Math.abs(progress - row.progress) < 0.1 && words.progressNote === row.progressNote)
    return null
  return toJob(await tx.job.update({ where: { id }, data: { progress, ...words, updatedAt: now, version: { increment: 1 } }, include: withBrand }))
}

function progressOf(done: number, total: number) {
  return progressColumns([tell('parts-done', { done, total })])
}

function isEnded({ status }: Pick<JobRow, 'status'>): boolean {
  return !(openStatuses as readonly string[]).includes(status)
}
