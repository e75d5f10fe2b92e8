import type { Processor, Worker } from 'bullmq'
import type { QueueName } from '../contract/queue.ts'
import type { AbortCause } from '../errors.ts'
import type { Log } from '../log.ts'
import type { QueueBackend, StoreQueue, Subscription } from './backends/backend.ts'
import type { QueueFailure, RunJob, RunTick, WorkerPool } from './ports.ts'
import type { ProcessorDeps } from './processor.ts'
import { hostname } from 'node:os'
import process from 'node:process'
import { workerName } from '../contract/worker.ts'
import { ticksQueue } from './backends/backend.ts'
import { readCancelMessage } from './cancel-message.ts'
import { toQueueFailure } from './failure.ts'
import { createProcessor, createTickProcessor } from './processor.ts'
import { parseQueueJobId, queueJobId } from './ref.ts'

/** A dead worker's job runs again after at most `lockMs` + 2 × `stalledCheckMs`; needs an event loop that is not blocked for `lockMs`. */
export const workerTiming = { lockMs: 10_000, stalledCheckMs: 5_000, maxStalls: 3, abortMs: 5_000, closeMs: 2_000 } as const

export interface WorkerPoolDeps {
  backend: QueueBackend
  queues: Partial<Record<QueueName, { concurrency: number }>>
  run: RunJob
  log: Log
  /** Where schedules are served; absent, this process takes no ticks. */
  onTick?: RunTick
  /** The queue failed a job on its own. At most once, and lost when the process dies: the reconciler finds what was missed. */
  onQueueFailure?: (failure: QueueFailure) => Promise<void>
  /** Of a queue's worker; tells processes apart in timelines and in Bull Board. */
  nameWorker?: (queue: StoreQueue) => string
  timing?: Partial<Record<keyof typeof workerTiming, number>>
}

/** Workers for the given queues in this process. */
export function createWorkerPool(deps: WorkerPoolDeps): WorkerPool {
  const timing = { ...workerTiming, ...deps.timing }
  const { backend, log, nameWorker = queue => workerName({ host: hostname(), pid: process.pid }, queue) } = deps
  const workers: { queue: StoreQueue, worker: Worker }[] = []
  const active = new Set<Promise<unknown>>()
  let subscription: Subscription | undefined
  let stopping: Promise<void> | undefined
  let isQuiet = false

  function open(queue: StoreQueue, concurrency: number, createProcess: (deps: ProcessorDeps) => Processor): Worker {
    const delays = new WeakMap<Error, number>()
    const name = nameWorker(queue)
    const worker = backend.createWorker(queue, createProcess({ worker: name, log, delays, active, isStopping: () => stopping !== undefined || (isQuiet && queue !== ticksQueue) }), {
      name,
      concurrency,
      lockDurationMs: timing.lockMs,
      stalledIntervalMs: timing.stalledCheckMs,
      maxStalledCount: timing.maxStalls,
      backoff: (attemptsMade, error) => (error && delays.get(error)) ?? defaultBackoffMs(attemptsMade),
    })
    worker.on('lockRenewalFailed', (ids: string[]) => ids.forEach(id => abort(worker, id, 'lock-lost')))
    workers.push({ queue, worker })
    return worker
  }

  function openQueue(queue: QueueName, concurrency: number): void {
    const ran = new WeakSet<Error>()
    const worker = open(queue, concurrency, processor => createProcessor({ ...processor, queue, run: deps.run, ran }))
    worker.on('failed', (job, error) => {
      const ref = ran.has(error) ? null : parseQueueJobId(queue, job?.id ?? '')
      if (ref)
        void report(toQueueFailure(ref, error.message))
    })
  }

  async function report(failure: QueueFailure): Promise<void> {
    log.warn({ event: 'queue.failed-job', jobId: failure.ref.jobId, kind: failure.kind, reason: failure.message }, 'the queue failed a job')
    await deps.onQueueFailure?.(failure).catch((error: unknown) => log.error({ event: 'queue.failure-unrecorded', jobId: failure.ref.jobId, error: String(error) }, 'failure not recorded'))
  }

  function cancel(message: string): void {
    const ref = readCancelMessage(message)
    if (ref)
      workers.filter(({ queue }) => queue === ref.queue).forEach(({ worker }) => abort(worker, queueJobId(ref), 'cancel'))
  }

  async function start(): Promise<void> {
    if (stopping || workers.length > 0)
      return
    for (const [queue, { concurrency }] of Object.entries(deps.queues) as [QueueName, { concurrency: number }][])
      openQueue(queue, concurrency)
    const { onTick } = deps
    if (onTick)
      open(ticksQueue, 1, processor => createTickProcessor({ ...processor, onTick }))
    subscription = backend.broadcast.subscribe(cancel)
    for (const { worker } of workers)
      void worker.run().catch((error: unknown) => log.error({ event: 'worker.ended', error: String(error) }, 'worker ended'))
    await Promise.all([subscription.ready, ...workers.map(async ({ worker }) => worker.waitUntilReady())])
  }

  async function stopWorkers(graceMs: number): Promise<void> {
    await Promise.all(workers.map(async ({ worker }) => worker.pause(true)))
    await within(graceMs, settled(active))
    workers.forEach(({ worker }) => worker.cancelAllJobs('shutdown' satisfies AbortCause))
    // A run that ignores its signal keeps its lock until it expires; then another worker takes the job.
    const cooperative = await within(timing.abortMs, settled(active))
    // Only the store can be told how the last jobs ended; while it is away, waiting for that has no end.
    const away = await backend.ping().then(() => false, () => true)
    await within(timing.closeMs, Promise.all(workers.map(async ({ worker }) => worker.close(away || !cooperative))))
    await subscription?.stop()
  }

  const ofJobs = () => workers.filter(({ queue }) => queue !== ticksQueue)

  async function quiet(): Promise<void> {
    isQuiet = true
    await Promise.all(ofJobs().map(async ({ worker }) => worker.pause(true)))
  }

  async function resume(): Promise<void> {
    if (!isQuiet || stopping)
      return
    isQuiet = false
    await Promise.all(ofJobs().map(async ({ worker }) => worker.resume()))
  }

  const stop = async (graceMs: number) => (stopping ??= stopWorkers(graceMs))
  return { start, quiet, resume, stop, [Symbol.asyncDispose]: async () => stop(0) }
}

function abort(worker: Worker, id: string, cause: AbortCause): void {
  worker.cancelJob(id, cause)
}

/** For a processor that threw instead of answering with an outcome. */
function defaultBackoffMs(attemptsMade: number): number {
  return Math.min(2_000 * 2 ** (attemptsMade - 1), 300_000)
}

async function settled(active: ReadonlySet<Promise<unknown>>): Promise<void> {
  while (active.size > 0)
    await Promise.allSettled(active)
}

/** True when `work` ends within `ms`. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(resolve, ms, false)
  void work.then(() => resolve(true))
  const inTime = await promise
  clearTimeout(timer)
  return inTime
}
