import { z } from 'zod'

export const queueNames = ['scrape-brand', 'scrape-product-details', 'export-csv'] as const
export const QueueName = z.enum(queueNames)
export type QueueName = z.infer<typeof QueueName>

/** Body of `POST /api/queues/{name}/drain`. */
export const QueueDrain = z.object({
  delayed: z.boolean().optional().describe('Also jobs that wait for their time: delayed ones and those that will be tried again'),
})
export type QueueDrain = z.infer<typeof QueueDrain>

/** What the queue store and the job table say about one queue. */
export const QueueInfo = z.object({
  name: QueueName,
  paused: z.boolean(),
  concurrency: z.number().int(),
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
