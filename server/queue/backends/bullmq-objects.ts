import type { BackendFactory, ConnectionOptions, RedisQueueBackend } from 'bullmq'
import type { Log } from '../../log.ts'
import type { QueueBackend } from './backend.ts'
import type { Owner } from './owned.ts'
import { FlowProducer, Queue, QueueEvents, Worker } from 'bullmq'
import { quieten } from './error-listener.ts'
import { defaultJobOptions, maxEvents } from './job-options.ts'

export interface BullmqObjectsDeps {
  factory: BackendFactory<RedisQueueBackend>
  /** For producers; must fail fast. */
  producing: () => ConnectionOptions
  /** For workers and readers of events; may wait. */
  waiting: () => ConnectionOptions
  prefix?: string
  /** How long a reader of events blocks before it looks again. */
  eventsBlockMs: number
  owner: Owner
  log: Log
}

/** BullMQ's objects over one backend factory, each closed by `owner`. */
export function createBullmqObjects({ factory, producing, waiting, prefix, eventsBlockMs, owner, log }: BullmqObjectsDeps): Pick<QueueBackend, 'createQueue' | 'createFlowProducer' | 'createQueueEvents' | 'createWorker'> {
  // Waiting for the connection, or for the server's version, has no end while the store is away.
  const failFast = { prefix, skipWaitingForReady: true, skipVersionCheck: true }
  return {
    createQueue: name => owner.own(quieten(new Queue(name, { ...failFast, connection: producing(), defaultJobOptions, streams: { events: { maxLen: maxEvents } } }, factory), log)),
    createFlowProducer: () => owner.own(quieten(new FlowProducer({ ...failFast, connection: producing() }, factory), log)),
    createQueueEvents: (name, after) => owner.own(quieten(new QueueEvents(name, { connection: waiting(), prefix, lastEventId: after, blockingTimeout: eventsBlockMs }, factory), log)),
    createWorker: (name, process, tuning) => owner.own(quieten(new Worker(name, process, {
      connection: waiting(),
      prefix,
      autorun: false,
      name: tuning.name,
      concurrency: tuning.concurrency,
      lockDuration: tuning.lockDurationMs,
      stalledInterval: tuning.stalledIntervalMs,
      maxStalledCount: tuning.maxStalledCount,
      settings: { backoffStrategy: (attemptsMade, _type, error) => tuning.backoff(attemptsMade, error) },
    }, factory), log)),
  }
}
