import { z } from 'zod'
import { JobType } from './job-types.ts'
import { JobId } from './job.ts'
import { QueueName } from './queue.ts'
import { Timestamp } from './time.ts'

/** `quiet` starts no new job; `lost` has not been heard of for a while. */
export const WorkerState = z.enum(['running', 'quiet', 'stopping', 'lost'])
export type WorkerState = z.infer<typeof WorkerState>

/** What people want of a process; it obeys within a few seconds, then `state` says so. */
export const WorkerWanted = z.enum(['running', 'quiet', 'stop'])
export type WorkerWanted = z.infer<typeof WorkerWanted>

/** The name under which a process takes jobs from a queue, as timelines and Bull Board show it. */
export function workerName({ host, pid }: { host: string, pid: number }, queue: string): string {
  return `${host}-${pid}-${queue}`
}

/** What the names of all workers of one process begin with. */
export function processOf(worker: string, queue: string): string {
  return worker.endsWith(`-${queue}`) ? worker.slice(0, -queue.length) : worker
}

/** A process that runs jobs. */
export const WorkerProcess = z.object({
  id: z.string(),
  host: z.string(),
  pid: z.number().int(),
  version: z.string(),
  role: z.enum(['worker', 'all']),
  state: WorkerState,
  wanted: WorkerWanted,
  concurrency: z.partialRecord(QueueName, z.number().int()).describe('Jobs at a time, by queue'),
  running: z.array(z.object({ jobId: JobId, type: JobType, brandName: z.string().nullable(), startedAt: Timestamp.nullable() })).describe('What it works on'),
  startedAt: Timestamp,
  beatAt: Timestamp.describe('The last sign of life'),
})
export type WorkerProcess = z.infer<typeof WorkerProcess>
