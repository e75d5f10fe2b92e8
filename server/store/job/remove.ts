import type { JobClean } from '../../contract/job.ts'
import type { Tx } from '../database.ts'
import { isFinal, JobStatus, openStatuses } from '../../contract/job-status.ts'
import { tell } from '../../contract/told.ts'
import { Conflict, NotFound } from '../../errors.ts'

/** Deletes an ended job with its timeline; its export file stays. @throws {NotFound} @throws {Conflict} while it is open */
export async function remove(tx: Tx, id: string): Promise<void> {
  const row = await tx.job.findUnique({ where: { id } })
  if (!row)
    throw new NotFound('job', id)
  if (!isFinal(JobStatus.parse(row.status)))
    throw new Conflict(tell('job-open', { status: JobStatus.parse(row.status) }))
  await assertNobodyWaits(tx, [id])
  await tx.job.delete({ where: { id } })
}

async function assertNobodyWaits(tx: Tx, ids: string[]): Promise<void> {
  const rows = await tx.job.findMany({ where: { id: { in: ids } }, select: { parentId: true } })
  const parents = rows.map(row => row.parentId).filter(parent => parent !== null)
  if (parents.length > 0 && await tx.job.count({ where: { id: { in: parents }, status: { in: [...openStatuses] } } }) > 0)
    throw new Conflict(tell('flow-open'))
}

/**
 * Deletes up to `limit` ended jobs of one status that finished before `before`, oldest first. Members of a flow with
 * an open job stay, so that the flow can still be read and retried.
 * @returns ids of the deleted jobs; fewer than `limit` means none are left
 */
export async function clean(tx: Tx, { status, type, before, limit }: { status: JobClean['status'], type?: string, before: Date, limit: number }): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT "id" FROM "Job" j
     WHERE j."status" = ? AND j."completedAt" <= ? ${type === undefined ? '' : 'AND j."type" = ?'}
       AND NOT EXISTS (SELECT 1 FROM "Job" o WHERE o."flowId" = j."flowId" AND o."status" IN ('pending', 'delayed', 'active'))
     ORDER BY j."completedAt" LIMIT ${limit}`,
    ...[status, before, ...(type === undefined ? [] : [type])],
  )
  const ids = rows.map(row => row.id)
  await tx.job.deleteMany({ where: { id: { in: ids } } })
  return ids
}
