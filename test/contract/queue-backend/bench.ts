import type { QueueName } from '../../../server/contract/queue.ts'
import type { QueueBackend } from '../../../server/queue/backends/backend.ts'
import type { BullJobQueue } from '../../../server/queue/job-queue.ts'
import type { QueueEntry, QueueTree, Run, RunJob, RunOutcome, WorkerPool } from '../../../server/queue/ports.ts'
import type { WorkerPoolDeps } from '../../../server/queue/workers.ts'
import type { Journal } from '../../support/journal.ts'
import { queueNames } from '../../../server/contract/queue.ts'
import { openQueueBackend } from '../../../server/queue/backends/index.ts'
import { createJobQueue } from '../../../server/queue/job-queue.ts'
import { createWorkerPool } from '../../../server/queue/workers.ts'
import { createJournal } from '../../support/journal.ts'
import { silentLog } from '../../support/log.ts'

/** A queue store of one test's own. */
export interface Store extends AsyncDisposable {
  url: string
  prefix?: string
  /** Where opening the store anew would take longer than the test. */
  backend?: () => QueueBackend
}
export type OpenStore = () => Promise<Store>

export interface Bench extends AsyncDisposable {
  backend: QueueBackend
  queue: BullJobQueue
  /** BullMQ's events of all queues, from the store's beginning. */
  events: Journal<{ queue: QueueName, event: string, id: string }>
  /** Waits for an event of a job, by default of its first generation. */
  event: (event: string, jobId: string, generation?: number) => Promise<unknown>
  /** Every start of a run, by all pools of this bench. */
  runs: Journal<{ jobId: string, generation: number, at: number }>
  /** Starts workers for all queues, one run at a time each unless told otherwise. */
  work: (run?: RunJob, options?: Partial<WorkerPoolDeps> & { concurrency?: number }) => Promise<WorkerPool>
}

const heard = ['active', 'completed', 'failed', 'delayed', 'progress', 'waiting', 'waiting-children', 'removed', 'stalled', 'duplicated'] as const

/** A backend on a fresh store with everything around it that a test needs; disposed in reverse. */
export async function openBench(openStore: OpenStore): Promise<Bench> {
  const stack = new AsyncDisposableStack()
  const store = stack.use(await openStore())
  const backend = stack.use(store.backend?.() ?? await openQueueBackend(store.url, { log: silentLog, prefix: store.prefix }))
  const queue = createJobQueue(backend)
  const events: Bench['events'] = createJournal()
  const runs: Bench['runs'] = createJournal()
  for (const name of queueNames) {
    const reader = backend.createQueueEvents(name, '0')
    for (const event of heard)
      reader.on(event, ({ jobId }: { jobId: string }) => events.add({ queue: name, event, id: jobId }))
  }

  async function work(run: RunJob = async () => ({ kind: 'done' }), options: Parameters<Bench['work']>[1] = {}): Promise<WorkerPool> {
    const { concurrency = 1, ...deps } = options
    const recorded = async (job: Run): Promise<RunOutcome> => {
      runs.add({ jobId: job.jobId, generation: job.generation, at: Date.now() })
      return run(job)
    }
    const pool = stack.use(createWorkerPool({ backend, queues: Object.fromEntries(queueNames.map(name => [name, { concurrency }])), run: recorded, log: silentLog, ...deps }))
    await pool.start()
    return pool
  }

  return {
    backend,
    queue,
    events,
    event: async (event, jobId, generation = 1) => events.until(entry => entry.event === event && entry.id === `${jobId}-g${generation}`, `${event} of ${jobId}`),
    runs,
    work,
    [Symbol.asyncDispose]: async () => stack.disposeAsync(),
  }
}

export function entry(jobId: string, fields: Partial<QueueEntry> = {}): QueueEntry {
  return { queue: 'scrape-brand', jobId, generation: 1, priority: 0, delayMs: 0, attempts: 3, ...fields }
}

export function tree(jobId: string, children: QueueTree[] = [], { onChildFailure = 'fail' as const, ...fields }: Partial<QueueEntry> & { onChildFailure?: 'fail' | 'ignore' } = {}): QueueTree {
  return { entry: entry(jobId, fields), onChildFailure, children }
}

/** A run that waits until it is let go or aborted. */
export function createGate() {
  const { promise, resolve } = Promise.withResolvers<void>()
  const started = createJournal<Run>()
  async function run(job: Run): Promise<RunOutcome> {
    const aborted = Promise.withResolvers<RunOutcome>()
    job.signal.addEventListener('abort', () => aborted.resolve({ kind: 'requeue' }))
    started.add(job)
    return Promise.race([promise.then(() => ({ kind: 'done' } as const)), aborted.promise])
  }
  return { run, started, open: resolve }
}
