import { z } from 'zod'
import { FlowRequest } from './flow.ts'
import { JobStatus } from './job-status.ts'
import { JobId } from './job.ts'
import { PageQuery } from './page.ts'
import { Timestamp } from './time.ts'
import { Told } from './told.ts'

const tenYearsMs = 10 * 366 * 86_400_000

/** When a schedule is due. A local time that clocks skip in spring runs an hour later; one that comes twice in autumn runs the first time. */
export const ScheduleTiming = z.union([
  z.object({
    cron: z.string().trim().min(1).max(200).describe('Five fields (minute, hour, day, month, weekday), or six with seconds first'),
    timeZone: z.string().min(1).max(64).describe('IANA name: `Europe/Berlin`, `UTC`'),
  }),
  z.object({ everyMs: z.number().int().min(1000).max(tenYearsMs) }),
])
export type ScheduleTiming = z.infer<typeof ScheduleTiming>

export const MissedPolicy = z.enum(['run-once', 'skip']).describe('When no server was up at the time: run once when one is up again, or leave it out')
export const OverlapPolicy = z.enum(['skip', 'queue', 'cancel-previous']).describe('When the job of the last time is still open: leave this time out, start beside it, or cancel it first')

export const scheduleOutcomes = ['started', 'joined', 'missed', 'overlapped', 'failed'] as const
/** One due time: `started` a job, `joined` an open one that does the same, was left out (`missed`, `overlapped`), or could not start (`failed`). */
export const ScheduleRun = z.object({
  id: z.string(),
  scheduleId: z.string(),
  dueAt: Timestamp,
  at: Timestamp,
  trigger: z.enum(['time', 'person']),
  outcome: z.enum(scheduleOutcomes),
  note: z.string().nullable(),
  told: Told.optional().describe('What `note` says, to be written in another language'),
  jobId: JobId.nullable(),
  jobStatus: JobStatus.nullable().describe('Null also when the job has been deleted'),
})
export type ScheduleRun = z.infer<typeof ScheduleRun>

export const Schedule = z.object({
  id: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  timing: ScheduleTiming,
  work: FlowRequest,
  missed: MissedPolicy,
  overlap: OverlapPolicy,
  next: z.array(Timestamp).describe('The next five times; none while disabled'),
  lastRun: ScheduleRun.nullable(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
})
export type Schedule = z.infer<typeof Schedule>

export const ScheduleCreate = z.object({
  name: z.string().trim().min(1).max(200),
  timing: ScheduleTiming,
  work: FlowRequest.describe('What starts: a single job (a tree without children), a tree of jobs, or a preset'),
  enabled: z.boolean().optional().describe('Default: true'),
  missed: MissedPolicy.optional(),
  overlap: OverlapPolicy.optional(),
})
export type ScheduleCreate = z.infer<typeof ScheduleCreate>

export const ScheduleUpdate = ScheduleCreate.partial()
export type ScheduleUpdate = z.infer<typeof ScheduleUpdate>

export const ScheduleQuery = PageQuery.extend({ search: z.string().trim().max(200).optional() })
export type ScheduleQuery = z.infer<typeof ScheduleQuery>
