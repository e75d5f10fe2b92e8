import type { FlowJob, JobsOptions, Queue } from 'bullmq'
import type { QueueName } from '../contract/queue.ts'
import type { QueueBackend } from './backends/backend.ts'
import type { JobQueue, QueueEntry, QueueRef, QueueState, QueueTree } from './ports.ts'
import { queueNames } from '../contract/queue.ts'
import { defaultJobOptions } from './backends/job-options.ts'
import { cancelMessage } from './cancel-message.ts'
import { toQueueFailure } from './failure.ts'
import { parseQueueJobId, queueJobId } from './ref.ts'
import { createSchedules } from './schedules.ts'

/** Refs or entries sent to the queue store at once. */
const chunkSize = 500

/** Raised by BullMQ when a job is missing (-1) or no longer in the state that a call needs (-3). */
const movedOn = new Set<unknown>([-1, -3])

const states: Record<string, QueueState> = {
  'waiting': 'waiting',
  'prioritized': 'waiting',
  'paused': 'waiting',
  'active': 'active',
  'delayed': 'delayed',
  'waiting-children': 'waiting-children',
  'completed': 'completed',
  'failed': 'failed',
}

export interface BullJobQueue extends JobQueue {
  /** BullMQ's own objects, for Bull Board and nothing else. */
  readonly queues: readonly Queue[]
}

/** The application's view of the queue store. The backend owns and closes what this opens. */
export function createJobQueue(backend: QueueBackend): BullJobQueue {
  const { guard } = backend
  const queues = Object.fromEntries(queueNames.map(name => [name, backend.createQueue(name)])) as Record<QueueName, Queue>
  const flows = backend.createFlowProducer()

  async function add(entries: QueueEntry[]): Promise<void> {
    for (const [name, ofQueue] of Map.groupBy(entries, entry => entry.queue)) {
      for (const chunk of chunks(ofQueue)) {
        await guard(async () => queues[name].addBulk(chunk.map(entry => ({ name, data: toData(entry), opts: toOptions(entry) }))))
      }
    }
  }

  async function addTree(tree: QueueTree): Promise<void> {
    if (tree.children.length === 0)
      return add([tree.entry])
    await guard(async () => flows.add(toFlow(tree)))
  }

  async function readStates(refs: QueueRef[]): Promise<QueueState[]> {
    const found: QueueState[] = []
    for (const chunk of chunks(refs)) {
      const raw = await guard(async () => Promise.all(chunk.map(async ref => queues[ref.queue].getJobState(queueJobId(ref)))))
      found.push(...raw.map(state => states[state] ?? 'unknown'))
    }
    return found
  }

  async function remove(ref: QueueRef): Promise<boolean> {
    const removed = await guard(async () => queues[ref.queue].remove(queueJobId(ref), { removeChildren: false })) === 1
    return removed || (await readStates([ref]))[0] === 'unknown'
  }

  /** Does `change` to an entry unless it is gone or has moved on meanwhile. */
  async function changeEntry(ref: QueueRef, change: (job: NonNullable<Awaited<ReturnType<Queue['getJob']>>>) => Promise<void>): Promise<void> {
    await guard(async () => {
      const job = await queues[ref.queue].getJob(queueJobId(ref))
      try {
        if (job)
          await change(job)
      }
      catch (error) {
        if (!(error instanceof Error && 'code' in error && movedOn.has(error.code)))
          throw error
      }
    })
  }

  return {
    queues: Object.values(queues),
    schedules: createSchedules(backend),
    add,
    addTree,
    states: readStates,
    remove,
    async held(workers) {
      const active = await guard(async () => Promise.all(queueNames.map(async name => (await queues[name].getActive()).map(job => ({ name, job })))))
      return active.flat().flatMap(({ name, job }) => workers.has(job?.processedBy ?? '') ? parseQueueJobId(name, job.id ?? '') ?? [] : [])
    },
    async failure(ref) {
      const job = await guard(async () => queues[ref.queue].getJob(queueJobId(ref)))
      return job?.finishedOn && job.failedReason ? toQueueFailure(ref, job.failedReason) : null
    },
    clean: async (queue, state, olderThanMs) => (await guard(async () => queues[queue].clean(olderThanMs, 0, state))).length,
    promote: async ref => changeEntry(ref, async job => job.promote()),
    changePriority: async (ref, priority) => changeEntry(ref, async job => job.changePriority({ priority })),
    cancel: async ref => guard(async () => backend.broadcast.publish(cancelMessage(ref))),
    pause: async queue => guard(async () => queues[queue].pause()),
    resume: async queue => guard(async () => queues[queue].resume()),
    status: async queue => guard(async () => {
      const [paused, workers] = await Promise.all([queues[queue].isPaused(), backend.countWorkers(queues[queue])])
      return { paused, workers }
    }),
    limitConcurrency: async (queue, concurrency) => guard(async () => {
      await (concurrency === null ? queues[queue].removeGlobalConcurrency() : queues[queue].setGlobalConcurrency(concurrency))
    }),
    limit: async (queue, rate) => guard(async () => {
      await (rate === null ? queues[queue].removeGlobalRateLimit() : queues[queue].setGlobalRateLimit(rate.jobs, rate.perMs))
    }),
    ping: backend.ping,
  }
}

function toData({ jobId, generation }: QueueRef): { jobId: string, generation: number } {
  return { jobId, generation }
}

function toOptions(entry: QueueEntry): JobsOptions {
  // Whatever has a priority comes after what has none.
  const turn = entry.first ? { priority: 0, lifo: true } : { priority: entry.priority }
  return { jobId: queueJobId(entry), ...turn, delay: entry.delayMs, attempts: entry.attempts }
}

function toFlow({ entry, children, onChildFailure }: QueueTree, parentPolicy: JobsOptions = {}): FlowJob {
  const policy: JobsOptions = onChildFailure === 'fail' ? { failParentOnFailure: true } : { ignoreDependencyOnFailure: true }
  return {
    name: entry.queue,
    queueName: entry.queue,
    data: toData(entry),
    opts: { ...defaultJobOptions, ...toOptions(entry), ...parentPolicy },
    children: children.map(child => toFlow(child, policy)),
  }
}

function* chunks<Item>(items: Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += chunkSize)
    yield items.slice(start, start + chunkSize)
}
