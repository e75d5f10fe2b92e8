import type { AttemptOutcome, CancelProgress, JobAttempt } from '../contract/job-detail.ts'
import type { TimelineEntry } from '../contract/job.ts'
import { z } from 'zod'
import { ErrorCode } from '../contract/problem.ts'
import { Told } from '../contract/told.ts'

type Kind = TimelineEntry['kind']

/** What a step that ends an attempt says of how it went. */
const outcomes: Partial<Record<Kind, AttemptOutcome>> = { completed: 'completed', failed: 'failed', retrying: 'failed', cancelled: 'cancelled', stalled: 'lost', delayed: 'put-back' }
const Facts = z.object({ durationMs: z.number().optional().catch(undefined), stack: z.string().optional().catch(undefined), code: ErrorCode.optional().catch(undefined), message: z.string().optional().catch(undefined), told: Told.optional().catch(undefined), parts: z.number().optional().catch(undefined) })

/** The runs of a job as its steps tell of them. `steps` are oldest first; runs that began before them are left out. */
export function attemptsOf(steps: TimelineEntry[]): JobAttempt[] {
  const attempts: JobAttempt[] = []
  let open: JobAttempt | undefined
  for (const step of steps) {
    if (step.kind === 'started') {
      attempts.push(open = begin(step))
    }
    else if (open && outcomes[step.kind]) {
      close(open, step, outcomes[step.kind]!)
      open = undefined
    }
  }
  return attempts
}

/** How far the last cancellation has come; null without one, and once the job was started again. */
export function cancelOf(steps: TimelineEntry[]): CancelProgress | null {
  const from = steps.findLastIndex(step => step.kind === 'cancel-requested')
  const since = from < 0 ? [] : steps.slice(from)
  if (since.length === 0 || since.some(step => step.kind === 'retried'))
    return null
  const acknowledged = since.find(step => step.kind === 'cancel-acknowledged')
  return { requestedAt: since[0]!.at, acknowledgedAt: acknowledged?.at ?? null, worker: acknowledged?.worker ?? null, stoppedAt: since.find(step => step.kind === 'cancelled')?.at ?? null }
}

function begin({ id, at, attempt, worker }: TimelineEntry): JobAttempt {
  return { id, number: attempt ?? 1, worker, outcome: 'running', startedAt: at, endedAt: null, durationMs: null, error: null, stack: null }
}

function close(attempt: JobAttempt, step: TimelineEntry, outcome: AttemptOutcome): void {
  const { durationMs, stack, code, message, told, parts } = Facts.safeParse(step.data ?? {}).data ?? {}
  attempt.outcome = parts === undefined ? outcome : 'split'
  attempt.endedAt = step.at
  attempt.durationMs = durationMs ?? Math.max(0, Date.parse(step.at) - Date.parse(attempt.startedAt))
  attempt.error = code === undefined ? null : { code, message: message ?? step.message, told }
  attempt.stack = stack ?? null
}
