import type { Schedule, ScheduleRun } from '../../contract/schedule.ts'
import type { Schedule as Row, ScheduleRun as RunRow } from '../prisma/client.ts'
import { FlowRequest } from '../../contract/flow.ts'
import { JobStatus } from '../../contract/job-status.ts'
import { MissedPolicy, OverlapPolicy, ScheduleRun as ScheduleRunSchema, ScheduleTiming } from '../../contract/schedule.ts'
import { readTold } from '../told.ts'

/** A schedule as stored; what depends on the time of asking is added by the service. */
export interface StoredSchedule extends Omit<Schedule, 'next' | 'lastRun'> {
  /** From when its times count, milliseconds since the epoch. */
  anchor: number
  /** The last due time that was acted on, or left out. */
  lastDue: number | null
}

export function toSchedule(row: Row): StoredSchedule {
  return {
    id: row.id,
    name: row.name,
    enabled: row.enabled,
    timing: ScheduleTiming.parse(JSON.parse(row.timing)),
    work: FlowRequest.parse(JSON.parse(row.work)),
    missed: MissedPolicy.parse(row.missed),
    overlap: OverlapPolicy.parse(row.overlap),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    anchor: row.anchorAt.getTime(),
    lastDue: row.lastDueAt?.getTime() ?? null,
  }
}

export function toRun(row: RunRow, jobStatus: string | null): ScheduleRun {
  return ScheduleRunSchema.parse({ ...row, told: readTold(row.told), dueAt: row.dueAt.toISOString(), at: row.at.toISOString(), jobStatus: jobStatus === null ? null : JobStatus.parse(jobStatus) })
}
