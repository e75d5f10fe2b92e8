import type { QueueEvents, QueueEventsListener } from 'bullmq'
import type { QueueName } from '../contract/queue.ts'
import type { QueueBackend } from './backends/backend.ts'
import type { QueueHint, QueueRef } from './ports.ts'
import { parseQueueJobId } from './ref.ts'

/** Events after which a job's row may have changed. */
const telling = ['active', 'completed', 'failed', 'delayed', 'progress', 'stalled', 'waiting', 'waiting-children', 'removed'] as const satisfies readonly (keyof QueueEventsListener)[]

export interface QueueHintsDeps {
  backend: QueueBackend
  queues: readonly QueueName[]
  onHint: QueueHint
  /** A worker died in the middle of this job; it is waiting again. */
  onStalled?: (ref: QueueRef) => void
}

export interface QueueHints {
  /** Listening; pending while the store is away. */
  ready: Promise<void>
}

/**
 * Hears what other processes do to jobs, one reader per queue. Lossy by contract: it starts with the next event,
 * continues after the last one seen when a connection breaks, and misses what the store has trimmed or lost.
 */
export function listenForHints({ backend, queues, onHint, onStalled }: QueueHintsDeps): QueueHints {
  const readers = queues.map(name => ({ name, events: backend.createQueueEvents(name) }))
  for (const { name, events } of readers) {
    for (const event of telling)
      onEvent(events, event, id => hint(name, id))
    onEvent(events, 'stalled', (id) => {
      const ref = parseQueueJobId(name, id)
      if (ref)
        onStalled?.(ref)
    })
  }

  const pending = new Set<string>()

  /** Events arrive in batches, several for the same job: one hint says it all. */
  function hint(name: QueueName, id: string): void {
    const ref = parseQueueJobId(name, id)
    if (!ref || pending.has(ref.jobId))
      return
    pending.add(ref.jobId)
    setImmediate(() => {
      pending.delete(ref.jobId)
      onHint(ref.jobId)
    })
  }

  return { ready: Promise.all(readers.map(async ({ events }) => events.waitUntilReady())).then(() => undefined) }
}

function onEvent(events: QueueEvents, event: typeof telling[number], listener: (id: string) => void): void {
  events.on(event, ({ jobId }: { jobId: string }) => listener(jobId))
}
