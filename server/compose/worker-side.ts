import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import type { RunJob, RunTick } from '../queue/ports.ts'
import type { QueueSide } from './queue-side.ts'
import type { Stores } from './stores.ts'
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import process from 'node:process'
import { queueNames } from '../contract/queue.ts'
import { createWorkerRegistration } from '../jobs/worker-registration.ts'
import { identityOf } from '../process-birth.ts'
import { createWorkerPool } from '../queue/workers.ts'
import { everySecond } from './recurring.ts'

export interface WorkerSideDeps {
  config: Config & { role: 'all' | 'worker' }
  stores: Stores
  queueSide: QueueSide
  run: RunJob
  onTick: RunTick
  /** Ends this process as a signal would. */
  stop: () => void
  version: string
  clock: Clock
  log: Log
}

/** Takes jobs from the queues. Disposing lets running ones go on for the time of grace. */
export async function startWorkers({ config, stores, queueSide: { backend, resolve }, run, onTick, stop, version, clock, log }: WorkerSideDeps): Promise<AsyncDisposable> {
  const stack = new AsyncDisposableStack()
  const pool = createWorkerPool({
    backend,
    queues: Object.fromEntries(queueNames.map(name => [name, { concurrency: config.concurrency[name] }])),
    run,
    log,
    onTick,
    onQueueFailure: async failure => void await resolve([{ ref: failure.ref, state: 'failed', reason: failure }]),
  })
  const registration = createWorkerRegistration({
    workers: stores.workers,
    worker: { id: randomUUID(), host: hostname(), pid: process.pid, identity: await identityOf(process.pid), version, role: config.role, concurrency: config.concurrency },
    pool,
    clock,
    stop,
  })
  stack.defer(() => registration.leave().catch((error: unknown) => log.warn({ event: 'worker.not-removed', err: error }, 'this process stays in the list of workers for a while')))
  // Before the first job: what a process held is only handed over where others know it. The round comes again.
  await registration.round().catch((error: unknown) => log.warn({ event: 'worker.not-registered', err: error }, 'this process is not in the list of workers yet'))
  stack.use(everySecond('worker', () => registration.round(), log))
  stack.defer(() => pool.stop(config.shutdownGraceMs))
  stack.defer(() => registration.ending())
  // The queue store may come back only later; the dashboard is up meanwhile.
  void pool.start().catch((error: unknown) => log.error({ event: 'workers.start-failed', err: error }, 'workers did not start'))
  return stack
}
