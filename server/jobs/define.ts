import type { z } from 'zod'
import type { JobDataOf, JobResultOf, JobType } from '../contract/job-types.ts'
import type { Job, TimelineEntry } from '../contract/job.ts'
import type { Told } from '../contract/told.ts'
import type { Tx } from '../store/database.ts'
import type { Effects, NewJob } from '../store/job-store.ts'

/** What a run of a job can do besides its own work. */
export interface RunContext {
  job: Job
  /** Aborted when the job is cancelled, the process shuts down or another worker has taken over. */
  signal: AbortSignal
  /** When the job was accepted. */
  createdAt: Date
  /** What the last attempt saved with `save`, null on a first one. */
  checkpoint: Record<string, unknown> | null
  /** How far the run has come, 0–100, with a few words; cheap, written to the row a few times a second at most. */
  progress: (percent: number, told?: Told) => void
  /** What the result would be if the run ended now; kept when the job is cancelled, so that people see how far it came. */
  partial: (result: Record<string, unknown>) => void
  /** Adds a line to the job's log. */
  log: (level: TimelineEntry['level'], told: Told, data?: Record<string, unknown>) => Promise<void>
  /** Writes effects in one transaction that also proves the run still owns the job. @throws {Superseded} */
  commit: <T>(effects: Effects<T>) => Promise<T>
  /** Remembers where to go on after a crash. @throws {Superseded} */
  save: (checkpoint: Record<string, unknown>) => Promise<void>
}

/** The end of a run: its result, the last effects (in one transaction with the job's end), and a line for the timeline. */
export interface Finished<Result> {
  result: Result
  told: Told
  effects?: (tx: Tx) => Promise<unknown>
  /** Takes back what the run made outside the database, when it is stopped, fails or loses the job before that could be recorded. */
  undo?: () => Promise<void>
}

/** The end of a run that gave its work to parts: the job waits for them and then runs once more. */
export interface Split {
  parts: NewJob[]
  /** What the parts are to do together. */
  planned: number
}

/** A job type is data plus one function. */
export interface JobDefinition<Type extends JobType, Deps> {
  type: Type
  data: z.ZodType<JobDataOf<Type>>
  result: z.ZodType<JobResultOf<Type>>
  run: (data: JobDataOf<Type>, context: RunContext, deps: Deps) => Promise<Finished<JobResultOf<Type>> | Split>
  /** Takes away what a run that died has left outside the database, when no run follows it. */
  clear?: (left: Pick<RunContext, 'job' | 'checkpoint'>, deps: Deps) => Promise<unknown>
}

export function defineJob<Type extends JobType, Deps>(definition: JobDefinition<Type, Deps>): JobDefinition<Type, Deps> {
  return definition
}
