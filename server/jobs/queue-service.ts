import type { Clock } from '../clock.ts'
import type { QueueInfo, QueueName } from '../contract/queue.ts'
import type { EventBus } from '../events/bus.ts'
import type { JobQueue } from '../queue/ports.ts'
import type { JobStore } from '../store/job-store.ts'
import type { Announcer } from './announce.ts'
import type { AttemptsOf } from './plan.ts'
import type { QueueService } from './ports.ts'
import { queueNames } from '../contract/queue.ts'

export interface QueueServiceDeps {
  jobs: Pick<JobStore, 'counts' | 'oldestPending' | 'drain'>
  queue: Pick<JobQueue, 'pause' | 'resume' | 'status'>
  events: Pick<EventBus, 'publish'>
  announce: Pick<Announcer, 'cancelled'>
  clock: Clock
  concurrency: Record<QueueName, number>
  attempts: AttemptsOf
}

/** Jobs cancelled in one transaction, so that other writers get their turn in between. */
const drainChunk = 200

/** Queues as people see them: counts from the job table, the pause and the workers from the queue store. */
export function createQueueService({ jobs, queue, events, announce, clock, concurrency, attempts }: QueueServiceDeps): QueueService {
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
    async drain(name, { delayed = false }) {
      const statuses = delayed ? ['pending', 'delayed'] as const : ['pending'] as const
      for (let cancelled = 0; ;) {
        const changed = await jobs.drain({ type: name, statuses: [...statuses], now: new Date(clock.now()), limit: drainChunk })
        if (changed.length === 0)
          return { cancelled }
        await announce.cancelled(changed)
        cancelled += changed.filter(job => job.status === 'cancelled').length
      }
    },
  }
}
