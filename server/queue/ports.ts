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
  /** Before all others: its run died with its process. */
  first?: boolean
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

/** At most `jobs` starts per `perMs`, over all workers of a queue in every process. */
export interface QueueRate {
  jobs: number
  perMs: number
}

/** What the application asks of the queue store. Every call fails fast with `QueueUnavailable` while the store is away. */
export interface JobQueue {
  add: (entries: QueueEntry[]) => Promise<void>
  addTree: (tree: QueueTree) => Promise<void>
  /** One state for each ref, in the same order. */
  states: (refs: QueueRef[]) => Promise<QueueState[]>
  /** Entries that workers of these names have taken and not given back. */
  held: (workers: ReadonlySet<string>) => Promise<QueueRef[]>
  /** Why the queue failed an entry (a failed child, a worker that died too often); null unless its state is `failed`. */
  failure: (ref: QueueRef) => Promise<QueueFailure | null>
  /** True when the entry is gone afterwards; false when a worker holds it. A removed child no longer holds up its parent. */
  remove: (ref: QueueRef) => Promise<boolean>
  /** Removes finished entries older than `olderThanMs`; answers how many. */
  clean: (queue: QueueName, state: 'completed' | 'failed', olderThanMs: number) => Promise<number>
  /** Runs a delayed entry now; one that is not delayed is left alone. */
  promote: (ref: QueueRef) => Promise<void>
  /** An entry that is gone or running already is left alone. */
  changePriority: (ref: QueueRef, priority: number) => Promise<void>
  /** Aborts the run's signal in whichever process runs it; best effort, the row's `cancelRequestedAt` is the promise. */
  cancel: (ref: QueueRef) => Promise<void>
  pause: (queue: QueueName) => Promise<void>
  resume: (queue: QueueName) => Promise<void>
  status: (queue: QueueName) => Promise<{ paused: boolean, workers: number }>
  /** Jobs at a time over all workers of the queue, in every process; `null` lifts the limit. Holds from the next job on. */
  limitConcurrency: (queue: QueueName, concurrency: number | null) => Promise<void>
  /** `null` lifts the limit. Holds from the next job on. */
  limit: (queue: QueueName, rate: QueueRate | null) => Promise<void>
  ping: () => Promise<void>
  schedules: QueueSchedules
}

/** Five or six cron fields in an IANA time zone, or an interval. */
export type ScheduleTiming = { cron: string, timeZone: string } | { everyMs: number }

/** Due times, as the queue counts them. Bad timing raises `InvalidInput`. */
export interface DueTimes {
  /** The next `count` after `after`; all in milliseconds since the epoch. Intervals are counted from `anchor`. */
  next: (timing: ScheduleTiming, anchor: number, after: number, count: number) => number[]
  /** The last one after `anchor` and not after `until`. */
  latest: (timing: ScheduleTiming, anchor: number, until: number) => number | null
}

/** Schedules in the queue store: one tick per due time, however many processes serve them. */
export interface QueueSchedules {
  /** Bad timing raises `InvalidInput`. An interval ticks at `firstAt` (default: at once), then each `everyMs`. */
  upsert: (id: string, timing: ScheduleTiming, firstAt?: number) => Promise<void>
  /** True when there was one. */
  remove: (id: string) => Promise<boolean>
  list: () => Promise<{ id: string, timing: ScheduleTiming, nextAt: number | null }[]>
}

/** A schedule is due. Delivered at least once: whoever acts on it makes `scheduleId` + `dueAt` unique. */
export interface Tick {
  scheduleId: string
  /** The time it was due, milliseconds since the epoch. */
  dueAt: number
}

/** Throwing asks for the tick again, a little later. */
export type RunTick = (tick: Tick) => Promise<void>

/** What a run tells the worker to do with the queue's job. */
export type RunOutcome
  = | { kind: 'done' }
    /** Runs again after `delayMs`, also when the entry's `attempts` are used up: the row decides. */
    | { kind: 'retry', delayMs: number, error: Error }
    | { kind: 'fail', error: Error }
    /** Back to waiting without using up an attempt (shutdown, lost claim); `delayMs` keeps a lost claim from spinning. */
    | { kind: 'requeue', delayMs?: number }

export interface Run extends QueueRef {
  /** Name of the worker: host, process id, queue. */
  worker: string
  /** Its reason is always a `RunAborted` that says why: `cancel`, `shutdown` or `lock-lost`. */
  signal: AbortSignal
  /** Tells other processes that the row changed; lossy. */
  hint: (progress: number) => void
  /** A line for the queue's own log (Bull Board); lossy, the timeline is the record. */
  log: (line: string) => void
}

/** After `lock-lost` the outcome is ignored: the queue has given the job to another worker. */
export type RunJob = (run: Run) => Promise<RunOutcome>

/**
 * The queue failed a job without running it: one of its children failed (`dependency`),
 * or its worker died in the middle of it too many times (`stalled`).
 */
export interface QueueFailure {
  ref: QueueRef
  kind: 'dependency' | 'stalled' | 'other'
  message: string
  /** The child's job id when `kind` is `dependency`. */
  childJobId: string | null
}

/** The row changed somewhere: a hint to read it again, never a fact. */
export type QueueHint = (jobId: string) => void

export interface WorkerPool extends AsyncDisposable {
  /** Starts taking jobs; resolves once every worker is connected, which may be as late as the queue store's return. */
  start: () => Promise<void>
  /** Takes no new jobs until `resume`; running ones and the ticks of schedules go on. */
  quiet: () => Promise<void>
  resume: () => Promise<void>
  /** Stops taking jobs, waits `graceMs` for running ones, then aborts them with reason `shutdown`. Idempotent. */
  stop: (graceMs: number) => Promise<void>
}
