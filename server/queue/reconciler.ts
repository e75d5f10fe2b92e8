import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { JobQueue } from './ports.ts'
import type { Discrepancy, Lease, OpenJobs, OpenRow } from './store-ports.ts'
import { createLoop } from './loop.ts'

export interface ReconcilerDeps {
  jobs: OpenJobs
  queue: Pick<JobQueue, 'states' | 'failure'>
  clock: Clock
  log: Log
  /** Rows were cleared for another dispatch. */
  onResolved: () => void
  /** Held while reconciling. */
  lease: Lease
  everyMs?: number
  /** A row that changed more recently is between two states of its own accord. */
  quietMs?: number
  pageSize?: number
}

export interface Reconciler extends AsyncDisposable {
  start: () => void
  /** One round over all open rows now; answers how many it put right. */
  round: () => Promise<number>
}

/** After a round that took long and found nothing wrong: so many times as long the queue store is left in peace, but no longer than this. */
const rest = { factor: 20, mostMs: 30_000 }

/**
 * Compares open rows with the queue store, in which jobs get lost (a flush, a crash without persistence, a failover,
 * someone at Bull Board). The row is right: what the queue does not know, or has ended on its own, is resolved.
 */
export function createReconciler({ jobs, queue, clock, log, onResolved, lease, everyMs = 10_000, quietMs = 30_000, pageSize = 500 }: ReconcilerDeps): Reconciler {
  async function round(): Promise<number> {
    if (!await lease.hold(3 * everyMs))
      return 0
    const before = clock.now() - quietMs
    let resolved = 0
    let cursor: string | null = null
    do {
      const page = await jobs.page({ before, cursor, limit: pageSize })
      const discrepancies = await compare(page.rows)
      if (discrepancies.length > 0)
        resolved += await jobs.resolve(discrepancies)
      cursor = page.nextCursor
    } while (cursor !== null)
    if (resolved > 0) {
      log.warn({ event: 'reconcile.resolved', rows: resolved }, 'rows and queue disagreed')
      onResolved()
    }
    return resolved
  }

  async function compare(rows: OpenRow[]): Promise<Discrepancy[]> {
    const states = await queue.states(rows.map(row => row.ref))
    const discrepancies: Discrepancy[] = []
    for (const [index, { ref }] of rows.entries()) {
      const state = states[index]
      if (state === 'unknown' || state === 'completed' || state === 'failed')
        discrepancies.push({ ref, state, reason: state === 'failed' ? await queue.failure(ref) : null })
    }
    return discrepancies
  }

  let restUntil = 0
  const loop = createLoop(everyMs, async () => {
    const startedAt = clock.now()
    if (startedAt < restUntil)
      return
    try {
      if (await round() === 0)
        restUntil = clock.now() + Math.min(rest.mostMs, rest.factor * (clock.now() - startedAt))
    }
    catch (error) {
      log.warn({ event: 'reconcile.skipped', err: error }, 'rows and queue cannot be compared now')
    }
  })
  return { start: loop.start, round, [Symbol.asyncDispose]: loop.stop }
}
