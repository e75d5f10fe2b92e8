import type { Job } from '../../contract/job.ts'
import type { QueueName } from '../../contract/queue.ts'
import type { QueueRef, QueueState } from '../../queue/ports.ts'
import type { Tx } from '../database.ts'
import type { PrismaClient } from '../prisma/client.ts'
import { tell } from '../../contract/told.ts'
import { dispatchAnew, renewAbove } from './dispatch-anew.ts'
import { note } from './note.ts'
import { whereRef } from './outbox.ts'
import { toJob, unnamed, withBrand } from './row.ts'

const silentSince = (before: Date) => ({ status: 'active', heartbeatAt: { lt: before } })

/** Active jobs without a sign of life since `before`, those that have been silent longest first. */
export async function silent(read: PrismaClient, before: Date, limit: number): Promise<QueueRef[]> {
  const rows = await read.job.findMany({ where: silentSince(before), orderBy: { heartbeatAt: 'asc' }, take: limit, select: { id: true, type: true, generation: true } })
  return rows.map(row => ({ queue: row.type as QueueName, jobId: row.id, generation: row.generation }))
}

export function countSilent(read: PrismaClient, before: Date): Promise<number> {
  return read.job.count({ where: silentSince(before) })
}

/**
 * Takes silent jobs from their runs, which are fenced off, and lets them wait again: at the queue where they wait there
 * already, or under a new generation where the queue still believes in the run.
 * @returns what changed, with the jobs after those that were dispatched anew
 */
export async function unstick(tx: Tx, found: { ref: QueueRef, state: QueueState }[], before: Date, now: Date): Promise<Job[]> {
  const changed = new Set<string>()
  const renewed = new Set<string>()
  for (const { ref, state } of found) {
    const row = await tx.job.findFirst({ where: { ...whereRef(ref), ...silentSince(before) } })
    // What the queue has lost or ended is the reconciler's, which knows why.
    if (!row || state === 'unknown' || state === 'completed' || state === 'failed')
      continue
    if (state === 'active') {
      await dispatchAnew(tx, row, { newGeneration: true, now })
      await renewAbove(tx, row.parentId, now, renewed)
    }
    else {
      await tx.job.update({ where: { id: row.id }, data: { status: 'pending', attemptToken: null, updatedAt: now, version: { increment: 1 } } })
    }
    await note(tx, row.id, now, { kind: 'stalled', level: 'warn', told: [tell('silent-since', { worker: row.worker ?? unnamed, at: (row.heartbeatAt ?? before).toISOString() })], attempt: row.attempts, worker: row.worker })
    changed.add(row.id)
  }
  const rows = await tx.job.findMany({ where: { id: { in: [...changed.union(renewed)] } }, orderBy: { id: 'asc' }, include: withBrand })
  return rows.map(toJob)
}
