import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { JobQueue } from './ports.ts'
import type { Discrepancy, Lease, OpenJobs, OpenRow } from './store-ports.ts'

export interface ReconcilerDeps {
  jobs: OpenJobs
  lease: Lease
  queue: Pick<JobQueue, 'states' | 'failure'>
  clock: Clock
  log: Log
  /** Rows were put back into the outbox. */
  onResolved: () => void
  /** Pause between two rounds, in milliseconds. */
  everyMs?: number
  /** Rows that changed within this time are left alone: they are just being moved. */
  quietMs?: number
}

export interface Reconciler extends AsyncDisposable {
  start: () => void
  /** One round now; answers how many rows it put right. */
  round: () => Promise<number>
}

const pageSize = 500

/** Compares open rows with the queue store and dispatches anew what the store has lost or ended on its own. */
export function createReconciler({ jobs, lease, queue, clock, log, onResolved, everyMs = 10_000, quietMs = 30_000 }: ReconcilerDeps): Reconciler {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> | null = null
  let stopped = true

  async function round(): Promise<number> {
    if (!await lease.hold(everyMs * 3))
      return 0
    const before = clock.now() - quietMs
    let resolved = 0
    for (let cursor: string | null = null; ;) {
      const { rows, nextCursor } = await jobs.page({ before, cursor, limit: pageSize })
      const found = await discrepancies(rows)
      if (found.length > 0)
        resolved += await jobs.resolve(found)
      if (nextCursor === null)
        break
      cursor = nextCursor
    }
    if (resolved > 0) {
      log.warn({ event: 'reconcile.resolved', rows: resolved }, 'jobs that the queue store had lost were given to it again')
      onResolved()
    }
    return resolved
  }

  async function discrepancies(rows: OpenRow[]): Promise<Discrepancy[]> {
    const states = await queue.states(rows.map(row => row.ref))
    const found = await Promise.all(rows.map(async ({ ref }, at): Promise<Discrepancy | null> => {
      const state = states[at]
      if (state === 'unknown' || state === 'completed')
        return { ref, state, reason: null }
      if (state === 'failed')
        return { ref, state, reason: await queue.failure(ref) }
      return null
    }))
    return found.filter(each => each !== null)
  }

  function schedule(): void {
    timer = setTimeout(() => {
      running = round().catch((error: unknown) => log.warn({ event: 'reconcile.failed', err: error }, 'rows and queue store were not compared')).finally(() => {
        running = null
        if (!stopped)
          schedule()
      })
    }, everyMs)
  }

  return {
    round,
    start() {
      if (!stopped)
        return
      stopped = false
      schedule()
    },
    async [Symbol.asyncDispose]() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
