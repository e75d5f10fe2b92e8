import type { QueueName } from '../contract/queue.ts'

/** One dispatch of a job row. The queue's own id is `<jobId>-g<generation>`: adding the same one twice is a no-op. */
export interface QueueRef {
  queue: QueueName
  jobId: string
  generation: number
}

export interface QueueEntry extends QueueRef {
  /** 0 runs first, then 1, 2, … */
  priority: number
  delayMs: number
  attempts: number
}

/** A job with the jobs it waits for (BullMQ flow): children run first, in parallel with each other. */
export interface QueueTree {
  entry: QueueEntry
  /** What a failed child does to the job that waits for it. */
  onChildFailure: 'fail' | 'ignore'
  children: QueueTree[]
}

/** `unknown`: the queue store has no such job (never added, lost, or removed). */
export type QueueState = 'waiting' | 'active' | 'delayed' | 'waiting-children' | 'completed' | 'failed' | 'unknown'

/** What the application asks of the queue store. Every call fails fast with `QueueUnavailable` while the store is away. */
export interface JobQueue {
  add: (entries: QueueEntry[]) => Promise<void>
  addTree: (tree: QueueTree) => Promise<void>
  states: (refs: QueueRef[]) => Promise<QueueState[]>
  /** True when the entry is gone afterwards; false when a worker holds it. */
  remove: (ref: QueueRef) => Promise<boolean>
  /** Runs a delayed entry now. */
  promote: (ref: QueueRef) => Promise<void>
  changePriority: (ref: QueueRef, priority: number) => Promise<void>
  /** Aborts the run's signal in whichever process runs it; best effort, the row's `cancelRequestedAt` is the promise. */
  cancel: (ref: QueueRef, reason: string) => Promise<void>
  pause: (queue: QueueName) => Promise<void>
  resume: (queue: QueueName) => Promise<void>
  status: (queue: QueueName) => Promise<{ paused: boolean, workers: number }>
  ping: () => Promise<void>
}

/** What a run tells the worker to do with the queue's job. */
export type RunOutcome
  = | { kind: 'done' }
    | { kind: 'retry', delayMs: number, error: Error }
    | { kind: 'fail', error: Error }
    /** Back to waiting without using up an attempt (shutdown, lost claim). */
    | { kind: 'requeue' }

export interface Run extends QueueRef {
  /** Name of the worker: host, process id, queue. */
  worker: string
  /** Aborted with reason `cancel`, `shutdown` or `lock-lost`. */
  signal: AbortSignal
  /** Tells other processes that the row changed; lossy. */
  hint: (progress: number) => void
}

export type RunJob = (run: Run) => Promise<RunOutcome>

/** The row changed somewhere: a hint to read it again, never a fact. */
export type QueueHint = (jobId: string) => void

export interface WorkerPool extends AsyncDisposable {
  start: () => Promise<void>
  /** Stops taking jobs, waits `graceMs` for running ones, then aborts them with reason `shutdown`. Idempotent. */
  stop: (graceMs: number) => Promise<void>
}
