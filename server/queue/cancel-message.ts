import { z } from 'zod'
import { QueueName } from '../contract/queue.ts'

const CancelMessage = z.object({ cancel: z.object({ queue: QueueName, jobId: z.string(), generation: z.number().int() }) })
type Cancelled = z.infer<typeof CancelMessage>['cancel']

/** What is broadcast when a job is cancelled. */
export function cancelMessage({ queue, jobId, generation }: Cancelled): string {
  return JSON.stringify({ cancel: { queue, jobId, generation } })
}

/** The dispatch to cancel; null for anything else that arrives on the channel. */
export function readCancelMessage(message: string): Cancelled | null {
  try {
    return CancelMessage.parse(JSON.parse(message)).cancel
  }
  catch {
    return null
  }
}
