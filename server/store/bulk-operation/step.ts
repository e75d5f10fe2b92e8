import type { BulkOperation } from '../../contract/bulk-operation.ts'
import type { Job } from '../../contract/job.ts'
import type { Tx } from '../database.ts'
import type { BulkOutcome } from '../job/bulk.ts'
import type { BulkOperation as Row } from '../prisma/client.ts'
import { BulkOperationAction, undoForMs } from '../../contract/bulk-operation.ts'
import { NotFound, toFailure } from '../../errors.ts'
import { bulkMany } from '../job/bulk-many.ts'
import { toSummary, withBrand } from '../job/row.ts'
import { writeTold } from '../told.ts'
import { checkCanary } from './canary.ts'
import { natureOf } from './results.ts'
import { canaryOf, openBulkStatuses, toOperation } from './row.ts'
import { keepJobs, restoreJob } from './tombstone.ts'

export interface Stepped {
  operation: BulkOperation
  /** What was done to which jobs. */
  outcomes: KeptOutcome[]
  /** Jobs that an undo has brought back. */
  restored: Job[]
  /** Whether there is more to do at once. */
  more: boolean
}

interface KeptOutcome extends BulkOutcome { kept?: string | undefined }

/**
 * Does the next batch of an operation, with the results and the cursor in the same transaction: whoever comes next,
 * after a crash too, goes on behind it and does nothing twice.
 * @param tx the transaction
 * @param seen the operation as it was when `ids` were selected; another process that was quicker has moved the cursor
 * @param seen.id its id
 * @param seen.cursor where it was
 * @param ids the next jobs; none when there are none left
 * @param now of the step
 * @param batch jobs that an undo brings back at once
 * @returns null when there is nothing to do any more
 */
export async function step(tx: Tx, { id, cursor }: Pick<Row, 'id' | 'cursor'>, ids: string[], now: Date, batch: number): Promise<Stepped | null> {
  const row = await tx.bulkOperation.findUnique({ where: { id } })
  if (!row || !(openBulkStatuses as readonly string[]).includes(row.status))
    return null
  if (row.status === 'undoing')
    return undoSome(tx, row, now, batch)
  if (row.abortRequestedAt !== null)
    return stepped(await finish(tx, row, 'aborted', now))
  if (row.status === 'checking')
    return check(tx, row, now)
  return row.cursor === cursor ? doSome(tx, row, ids, now) : { ...stepped(row), more: true }
}

async function doSome(tx: Tx, row: Row, ids: string[], now: Date): Promise<Stepped> {
  const canary = canaryOf(row)
  const inCanary = canary?.passed === null
  if (ids.length === 0 && !(inCanary && row.done > 0))
    return stepped(await finish(tx, row, 'completed', now))
  // Before anything is done: a deletion leaves nothing to ask.
  const natures = await natureOf(tx, ids)
  const outcomes = ids.length === 0 ? [] : await act(tx, row, ids, now)
  await tx.bulkOperationItem.createMany({ data: outcomes.map(({ id, failure, broken, kept }) => ({
    operationId: row.id,
    jobId: id,
    ...natures.get(id),
    outcome: failure === null ? 'done' : broken ? 'failed' : 'skipped',
    code: failure?.code ?? null,
    message: failure?.message ?? null,
    told: failure?.told ? writeTold(failure.told) : null,
    kept: failure === null ? kept ?? null : null,
  })) })
  const done = outcomes.filter(outcome => outcome.failure === null).length
  const failed = outcomes.filter(outcome => outcome.broken).length
  const checking = inCanary && (ids.length === 0 || row.done + done >= canary.count)
  const updated = await change(tx, row, {
    status: checking ? 'checking' : 'running',
    startedAt: row.startedAt ?? now,
    cursor: ids.at(-1) ?? row.cursor,
    processed: row.processed + outcomes.length,
    done: row.done + done,
    failed: row.failed + failed,
    skipped: row.skipped + outcomes.length - done - failed,
  })
  return { ...stepped(updated), outcomes, more: !checking }
}

async function act(tx: Tx, row: Row, ids: string[], now: Date): Promise<KeptOutcome[]> {
  const action = BulkOperationAction.parse(row.action)
  if (action === 'export-list')
    return writeList(tx, ids)
  const kept = action === 'delete' ? await keepJobs(tx, ids) : new Map<string, string>()
  const runAt = row.delayMs ? new Date(now.getTime() + row.delayMs) : null
  const outcomes = await bulkMany(tx, { action, ids, now, revival: { priority: row.priority ?? undefined, runAt } })
  return outcomes.map(outcome => ({ ...outcome, kept: kept.get(outcome.id) }))
}

async function writeList(tx: Tx, ids: string[]): Promise<KeptOutcome[]> {
  const rows = new Map((await tx.job.findMany({ where: { id: { in: ids } }, include: withBrand })).map(job => [job.id, job]))
  return ids.map((id) => {
    const job = rows.get(id)
    return { id, changed: [], failure: job ? null : toFailure(new NotFound('job', id)), kept: job && JSON.stringify(toSummary(job)) }
  })
}

async function check(tx: Tx, row: Row, now: Date): Promise<Stepped> {
  const before = canaryOf(row)!
  const canary = await checkCanary(tx, row.id, before)
  if (canary.passed === null && canary.ended === before.ended && canary.succeeded === before.succeeded)
    return stepped(row)
  const updated = await change(tx, row, { canary: JSON.stringify(canary), ...(canary.passed && { status: 'running' }) })
  return canary.passed === false ? stepped(await finish(tx, updated, 'canary-failed', now)) : { ...stepped(updated), more: canary.passed === true }
}

async function undoSome(tx: Tx, row: Row, now: Date, batch: number): Promise<Stepped> {
  const items = await tx.bulkOperationItem.findMany({ where: { operationId: row.id, outcome: 'done', kept: { not: null } }, orderBy: { jobId: 'asc' }, take: batch })
  const restored: Job[] = []
  for (const { kept } of items) {
    const job = await restoreJob(tx, kept!, now)
    if (job)
      restored.push(job)
  }
  await tx.bulkOperationItem.updateMany({ where: { operationId: row.id, jobId: { in: items.map(item => item.jobId) } }, data: { kept: null } })
  const more = items.length === batch
  const updated = await change(tx, row, { undone: row.undone + restored.length, ...(!more && { status: 'undone', undoUntil: null }) })
  return { ...stepped(updated), restored, more }
}

/** How many jobs may come next: no more than the canary still wants. */
export function roomOf(row: Row, batch: number): number {
  const canary = canaryOf(row)
  return canary?.passed === null ? Math.min(batch, canary.count - row.done) : batch
}

/** Ends an operation; what it deleted can be brought back for a while from now on. */
export function finish(tx: Tx, row: Row, status: 'completed' | 'aborted' | 'canary-failed' | 'failed', now: Date, error: string | null = null): Promise<Row> {
  const undoUntil = row.action === 'delete' && row.done > 0 ? new Date(now.getTime() + undoForMs) : null
  return change(tx, row, { status, finishedAt: now, startedAt: row.startedAt ?? now, undoUntil, error })
}

export function change(tx: Tx, { id }: Pick<Row, 'id'>, data: Partial<Omit<Row, 'id' | 'version'>>): Promise<Row> {
  return tx.bulkOperation.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
}

function stepped(row: Row): Stepped {
  return { operation: toOperation(row), outcomes: [], restored: [], more: false }
}
