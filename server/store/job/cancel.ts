import type { Job } from '../../contract/job.ts'
import type { Tx } from '../database.ts'
import { isFinal, JobStatus } from '../../contract/job-status.ts'
import { tell } from '../../contract/told.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { end } from './end.ts'
import { note } from './note.ts'
import { toJob, unnamed, withBrand } from './row.ts'
import { readFlow } from './tree.ts'

/**
 * Cancels a job and the jobs before it in its flow: waiting ones end at once, active ones are asked to stop and end
 * when their worker says so. Jobs after it end with it.
 * @returns every job that changed
 * @throws {NotFound} @throws {Conflict} when it has already ended
 */
export async function requestCancel(tx: Tx, id: string, now: Date): Promise<Job[]> {
  const target = await tx.job.findUnique({ where: { id } })
  if (!target)
    throw new NotFound('job', id)
  if (isFinal(JobStatus.parse(target.status)))
    throw new Conflict(tell('job-ended', { status: JobStatus.parse(target.status) }))

  const flow = await readFlow(tx, target)
  // The job itself first: its end takes the waiting jobs after it along.
  const order = [id, ...flow.subtree(id).map(member => member.id).filter(member => member !== id)]
  for (const member of order) {
    const row = await tx.job.findUniqueOrThrow({ where: { id: member }, include: withBrand })
    if (isFinal(JobStatus.parse(row.status)))
      continue
    if (row.status !== 'active') {
      await end(tx, row, { status: 'cancelled', now, told: [tell('cancelled-waiting')] })
      continue
    }
    if (row.cancelRequestedAt !== null)
      continue
    // Its key is free from now on: whoever asks for the same again means a new job, not the one that is being stopped.
    await tx.job.update({ where: { id: member }, data: { cancelRequestedAt: now, dedupeKey: null, updatedAt: now, version: { increment: 1 } } })
    await note(tx, member, now, { kind: 'cancel-requested', told: [tell('asked-to-stop', { worker: row.worker ?? unnamed })], attempt: row.attempts, worker: row.worker })
  }
  const rows = await tx.job.findMany({ where: { id: { in: flow.members.map(member => member.id) } }, include: withBrand, orderBy: { id: 'asc' } })
  return rows.filter(row => row.version !== flow.byId.get(row.id)!.version).map(toJob)
}
