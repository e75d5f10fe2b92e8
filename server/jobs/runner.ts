import type { Clock } from '../clock.ts'
import type { Job, JobSummary } from '../contract/job.ts'
import type { EventBus } from '../events/bus.ts'
import type { Log } from '../log.ts'
import type { Run, RunJob, RunOutcome } from '../queue/ports.ts'
import type { Fence, JobStore } from '../store/job-store.ts'
import type { Finished, RunContext } from './define.ts'
import type { JobDeps } from './index.ts'
import type { Backoff } from './retry-policy.ts'
import { inEnglish, tell } from '../contract/told.ts'
import { AppError, Cancelled, RunAborted, Superseded, toFailure } from '../errors.ts'
import { attemptFacts } from './attempt-facts.ts'
import { createHeartbeat } from './heartbeat.ts'
import { clearDefinition, runDefinition } from './index.ts'
import { summaryOf } from './job-summary.ts'
import { createProgressAbove } from './progress-above.ts'
import { retryDelayMs } from './retry-policy.ts'
import { asError, understand } from './thrown.ts'

export interface RunnerDeps {
  jobs: JobStore
  events: Pick<EventBus, 'publish'>
  clock: Clock
  log: Log
  /** Tells the dispatcher that there is something in the outbox. */
  kick: () => void
  backoff: Backoff
  deps: JobDeps
}

/** A run that has not come to its end. */
interface Attempt {
  run: Run
  job: Job
  fence: Fence
  signal: AbortSignal
  undo: Finished<unknown>['undo']
  startedAt: number
  /** What the result would be if the run had ended now. */
  partial: Record<string, unknown> | null
}

/** A job that waits for others looks again after this time. */
const waitForChildrenMs = 2000
/** The database is away: the queue keeps the job and hands it out again. */
const databaseAwayMs = 5000

/**
 * Runs a queue entry: claims its row, runs its definition, and writes how it ended. The row is the truth; the outcome
 * only tells the queue what to do with its entry.
 */
export function createRunner({ jobs, events, clock, log, kick, backoff, deps }: RunnerDeps): RunJob {
  /** Jobs that run here, and those whose last run here could not write how it ended. */
  const unrecorded = new Set<string>()
  const publish = (job: Job) => events.publish({ kind: 'job', job: summaryOf(job) })

  return async function run(run: Run): Promise<RunOutcome> {
    try {
      const claimed = await jobs.claim({ jobId: run.jobId, generation: run.generation, worker: run.worker, now: new Date(clock.now()), unrecorded: unrecorded.has(run.jobId) })
      if (claimed.kind === 'waiting')
        return { kind: 'requeue', delayMs: waitForChildrenMs }
      if (claimed.kind === 'stale')
        return { kind: 'done' }
      publish(claimed.job)
      if (claimed.kind === 'held')
        return { kind: 'done' }
      if (claimed.kind === 'ended') {
        await clearAfter(claimed.job)
        await publishAbove(claimed.job)
        // It may have been a suspect, which others wait for.
        kick()
        return { kind: 'done' }
      }
      run.hint(claimed.job.progress)
      unrecorded.add(run.jobId)
      const outcome = await attempt(run, claimed.job, claimed.fence)
      unrecorded.delete(run.jobId)
      // The outbox holds the next suspect back until this one has ended.
      if (claimed.suspect)
        kick()
      return outcome
    }
    catch (error) {
      if (error instanceof Superseded) {
        unrecorded.delete(run.jobId)
        return { kind: 'done' }
      }
      log.error({ event: 'run.broken', jobId: run.jobId, err: error }, 'the run could not be recorded')
      return { kind: 'requeue', delayMs: databaseAwayMs }
    }
  }

  /** The job has had its last run: what that left, if it died, has nobody else to take it away. */
  async function clearAfter(job: Job): Promise<void> {
    try {
      await clearDefinition(job, await jobs.checkpoint(job.id), deps)
    }
    catch (error) {
      log.warn({ event: 'run.not-cleared', jobId: job.id, err: error }, 'something that a dead run left may still be there')
    }
  }

  async function attempt(run: Run, job: Job, fence: Fence): Promise<RunOutcome> {
    const startedAt = clock.now()
    const checkpoint = await jobs.checkpoint(job.id)
    let partial: Record<string, unknown> | null = null
    const own = new AbortController()
    const signal = AbortSignal.any([run.signal, own.signal])
    const above = createProgressAbove({ jobs, clock, job, publish, onError: error => log.warn({ event: 'run.sum-failed', jobId: job.id, err: error }, 'the progress of the whole was not written') })
    const heartbeat = createHeartbeat({
      jobs,
      clock,
      fence,
      onRow(row) {
        publish(row)
        above.changed()
        run.hint(row.progress)
        if (row.cancelRequestedAt !== null)
          own.abort(new RunAborted('cancel'))
      },
      onLost: () => own.abort(new RunAborted('lock-lost')),
      onError: error => log.warn({ event: 'run.beat-failed', jobId: job.id, err: error }, 'progress was not written'),
    })
    const acknowledged = acknowledgeCancel(run, job, signal)
    const context: RunContext = {
      job,
      signal,
      createdAt: new Date(job.createdAt),
      checkpoint,
      progress: (percent, told) => heartbeat.progress(percent, told),
      commit: effects => heartbeat.commit(effects),
      save: checkpoint => heartbeat.commit(async (_, remember) => remember(checkpoint)),
      partial: (result) => {
        partial = result
      },
      async log(level, told, data) {
        const entry = await jobs.tell(fence, new Date(clock.now()), { kind: 'log', level, told, data, attempt: job.attempts, worker: run.worker })
        events.publish({ kind: 'timeline', entry })
      },
    }
    let undo: Finished<unknown>['undo']
    try {
      const finished = await runDefinition(job.type, job.data, context, deps)
      if ('parts' in finished) {
        await heartbeat.stop()
        signal.throwIfAborted()
        const changed = await jobs.split(fence, finished, new Date(clock.now()))
        changed.forEach(publish)
        await publishAbove(job)
        kick()
        return { kind: 'done' }
      }
      undo = finished.undo
      await heartbeat.stop()
      signal.throwIfAborted()
      const ended = await jobs.finish(fence, () => ({ status: 'completed', now: new Date(clock.now()), told: finished.told, result: finished.result, facts: attemptFacts(startedAt, clock.now()) }), finished.effects)
      publish(ended)
      run.hint(100)
      log.info({ event: 'job.completed', jobId: job.id, type: job.type, result: ended.result }, inEnglish(finished.told))
      return { kind: 'done' }
    }
    catch (error) {
      await heartbeat.stop()
      await acknowledged()
      return await afterFailure({ run, job, fence, signal, undo, startedAt, partial }, error)
    }
    finally {
      await above.ended()
    }
  }

  /** Has the timeline tell that this worker has heard of the cancellation. @returns waits until that is written */
  function acknowledgeCancel(run: Run, job: Job, signal: AbortSignal): () => Promise<void> {
    let writing = Promise.resolve()
    async function write(): Promise<void> {
      try {
        const entry = await jobs.note(job.id, new Date(clock.now()), { kind: 'cancel-acknowledged', told: [tell('stopping', { worker: run.worker })], attempt: job.attempts, worker: run.worker })
        events.publish({ kind: 'timeline', entry })
      }
      catch (error) {
        log.warn({ event: 'run.not-acknowledged', jobId: job.id, err: error }, 'that the worker heard of the cancellation was not written')
      }
    }
    signal.addEventListener('abort', () => {
      if (signal.reason instanceof RunAborted && signal.reason.why === 'cancel')
        writing = write()
    }, { once: true })
    return () => writing
  }

  async function afterFailure({ run, job, fence, signal, undo, startedAt, partial }: Attempt, thrown: unknown): Promise<RunOutcome> {
    const now = new Date(clock.now())
    const why = signal.reason instanceof RunAborted ? signal.reason.why : null
    await undo?.()
    if (thrown instanceof Superseded || why === 'lock-lost')
      return { kind: 'done' }
    if (why === 'shutdown') {
      const waiting = await jobs.requeue(fence, { now, facts: attemptFacts(startedAt, now.getTime()) })
      if (waiting.status === 'cancelled')
        return stopped(waiting, run)
      publish(waiting)
      return { kind: 'requeue' }
    }
    if (why === 'cancel' || thrown instanceof Cancelled) {
      const cancelled = await jobs.finish(fence, () => ({ status: 'cancelled', now, told: [tell('stopped')], result: partial && { ...partial, partial: true }, facts: attemptFacts(startedAt, now.getTime()) }))
      return stopped(cancelled, run)
    }

    const error = understand(thrown)
    const failure = toFailure(error)
    const facts = attemptFacts(startedAt, now.getTime(), error)
    log.warn({ event: 'job.attempt-failed', jobId: job.id, type: job.type, attempt: job.attempts, err: error }, failure.message)
    if (failure.retryable && job.attempts < job.maxAttempts) {
      const retryAfterMs = error instanceof AppError ? error.retryAfterMs : undefined
      const delayMs = retryDelayMs(job.attempts, backoff, retryAfterMs, Math.random())
      const delayed = await jobs.retryLater(fence, { now, runAt: new Date(now.getTime() + delayMs), error: failure, facts })
      if (delayed.status === 'cancelled')
        return stopped(delayed, run)
      publish(delayed)
      run.hint(job.progress)
      return { kind: 'retry', delayMs, error: asError(error) }
    }
    const ended = await jobs.finish(fence, () => ({ status: 'failed', now, told: [tell('failure', { failure })], error: failure, facts }))
    publish(ended)
    await publishAbove(ended)
    run.hint(job.progress)
    return { kind: 'fail', error: asError(error) }
  }

  async function stopped(job: Job, run: Run): Promise<RunOutcome> {
    publish(job)
    await publishAbove(job)
    run.hint(0)
    return { kind: 'fail', error: new Cancelled() }
  }

  /** Jobs after one that failed or was cancelled ended with it. */
  async function publishAbove({ parentId }: Pick<Job, 'parentId'>): Promise<void> {
    for (let id = parentId; id !== null;) {
      const above: JobSummary | null = await jobs.summary(id)
      if (above)
        events.publish({ kind: 'job', job: above })
      id = above?.parentId ?? null
    }
  }
}
