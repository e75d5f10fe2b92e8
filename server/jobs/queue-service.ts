import type { QueueInfo, QueueName } from '../contract/queue.ts'
import type { EventBus } from '../events/bus.ts'
import type { JobQueue } from '../queue/ports.ts'
import type { JobStore } from '../store/job-store.ts'
import type { AttemptsOf } from './plan.ts'
import type { QueueService } from './ports.ts'
import { queueNames } from '../contract/queue.ts'

export interface QueueServiceDeps {
  jobs: Pick<JobStore, 'counts' | 'oldestPending'>
  queue: Pick<JobQueue, 'pause' | 'resume' | 'status'>
  events: Pick<EventBus, 'publish'>
  concurrency: Record<QueueName, number>
  attempts: AttemptsOf
}

/** Queues as people see them: counts from the job table, the pause and the workers from the queue store. */
export function createQueueService({ jobs, queue, events, concurrency, attempts }: QueueServiceDeps): QueueService {
  async function list(): Promise<QueueInfo[]> {
    const [counts, oldest] = await Promise.all([jobs.counts(), jobs.oldestPending()])
    return Promise.all(queueNames.map(async (name) => {
      // Counts are shown even while the queue store is away.
      const { paused, workers } = await queue.status(name).catch(() => ({ paused: false, workers: 0 }))
      return {
        name,
        paused,
        workers,
        concurrency: concurrency[name],
        attempts: attempts[name],
        counts: counts[name],
        oldestPendingAt: oldest[name]?.toISOString() ?? null,
      }
    }))
  }

  async function after(name: QueueName, change: Promise<void>): Promise<QueueInfo> {
    await change
    const queues = await list()
    events.publish({ kind: 'queues', queues })
    return queues.find(info => info.name === name)!
  }

  return {
    list,
    pause: name => after(name, queue.pause(name)),
    resume: name => after(name, queue.resume(name)),
  }
}
