import type { DefaultJobOptions } from 'bullmq'

/**
 * What the queue store keeps of a job. Little: the job table is the record, Bull Board is for a look at the recent past.
 * Ages in seconds; BullMQ evicts when another job of the queue finishes.
 */
export const defaultJobOptions = {
  backoff: { type: 'custom' },
  keepLogs: 200,
  stackTraceLimit: 10,
  sizeLimit: 65_536,
  removeOnComplete: { age: 3_600, count: 1_000 },
  removeOnFail: { age: 7 * 86_400, count: 5_000 },
} as const satisfies DefaultJobOptions

/** Events kept per queue for readers that were away. */
export const maxEvents = 10_000
