import type { Job, JobBulk } from '../../contract/job.ts'
import type { Failure } from '../../contract/problem.ts'
import type { Tx } from '../database.ts'
import type { Revival } from './revive.ts'
import { AppError, toFailure } from '../../errors.ts'
import { requestCancel } from './cancel.ts'
import { remove } from './remove.ts'
import { revive } from './revive.ts'
import { promote } from './waiting.ts'

export interface BulkStep {
  action: JobBulk['action']
  ids: string[]
  now: Date
  /** Leaves everything as it is. */
  dryRun: boolean
  revival: Revival
}

export interface BulkOutcome {
  id: string
  /** Why it was skipped; null when it was done. */
  failure: Failure | null
  /** Jobs that changed with it. */
  changed: Job[]
}

type Action = (tx: Tx, id: string, step: BulkStep) => Promise<Job[]>

const actions: Record<JobBulk['action'], Action> = {
  retry: (tx, id, { now, revival }) => revive(tx, id, now, revival),
  cancel: (tx, id, { now }) => requestCancel(tx, id, now),
  promote: async (tx, id, { now }) => [await promote(tx, id, now)],
  delete: (tx, id) => remove(tx, id).then(() => []),
}

/** One action on several jobs in one transaction; what is refused for one of them leaves the others alone. */
export async function bulk(tx: Tx, step: BulkStep): Promise<BulkOutcome[]> {
  const outcomes: BulkOutcome[] = []
  for (const id of step.ids)
    outcomes.push(await apart(tx, id, step))
  return outcomes
}

/** A savepoint of its own: a refusal may come half-way, and a dry run is the real thing taken back. */
async function apart(tx: Tx, id: string, step: BulkStep): Promise<BulkOutcome> {
  await tx.$executeRawUnsafe('SAVEPOINT one_job')
  let outcome: BulkOutcome
  try {
    outcome = { id, failure: null, changed: await actions[step.action](tx, id, step) }
  }
  catch (error) {
    if (!(error instanceof AppError))
      throw error
    outcome = { id, failure: toFailure(error), changed: [] }
  }
  if (step.dryRun || outcome.failure)
    await tx.$executeRawUnsafe('ROLLBACK TO SAVEPOINT one_job')
  await tx.$executeRawUnsafe('RELEASE SAVEPOINT one_job')
  return step.dryRun ? { ...outcome, changed: [] } : outcome
}
