import type { Job } from 'bullmq'
import type { RunOutcome } from './ports.ts'
import { DelayedError, UnrecoverableError, WaitingError } from 'bullmq'

/** Delays asked for by runs, until BullMQ's backoff asks for them in turn. */
export type RetryDelays = WeakMap<Error, number>

/**
 * Turns a run's outcome into what BullMQ expects of a processor: it returns (done), throws what it wants to be
 * failed or retried with, or moves the job itself and throws the error that says so.
 */
export async function settle(job: Job, token: string | undefined, outcome: RunOutcome, delays: RetryDelays): Promise<void> {
  switch (outcome.kind) {
    case 'done':
      return
    case 'fail':
      throw Object.assign(new UnrecoverableError(outcome.error.message), { stack: outcome.error.stack })
    case 'retry':
      return retry(job, token, outcome, delays)
    case 'requeue':
      return requeue(job, token, outcome.delayMs ?? 0)
  }
}

async function retry(job: Job, token: string | undefined, { delayMs, error }: { delayMs: number, error: Error }, delays: RetryDelays): Promise<void> {
  // BullMQ would fail the job after its last attempt. The row counts attempts and it wants another one.
  if (job.attemptsMade + 1 >= (job.opts.attempts ?? 1))
    return requeue(job, token, delayMs)
  delays.set(error, delayMs)
  throw error
}

async function requeue(job: Job, token: string | undefined, delayMs: number): Promise<never> {
  if (delayMs > 0) {
    await job.moveToDelayed(Date.now() + delayMs, token)
    throw new DelayedError()
  }
  await job.moveToWait(token)
  throw new WaitingError()
}
