import type { JobStatus } from '../../contract/job-status.ts'
import type { Tx } from '../database.ts'
import type { BulkOutcome, BulkStep } from './bulk.ts'
import type { Note } from './note.ts'
import { finalStatuses } from '../../contract/job-status.ts'
import { inEnglish, tell } from '../../contract/told.ts'
import { newId } from '../id.ts'
import { writeTold } from '../told.ts'
import { bulk } from './bulk.ts'
import { freshStart, withPriority } from './revive.ts'
import { toJob, withBrand } from './row.ts'

interface Way {
  /** Jobs on their own in one of these states need no look at anything else. */
  statuses: readonly JobStatus[]
  many: (tx: Tx, ids: string[], step: BulkStep) => Promise<Pick<Note, 'kind' | 'told'> | null>
}

const changed = (now: Date) => ({ updatedAt: now, version: { increment: 1 } })

const ways: Record<BulkStep['action'], Way> = {
  'retry': {
    statuses: ['failed', 'cancelled'],
    async many(tx, ids, { now, revival: { priority, runAt } }) {
      const later = runAt && runAt > now ? { status: 'delayed', runAt } : {}
      await tx.job.updateMany({ where: { id: { in: ids } }, data: { ...freshStart(now, priority), ...later } })
      return { kind: 'retried', told: [tell('retried'), ...withPriority(priority)] }
    },
  },
  'cancel': {
    statuses: ['pending', 'delayed'],
    async many(tx, ids, { now }) {
      await tx.job.updateMany({ where: { id: { in: ids } }, data: { status: 'cancelled', dedupeKey: null, runAt: null, completedAt: now, ...changed(now) } })
      return { kind: 'cancelled', told: [tell('cancelled-waiting')] }
    },
  },
  'promote': {
    statuses: ['delayed'],
    async many(tx, ids, { now }) {
      await tx.job.updateMany({ where: { id: { in: ids } }, data: { status: 'pending', runAt: null, ...changed(now) } })
      return { kind: 'promoted', told: [tell('promoted')] }
    },
  },
  'change-priority': {
    statuses: ['pending', 'delayed'],
    async many(tx, ids, { now, revival: { priority = 0 } }) {
      await tx.job.updateMany({ where: { id: { in: ids } }, data: { priority, ...changed(now) } })
      return { kind: 'log', told: [tell('priority-set', { priority })] }
    },
  },
  'delete': {
    statuses: finalStatuses,
    async many(tx, ids) {
      await tx.job.deleteMany({ where: { id: { in: ids } } })
      return null
    },
  },
}

/** What `bulk` does, with one statement for all jobs that stand alone: twenty times as fast. Outcomes come in any order. */
export async function bulkMany(tx: Tx, step: BulkStep): Promise<BulkOutcome[]> {
  const { action, now } = step
  const { statuses, many } = ways[action]
  const alone = await tx.job.findMany({
    // A scrape of a brand has a key that only one open job may hold.
    where: { id: { in: step.ids }, flowId: null, parentId: null, status: { in: [...statuses] }, ...(action === 'retry' && { type: { not: 'scrape-brand' } }) },
    select: { id: true },
  })
  const ids = alone.map(row => row.id)
  const others = new Set(step.ids).difference(new Set(ids))
  const outcomes = await bulk(tx, { ...step, ids: [...others] })
  if (ids.length === 0)
    return outcomes
  const line = await many(tx, ids, step)
  if (line)
    await tx.jobEvent.createMany({ data: ids.map(jobId => ({ id: newId(), jobId, at: now, kind: line.kind, message: inEnglish(line.told), told: writeTold(line.told) })) })
  const rows = await tx.job.findMany({ where: { id: { in: ids } }, include: withBrand })
  const byId = new Map(rows.map(row => [row.id, toJob(row)]))
  return [...ids.map((id) => {
    const job = byId.get(id)
    return { id, failure: null, changed: job ? [job] : [] }
  }), ...outcomes]
}
