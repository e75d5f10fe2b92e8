import type { Clock } from '../clock.ts'
import type { QueueInfo, QueueName } from '../contract/queue.ts'
import type { EventBus } from '../events/bus.ts'
import type { Log } from '../log.ts'
import type { JobQueue } from '../queue/ports.ts'
import type { JobStore } from '../store/job-store.ts'
import type { QueueSettings, QueueSettingStore } from '../store/queue-setting-store.ts'
import type { Announcer } from './announce.ts'
import type { AttemptsOf } from './plan.ts'
import type { QueueService } from './ports.ts'
import { queueNames } from '../contract/queue.ts'

export interface QueueServiceDeps {
  jobs: Pick<JobStore, 'counts' | 'oldestPending' | 'drain'>
  settings: QueueSettingStore
  queue: Pick<JobQueue, 'pause' | 'resume' | 'status' | 'limit' | 'limitConcurrency'>
  events: Pick<EventBus, 'publish'>
  announce: Pick<Announcer, 'cancelled'>
  clock: Clock
  log: Log
  /** Jobs at a time in each process. */
  concurrency: Record<QueueName, number>
  attempts: AttemptsOf
}

/** Jobs cancelled in one transaction, so that other writers get their turn in between. */
const drainChunk = 200

const unset: QueueSettings = { paused: false, limits: { concurrency: null, rate: null } }

/** Queues as people see them: counts from the job table, settings from theirs, workers from the queue store. */
export function createQueueService({ jobs, settings, queue, events, announce, clock, log, concurrency, attempts }: QueueServiceDeps): QueueService & { sync: () => Promise<void> } {
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

  async function setPaused(name: QueueName, paused: boolean): Promise<void> {
    await (paused ? queue.pause(name) : queue.resume(name))
    await settings.setPaused(name, paused, now())
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
    async drain(name, { delayed = false }) {
      const statuses = delayed ? ['pending', 'delayed'] as const : ['pending'] as const
      for (let cancelled = 0; ;) {
        const changed = await jobs.drain({ type: name, statuses: [...statuses], now: now(), limit: drainChunk })
        if (changed.length === 0)
          return { cancelled }
        await announce.cancelled(changed)
        cancelled += changed.filter(job => job.status === 'cancelled').length
      }
    },
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
