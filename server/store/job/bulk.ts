import type { BulkOperationAction } from '../../contract/bulk-operation.ts'
import type { Job } from '../../contract/job.ts'
import type { Failure } from '../../contract/problem.ts'
import type { Tx } from '../database.ts'
import type { Revival } from './revive.ts'
import { AppError, toFailure } from '../../errors.ts'
import { requestCancel } from './cancel.ts'
import { remove } from './remove.ts'
import { revive } from './revive.ts'
import { changePriority, promote } from './waiting.ts'

export interface BulkStep {
  action: Exclude<BulkOperationAction, 'export-list'>
  ids: string[]
  now: Date
  revival: Revival
}

export interface BulkOutcome {
  id: string
  /** Why it was not done; null when it was. */
  failure: Failure | null
  /** Not refused for its state, but broken: something that nobody foresaw. */
  broken?: boolean
  /** Jobs that changed with it. */
  changed: Job[]
}

type Action = (tx: Tx, id: string, step: BulkStep) => Promise<Job[]>

const actions: Record<BulkStep['action'], Action> = {
  'retry': (tx, id, { now, revival }) => revive(tx, id, now, revival),
  'cancel': (tx, id, { now }) => requestCancel(tx, id, now),
  'promote': async (tx, id, { now }) => [await promote(tx, id, now)],
  'change-priority': async (tx, id, { now, revival }) => [await changePriority(tx, id, revival.priority ?? 0, now)],
  'delete': (tx, id) => remove(tx, id).then(() => []),
}

/** One action on several jobs in one transaction; what is refused for one of them leaves the others alone. */
export async function bulk(tx: Tx, step: BulkStep): Promise<BulkOutcome[]> {
  const outcomes: BulkOutcome[] = []
  for (const id of step.ids)
    outcomes.push(await apart(tx, id, step))
  return outcomes
}

/** A savepoint of its own: a refusal may come half-way. */
async function apart(tx: Tx, id: string, step: BulkStep): Promise<BulkOutcome> {
  await tx.$executeRawUnsafe('SAVEPOINT one_job')
  let outcome: BulkOutcome
  try {
    outcome = { id, failure: null, changed: await actions[step.action](tx, id, step) }
  }
  catch (error) {
    // Throws in its turn where the transaction itself is broken (the disk is full): then nothing of it counts.
    await tx.$executeRawUnsafe('ROLLBACK TO SAVEPOINT one_job').catch(() => Promise.reject(error))
    outcome = { id, failure: toFailure(error), broken: !(error instanceof AppError), changed: [] }
  }
  if (outcome.failure)
    await tx.$executeRawUnsafe('ROLLBACK TO SAVEPOINT one_job')
  await tx.$executeRawUnsafe('RELEASE SAVEPOINT one_job')
  return outcome
}
