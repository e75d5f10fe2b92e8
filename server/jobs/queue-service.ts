import type { Clock } from '../clock.ts'
import type { QueueInfo, QueueName } from '../contract/queue.ts'
import type { EventBus } from '../events/bus.ts'
import type { Log } from '../log.ts'
import type { JobQueue } from '../queue/ports.ts'
import type { JobStore } from '../store/job-store.ts'
import type { QueueSettings, QueueSettingStore } from '../store/queue-setting-store.ts'
import type { AttemptsOf } from './plan.ts'
import type { BulkOperationService, QueueService } from './ports.ts'
import { queueNames } from '../contract/queue.ts'

export interface QueueServiceDeps {
  jobs: Pick<JobStore, 'counts' | 'oldestPending'>
  settings: QueueSettingStore
  queue: Pick<JobQueue, 'pause' | 'resume' | 'status' | 'limit' | 'limitConcurrency'>
  events: Pick<EventBus, 'publish'>
  operations: Pick<BulkOperationService, 'create'>
  clock: Clock
  log: Log
  /** Jobs at a time in each process. */
  concurrency: Record<QueueName, number>
  attempts: AttemptsOf
}

const unset: QueueSettings = { paused: false, limits: { concurrency: null, rate: null } }

/** Queues as people see them: counts from the job table, settings from theirs, workers from the queue store. */
export function createQueueService({ jobs, settings, queue, events, operations, clock, log, concurrency, attempts }: QueueServiceDeps): QueueService & { sync: () => Promise<void> } {
  const now = () => new Date(clock.now())

  async function list(): Promise<QueueInfo[]> {
    const [counts, oldest, set] = await Promise.all([jobs.counts(), jobs.oldestPending(), settings.all()])
    return Promise.all(queueNames.map(async (name) => {
      const { paused: wanted, limits } = set.get(name) ?? unset
      // Counts are shown even while the queue store is away.
      const { paused, workers } = await queue.status(name).catch(() => ({ paused: wanted, workers: 0 }))
      return {
        name,
        paused,
        workers,
        concurrency: concurrency[name],
        limits,
        attempts: attempts[name],
        counts: counts[name],
        oldestPendingAt: oldest[name]?.toISOString() ?? null,
      }
    }))
  }

  const get = async (name: QueueName): Promise<QueueInfo> => (await list()).find(info => info.name === name)!

  async function after(name: QueueName, change: Promise<unknown>): Promise<QueueInfo> {
    await change
    const queues = await list()
    events.publish({ kind: 'queues', queues })
    return queues.find(info => info.name === name)!
  }

  async function applyLimits(name: QueueName, { limits }: QueueSettings): Promise<void> {
    await queue.limitConcurrency(name, limits.concurrency)
    await queue.limit(name, limits.rate)
  }

  /** The row last when pausing and first when resuming: a worker that was handed a job looks at it. */
  async function setPaused(name: QueueName, paused: boolean): Promise<void> {
    if (paused)
      await queue.pause(name)
    await settings.setPaused(name, paused, now())
    if (!paused)
      await queue.resume(name)
  }

  return {
    list,
    get,
    pause: name => after(name, setPaused(name, true)),
    resume: name => after(name, setPaused(name, false)),
    update: (name, changes) => after(name, (async () => {
      await settings.limit(name, changes, now())
      await applyLimits(name, (await settings.all()).get(name) ?? unset).catch((error: unknown) => log.warn({ event: 'queue.not-limited', queue: name, err: error }, 'the queue store could not be told of a limit; it is told again'))
    })()),
    drain: (name, { delayed = false }) => operations.create({ action: 'cancel', filter: { type: name, status: delayed ? ['pending', 'delayed'] : ['pending'] } }),
    /** Tells the queue store what people have set, which it may have lost. */
    async sync() {
      for (const [name, wanted] of await settings.all()) {
        await applyLimits(name, wanted)
        if (wanted.paused && !(await queue.status(name)).paused)
          await queue.pause(name)
      }
    },
  }
}
