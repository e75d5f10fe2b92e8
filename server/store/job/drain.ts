import type { Job } from '../../contract/job.ts'
import type { Tx } from '../database.ts'
import { newId } from '../id.ts'
import { requestCancel } from './cancel.ts'
import { toJob, withBrand } from './row.ts'

export interface DrainStep {
  type: string
  statuses: ('pending' | 'delayed')[]
  now: Date
  /** Jobs cancelled in this transaction; those of a flow take its other waiting jobs along. */
  limit: number
}

/** Cancels waiting jobs of one type, a step at a time. @returns what changed; nothing when none is left */
export async function drain(tx: Tx, { type, statuses, now, limit }: DrainStep): Promise<Job[]> {
  const single = await tx.job.findMany({ where: { type, status: { in: statuses }, flowId: null }, orderBy: { id: 'asc' }, take: limit, include: withBrand })
  if (single.length > 0) {
    const ids = single.map(row => row.id)
    await tx.job.updateMany({ where: { id: { in: ids } }, data: { status: 'cancelled', dedupeKey: null, runAt: null, completedAt: now, updatedAt: now, version: { increment: 1 } } })
    await tx.jobEvent.createMany({ data: ids.map(jobId => ({ id: newId(), jobId, at: now, kind: 'cancelled', message: 'Cancelled while it waited: its queue was drained' })) })
    const rows = await tx.job.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' }, include: withBrand })
    return rows.map(toJob)
  }
  const [member] = await tx.job.findMany({ where: { type, status: { in: statuses }, flowId: { not: null } }, orderBy: { id: 'asc' }, take: 1, select: { id: true } })
  return member ? requestCancel(tx, member.id, now) : []
}
