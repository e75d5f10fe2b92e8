import { z } from 'zod'

export const queueNames = ['scrape-brand', 'scrape-product-details', 'export-csv'] as const
export const QueueName = z.enum(queueNames)
export type QueueName = z.infer<typeof QueueName>

/** Body of `POST /api/queues/{name}/drain`. */
export const QueueDrain = z.object({
  delayed: z.boolean().optional().describe('Also jobs that wait for their time: delayed ones and those that will be tried again'),
})
export type QueueDrain = z.infer<typeof QueueDrain>

/** Over all workers of a queue, in every process; `null` sets no limit. */
export const QueueLimits = z.object({
  concurrency: z.number().int().min(1).max(1000).nullable().describe('Jobs at a time'),
  rate: z.object({
    jobs: z.number().int().min(1).max(1_000_000),
    perMs: z.number().int().min(100).max(86_400_000),
  }).nullable().describe('At most so many starts in so much time'),
})
export type QueueLimits = z.infer<typeof QueueLimits>

/** Body of `PATCH /api/queues/{name}`: what is absent stays. */
export const QueueUpdate = QueueLimits.partial()
export type QueueUpdate = z.infer<typeof QueueUpdate>

/** What the queue store and the job table say about one queue. */
export const QueueInfo = z.object({
  name: QueueName,
  paused: z.boolean(),
  concurrency: z.number().int().describe('Jobs at a time in each process'),
  limits: QueueLimits,
  attempts: z.number().int(),
  workers: z.number().int(),
  counts: z.object({
    pending: z.number().int(),
    active: z.number().int(),
    completed: z.number().int(),
    failed: z.number().int(),
    delayed: z.number().int(),
    cancelled: z.number().int(),
  }),
  oldestPendingAt: z.iso.datetime().nullable(),
})
export type QueueInfo = z.infer<typeof QueueInfo>
