import type { FlowProducer, Processor, Queue, QueueEvents, Worker } from 'bullmq'
import type { QueueName } from '../../contract/queue.ts'
import type { Telling } from '../../contract/told.ts'
import type { Log } from '../../log.ts'

/** Queue of the schedules' ticks; never carries a job. */
export const ticksQueue = 'schedule-ticks'
export type StoreQueue = QueueName | typeof ticksQueue

export interface BackendOptions {
  log: Log
  /** Of every key in Redis; the braces keep a queue in one Cluster slot. */
  prefix?: string
}

export interface WorkerTuning {
  name: string
  concurrency: number
  lockDurationMs: number
  stalledIntervalMs: number
  maxStalledCount: number
  /** Delay before the next attempt at a job whose processor threw `error`. */
  backoff: (attemptsMade: number, error: Error | undefined) => number
}

/** Tells every process that serves this queue store; lossy. */
export interface Broadcast {
  publish: (message: string) => Promise<void>
  subscribe: (listener: (message: string) => void) => Subscription
}

export interface Subscription {
  /** Resolves when listening; never rejects, stays pending while the store is away. */
  ready: Promise<void>
  stop: () => Promise<void>
}

/** A setting of the store that endangers jobs, and what to do about it. */
export interface StoreWarning { danger: Telling, remedy: Telling }

/**
 * A queue store. It owns everything that it creates: disposing it closes them in reverse,
 * then its connections.
 */
export interface QueueBackend extends AsyncDisposable {
  readonly kind: 'redis' | 'embedded'
  createQueue: (name: StoreQueue) => Queue
  createFlowProducer: () => FlowProducer
  createWorker: (name: StoreQueue, process: Processor, tuning: WorkerTuning) => Worker
  /** Reads events after the one with the id `after`, or from now on. */
  createQueueEvents: (name: StoreQueue, after?: string) => QueueEvents
  /** Runs a producer's call; while the store is away it fails fast with `QueueUnavailable`. */
  guard: <Result>(call: () => Promise<Result>) => Promise<Result>
  ping: () => Promise<void>
  /** What is wrong with the store's settings. */
  check: () => Promise<StoreWarning[]>
  countWorkers: (queue: Queue) => Promise<number>
  readonly broadcast: Broadcast
}
