import type { Job, Processor } from 'bullmq'
import type { QueueName } from '../contract/queue.ts'
import type { AbortCause } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Run, RunJob, RunOutcome, RunTick } from './ports.ts'
import type { RetryDelays } from './settle.ts'
import { UnrecoverableError, WaitingError } from 'bullmq'
import { RunAborted } from '../errors.ts'
import { parseQueueJobId } from './ref.ts'
import { settle } from './settle.ts'

/** A run that throws has a bug; there is no hurry to meet it again. */
const unexpectedDelayMs = 5_000

export interface ProcessorDeps {
  worker: string
  log: Log
  delays: RetryDelays
  /** Runs in progress. */
  active: Set<Promise<unknown>>
  isStopping: () => boolean
}

export interface JobProcessorDeps extends ProcessorDeps {
  queue: QueueName
  run: RunJob
  /** Errors that came from a run; a job failed with any other was failed by the queue itself. */
  ran: WeakSet<Error>
}

/** BullMQ's processor for jobs. It hands over a signal only to functions that declare all three parameters. */
export function createProcessor(deps: JobProcessorDeps): Processor {
  async function process(job: Job, token: string | undefined, signal: AbortSignal | undefined): Promise<void> {
    try {
      await perform(deps, job, token, signal)
    }
    catch (error) {
      if (error instanceof Error)
        deps.ran.add(error)
      throw error
    }
  }
  return async (job, token, signal) => track(deps.active, process(job, token, signal))
}

/** BullMQ's processor for the ticks of schedules. */
export function createTickProcessor({ active, onTick }: ProcessorDeps & { onTick: RunTick }): Processor {
  async function process(job: Job): Promise<void> {
    // BullMQ names a scheduler's jobs `repeat:<scheduler>:<due time>`.
    const due = /^repeat:.+:(\d+)$/.exec(job.id ?? '')
    if (!due || job.repeatJobKey === undefined)
      throw new UnrecoverableError('not a tick of a schedule')
    await onTick({ scheduleId: job.repeatJobKey, dueAt: Number(due[1]) })
  }
  return async job => track(active, process(job))
}

async function perform(deps: JobProcessorDeps, job: Job, token: string | undefined, signal: AbortSignal | undefined): Promise<void> {
  const ref = parseQueueJobId(deps.queue, job.id ?? '')
  if (!ref)
    throw new UnrecoverableError('not a job of this application')
  if (deps.isStopping())
    return settle(job, token, { kind: 'requeue' }, deps.delays)
  const controller = new AbortController()
  signal?.addEventListener('abort', () => controller.abort(new RunAborted(signal.reason as AbortCause)))
  const outcome = await outcomeOf(deps, { ...ref, worker: deps.worker, signal: controller.signal, hint: createHint(job), log: line => void job.log(line).catch(() => undefined) })
  // The lock is another worker's now: nothing to report, and moving the job would fail.
  if (signal?.reason === 'lock-lost')
    throw new WaitingError()
  await settle(job, token, outcome, deps.delays)
}

async function outcomeOf({ run, log }: JobProcessorDeps, job: Run): Promise<RunOutcome> {
  try {
    return await run(job)
  }
  catch (error) {
    log.error({ event: 'run.threw', jobId: job.jobId, error: String(error) }, 'a run threw instead of answering')
    return { kind: 'retry', delayMs: unexpectedDelayMs, error: error instanceof Error ? error : new Error(String(error)) }
  }
}

/** Sends the newest progress only, one at a time: while the store is away hints are dropped instead of piling up. */
function createHint(job: Job): (progress: number) => void {
  let sending = false
  let next: number | undefined
  async function send(progress: number): Promise<void> {
    sending = true
    await job.updateProgress(progress).catch(() => undefined)
    sending = false
    const latest = next
    next = undefined
    if (latest !== undefined)
      await send(latest)
  }
  return (progress) => {
    if (sending)
      next = progress
    else
      void send(progress)
  }
}

async function track<Result>(active: Set<Promise<unknown>>, work: Promise<Result>): Promise<Result> {
  active.add(work)
  try {
    return await work
  }
  finally {
    active.delete(work)
  }
}
