import type { Job } from '../../contract/job.ts'
import type { QueueRef } from '../../queue/ports.ts'
import type { Tx } from '../database.ts'
import { tell } from '../../contract/told.ts'
import { dispatchAnew, renewAbove } from './dispatch-anew.ts'
import { note } from './note.ts'
import { whereRef } from './outbox.ts'
import { toJob, unnamed, withBrand } from './row.ts'
import { endCancelled } from './run.ts'
import { idsAbove } from './tree.ts'

export interface Estate {
  /** The names of the dead process's workers. */
  workers: string[]
  /** What the queue believes to be with them. */
  held: QueueRef[]
  now: Date
}

/**
 * Lets the jobs of a dead process run again without waiting for the queue to miss it: what it ran, and what it had
 * taken from the queue and not begun. Under a new generation, as the queue still believes in the old one.
 * @returns what changed, with the jobs after those that were dispatched anew
 */
export async function handOver(tx: Tx, { workers, held, now }: Estate): Promise<Job[]> {
  const ran = workers.length === 0 ? [] : await tx.job.findMany({ where: { status: 'active', worker: { in: workers } }, include: withBrand })
  const taken = held.length === 0 ? [] : await tx.job.findMany({ where: { status: { in: ['pending', 'delayed'] }, dispatchedAt: { not: null }, OR: held.map(whereRef) }, include: withBrand })
  const changed = new Set<string>()
  const renewed = new Set<string>()
  for (const row of [...ran, ...taken]) {
    changed.add(row.id)
    // With something to take away first, the next worker ends it.
    if (row.status === 'active' && row.cancelRequestedAt !== null && row.checkpoint === null) {
      await endCancelled(tx, row, now);
      (await idsAbove(tx, row.parentId)).forEach(id => changed.add(id))
      continue
    }
    await dispatchAnew(tx, row, { newGeneration: true, now })
    await renewAbove(tx, row.parentId, now, renewed)
    const told = [row.status === 'active' ? tell('process-gone', { worker: row.worker ?? unnamed }) : tell('process-gone-unstarted')]
    await note(tx, row.id, now, { kind: 'stalled', level: 'warn', told, attempt: row.attempts || null, worker: row.worker })
  }
  const rows = await tx.job.findMany({ where: { id: { in: [...changed.union(renewed)] } }, orderBy: { id: 'asc' }, include: withBrand })
  return rows.map(toJob)
}
