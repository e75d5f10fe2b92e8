import type { TimelineEntry } from '../../contract/job.ts'
import type { Tx } from '../database.ts'
import { newId } from '../id.ts'

export interface Note {
  kind: TimelineEntry['kind']
  message: string
  level?: TimelineEntry['level']
  attempt?: number | null
  worker?: string | null
  data?: Record<string, unknown> | null
}

/** Writes a line of the job's timeline in the same transaction as the change that it tells of. */
export async function note(tx: Tx, jobId: string, at: Date, { kind, message, level = 'info', attempt = null, worker = null, data = null }: Note): Promise<TimelineEntry> {
  const row = { id: newId(), jobId, kind, level, attempt, worker, message }
  await tx.jobEvent.create({ data: { ...row, at, data: data === null ? null : JSON.stringify(data) } })
  return { ...row, at: at.toISOString(), data }
}
