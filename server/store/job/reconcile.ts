import type { Job } from '../../contract/job.ts'
import type { QueueName } from '../../contract/queue.ts'
import type { Discrepancy, OpenRow } from '../../queue/store-ports.ts'
import type { Tx } from '../database.ts'
import type { PrismaClient } from '../prisma/client.ts'
import { openStatuses } from '../../contract/job-status.ts'
import { tell } from '../../contract/told.ts'
import { dispatchAnew, renewAbove } from './dispatch-anew.ts'
import { end } from './end.ts'
import { note } from './note.ts'
import { whereRef } from './outbox.ts'
import { poisonOf } from './quarantine.ts'
import { toJob, withBrand } from './row.ts'
import { idsAbove } from './tree.ts'

const open = { in: [...openStatuses] }

/** Open rows that were dispatched and have not changed since `before` (milliseconds since the epoch). */
export async function openPage(read: PrismaClient, { before, cursor, limit }: { before: number, cursor: string | null, limit: number }): Promise<{ rows: OpenRow[], nextCursor: string | null }> {
  const rows = await read.job.findMany({
    where: { status: open, dispatchedAt: { not: null }, updatedAt: { lt: new Date(before) }, ...(cursor !== null && { id: { gt: cursor } }) },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true, type: true, generation: true, updatedAt: true },
  })
  return {
    rows: rows.map(row => ({ ref: { queue: row.type as QueueName, jobId: row.id, generation: row.generation }, updatedAt: row.updatedAt.getTime() })),
    nextCursor: rows.length === limit ? rows.at(-1)!.id : null,
  }
}

/** Puts right what the queue store says otherwise than the table. @returns the jobs that changed, with those after them */
export async function resolve(tx: Tx, discrepancies: Discrepancy[], now: Date): Promise<Job[]> {
  const changed = new Set<string>()
  const renewed = new Set<string>()
  for (const { ref, state, reason } of discrepancies) {
    const row = await tx.job.findFirst({ where: { ...whereRef(ref), status: open }, include: withBrand })
    if (!row)
      continue
    changed.add(row.id)
    const stalled = state === 'failed' && reason?.kind === 'stalled'
    // With something to take away first, the next worker ends it.
    const poison = stalled && row.checkpoint === null ? poisonOf(row) : null
    if (poison) {
      await end(tx, row, { status: 'failed', now, error: poison, told: [tell('failure', { failure: poison })] });
      (await idsAbove(tx, row.parentId)).forEach(id => changed.add(id))
      continue
    }
    await dispatchAnew(tx, row, { newGeneration: state !== 'unknown', now })
    // A run that ended because the queue forgot it is no death of its process.
    if (!stalled)
      await tx.job.update({ where: { id: row.id }, data: { starts: 0 } })
    await note(tx, row.id, now, { kind: 'delayed', level: 'warn', told: [state === 'unknown' ? tell('queue-lost-it') : tell('queue-ended-it', { status: state })] })
    await renewAbove(tx, row.parentId, now, renewed)
  }
  const rows = await tx.job.findMany({ where: { id: { in: [...changed.union(renewed)] } }, orderBy: { id: 'asc' }, include: withBrand })
  return rows.map(toJob)
}
