import type { QueueRef, QueueTree } from './ports.ts'

/** Accepted jobs that the queue store has not been given yet. */
export interface Outbox {
  /**
   * Up to `limit` trees not yet dispatched, oldest first. A single job is a tree without children; a flow comes whole,
   * but only with those members that are still open: a finished child must not run again, nor hold up its parent.
   */
  take: (limit: number) => Promise<QueueTree[]>
  /** Sets `dispatchedAt` on exactly these generations. */
  markDispatched: (refs: QueueRef[]) => Promise<void>
  /** How many dispatched jobs wait for a worker: not delayed, not started, not final. Absent, there is no window. */
  countWaiting?: () => Promise<number>
}

/** An open row that was dispatched. */
export interface OpenRow {
  ref: QueueRef
  /** Last change of the row, milliseconds since the epoch. */
  updatedAt: number
}

/** The queue store's word on an open row, where the two disagree. */
export interface Discrepancy {
  ref: QueueRef
  /**
   * `unknown`: lost, give it to the queue again under the same id.
   * `completed`, `failed`: the queue is done with this id for good, only a new generation can run.
   */
  state: 'unknown' | 'completed' | 'failed'
  /** Why, for `failed`: a failed child and a poison job are better ended than run again. */
  reason: { kind: 'dependency' | 'stalled' | 'other', message: string } | null
}

/** Open rows, as the reconciler sees them. */
export interface OpenJobs {
  /** Dispatched, not final, not changed since `before`; keyset paging, `cursor` null for the first page. */
  page: (options: { before: number, cursor: string | null, limit: number }) => Promise<{ rows: OpenRow[], nextCursor: string | null }>
  /**
   * Clears `dispatchedAt` where row and generation are still as in `ref` and the row is still open (with a new generation
   * unless `unknown`), so that the dispatcher sends it again, or ends the row. Answers how many rows changed.
   */
  resolve: (discrepancies: Discrepancy[]) => Promise<number>
}

/** Only one process reconciles at a time. */
export interface Lease {
  /** True when this process holds the lease for the next `forMs`. */
  hold: (forMs: number) => Promise<boolean>
}
