import { z } from 'zod'
import { jobStatuses } from './job-statuses.ts'

export * from './job-statuses.ts'

export const JobStatus = z.enum(jobStatuses)
export type JobStatus = z.infer<typeof JobStatus>
