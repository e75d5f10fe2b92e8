import type { QueueName } from '../contract/queue.ts'
import type { QueueRef } from './ports.ts'

/** The queue store's id of a dispatch. BullMQ allows neither `:` nor integers. */
export function queueJobId({ jobId, generation }: Omit<QueueRef, 'queue'>): string {
  return `${jobId}-g${generation}`
}

/** The dispatch that an id of the queue store stands for; null when it is not one of ours. */
export function parseQueueJobId(queue: QueueName, id: string): QueueRef | null {
  const match = /^(.+)-g(\d+)$/.exec(id)
  return match ? { queue, jobId: match[1]!, generation: Number(match[2]) } : null
}
