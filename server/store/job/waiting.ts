import type { Job } from '../../contract/job.ts'
import type { Tx } from '../database.ts'
import { JobStatus } from '../../contract/job-status.ts'
import { tell } from '../../contract/told.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { note } from './note.ts'
import { toJob, withBrand } from './row.ts'

/** Runs a delayed job as soon as a worker is free. @throws {NotFound} @throws {Conflict} when it is not delayed */
export async function promote(tx: Tx, id: string, now: Date): Promise<Job> {
  await assertStatus(tx, id, ['delayed'], 'job-not-delayed')
  const updated = await tx.job.update({
    where: { id },
    data: { status: 'pending', runAt: null, updatedAt: now, version: { increment: 1 } },
    include: withBrand,
  })
  await note(tx, id, now, { kind: 'promoted', told: [tell('promoted')] })
  return toJob(updated)
}

/** Lets a waiting job go before or after others. @throws {NotFound} @throws {Conflict} when it waits no longer */
export async function changePriority(tx: Tx, id: string, priority: number, now: Date): Promise<Job> {
  const before = await assertStatus(tx, id, ['pending', 'delayed'], 'job-not-waiting')
  const updated = await tx.job.update({
    where: { id },
    data: { priority, updatedAt: now, version: { increment: 1 } },
    include: withBrand,
  })
  await note(tx, id, now, { kind: 'log', told: [tell('priority-changed', { before: before.priority, priority })] })
  return toJob(updated)
}

async function assertStatus(tx: Tx, id: string, statuses: string[], rule: 'job-not-delayed' | 'job-not-waiting') {
  const row = await tx.job.findUnique({ where: { id } })
  if (!row)
    throw new NotFound('job', id)
  if (!statuses.includes(row.status))
    throw new Conflict(tell(rule, { status: JobStatus.parse(row.status) }))
  return row
}
