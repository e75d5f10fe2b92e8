import type { TimelineEntry } from '../../contract/job.ts'
import type { Told } from '../../contract/told.ts'
import type { Tx } from '../database.ts'
import { inEnglish } from '../../contract/told.ts'
import { newId } from '../id.ts'
import { writeTold } from '../told.ts'

export interface Note {
  kind: TimelineEntry['kind']
  told: Told
  level?: TimelineEntry['level']
  attempt?: number | null
  worker?: string | null
  data?: Record<string, unknown> | null
}

/** Writes a line of the job's timeline in the same transaction as the change that it tells of. */
export async function note(tx: Tx, jobId: string, at: Date, { kind, told, level = 'info', attempt = null, worker = null, data = null }: Note): Promise<TimelineEntry> {
  const row = { id: newId(), jobId, kind, level, attempt, worker, message: inEnglish(told) }
  await tx.jobEvent.create({ data: { ...row, at, told: writeTold(told), data: data === null ? null : JSON.stringify(data) } })
  return { ...row, at: at.toISOString(), told, data }
}
