import type { BulkOperation, BulkOperationPreview, BulkOperationQuery, BulkOperationRequest, BulkOperationResult, BulkOperationResultQuery } from '../contract/bulk-operation.ts'
import type { JobSummary } from '../contract/job.ts'
import type { Page } from '../contract/page.ts'
import type { Failure } from '../contract/problem.ts'
import type { Stepped } from './bulk-operation/step.ts'
import type { Database } from './database.ts'
import type { Once } from './once.ts'
import { BulkOperationAction, BulkOperationStatus } from '../contract/bulk-operation.ts'
import { tell } from '../contract/told.ts'
import { Conflict, NotFound } from '../errors.ts'
import { readResults } from './bulk-operation/results.ts'
import { openBulkStatuses, toOperation } from './bulk-operation/row.ts'
import { nextIds, preview } from './bulk-operation/select.ts'
import { change, finish, roomOf, step } from './bulk-operation/step.ts'
import { decodeCursor, toPage } from './cursor.ts'
import { newId } from './id.ts'
import { onlyOnce, recall } from './once.ts'

export type { Stepped } from './bulk-operation/step.ts'

const isOpen = (status: string): boolean => (openBulkStatuses as readonly string[]).includes(status)

/** Actions on many jobs. Each verb is one transaction. */
export function createBulkOperationStore({ read, scan, write }: Pick<Database, 'read' | 'scan' | 'write'>) {
  async function get(id: string): Promise<BulkOperation> {
    const row = await read.bulkOperation.findUnique({ where: { id } })
    if (!row)
      throw new NotFound('bulk-operation', id)
    return toOperation(row)
  }

  return {
    get,
    preview: (request: BulkOperationRequest): Promise<BulkOperationPreview> => preview({ read, scan }, request),
    /** What `create` answered to the same request in the last day. @throws {InvalidInput} when the key was another request's */
    recall: (once: Once, now: Date): Promise<BulkOperation | undefined> => recall(read, once, now),
    /** Writes it down with the exact count of what it selects; jobs made later are not its own. */
    async create(request: BulkOperationRequest, now: Date, once?: Once): Promise<BulkOperation & { replayed: boolean }> {
      const { action, ids, filter, priority, delayMs, canary } = request
      const { matched } = await preview({ read, scan }, request)
      return write(tx => onlyOnce(tx, once, now, async () => {
        const newest = await tx.job.findFirst({ orderBy: { id: 'desc' }, select: { id: true } })
        return toOperation(await tx.bulkOperation.create({ data: {
          id: newId(),
          action,
          status: 'pending',
          ids: ids ? JSON.stringify([...new Set(ids)].sort().reverse()) : null,
          filter: filter ? JSON.stringify(filter) : null,
          ceiling: newest?.id ?? '',
          priority: priority ?? null,
          delayMs: delayMs ?? null,
          canary: canary ? JSON.stringify({ ...canary, ended: 0, succeeded: 0, passed: null }) : null,
          matched,
          createdAt: now,
        } }))
      }))
    },
    async list({ cursor, limit, status, undoable = false }: BulkOperationQuery, now: Date): Promise<Page<BulkOperation>> {
      const before = decodeCursor(cursor)
      const rows = await read.bulkOperation.findMany({ where: { ...(status && { status: { in: status } }), ...(undoable && { undoUntil: { gt: now }, NOT: { status: 'undoing' } }), ...(before && { id: { lt: before } }) }, orderBy: { id: 'desc' }, take: limit + 1 })
      return toPage(rows, limit, toOperation)
    },
    async results(id: string, query: BulkOperationResultQuery): Promise<Page<BulkOperationResult>> {
      await get(id)
      return readResults(read, id, query)
    },
    /** The jobs of an exported list as they were, newest first, a chunk at a time. */
    async* exported(id: string): AsyncGenerator<JobSummary> {
      for (let before: string | null = null; ;) {
        const rows: { jobId: string, kept: string | null }[] = await read.bulkOperationItem.findMany({ where: { operationId: id, outcome: 'done', ...(before !== null && { jobId: { lt: before } }) }, orderBy: { jobId: 'desc' }, take: 500, select: { jobId: true, kept: true } })
        for (const { kept } of rows) {
          if (kept !== null)
            yield JSON.parse(kept) as JobSummary
        }
        before = rows.at(-1)?.jobId ?? null
        if (before === null)
          return
      }
    },
    /** Ids of operations that are not at their end, oldest first. */
    async open(): Promise<string[]> {
      const rows = await read.bulkOperation.findMany({ where: { status: { in: [...openBulkStatuses] } }, orderBy: { id: 'asc' }, select: { id: true } })
      return rows.map(row => row.id)
    },
    /** The next batch of an operation, in one transaction. */
    async step(id: string, now: Date, batch: number): Promise<Stepped | null> {
      const row = await read.bulkOperation.findUnique({ where: { id } })
      if (!row)
        return null
      const ids = row.status === 'pending' || row.status === 'running' ? await nextIds({ read, scan }, row, roomOf(row, batch)) : []
      return write(tx => step(tx, row, ids, now, batch))
    },
    /** Ends an operation that cannot go on. */
    fail: (id: string, failure: Failure, now: Date): Promise<void> => write(async (tx) => {
      const row = await tx.bulkOperation.findUnique({ where: { id } })
      if (row && isOpen(row.status))
        await finish(tx, row, 'failed', now, JSON.stringify(failure))
    }),
    /** What it has done stays done. @throws {NotFound} @throws {Conflict} when it has ended */
    requestAbort: (id: string, now: Date): Promise<BulkOperation> => write(async (tx) => {
      const row = await tx.bulkOperation.findUnique({ where: { id } })
      if (!row)
        throw new NotFound('bulk-operation', id)
      if (!isOpen(row.status) || row.status === 'undoing')
        throw new Conflict(tell('operation-ended', { operation: BulkOperationStatus.parse(row.status) }))
      return toOperation(await change(tx, row, { abortRequestedAt: row.abortRequestedAt ?? now }))
    }),
    /** @throws {NotFound} @throws {Conflict} when it cannot be undone, or not any more */
    requestUndo: (id: string, now: Date): Promise<BulkOperation> => write(async (tx) => {
      const row = await tx.bulkOperation.findUnique({ where: { id } })
      if (!row)
        throw new NotFound('bulk-operation', id)
      if (isOpen(row.status))
        throw new Conflict(tell('operation-open', { operation: BulkOperationStatus.parse(row.status) }))
      if (row.undoUntil === null || row.undoUntil <= now)
        throw new Conflict(row.action === 'delete' ? tell('undo-late') : tell('undo-impossible', { action: BulkOperationAction.parse(row.action) }))
      return toOperation(await change(tx, row, { status: 'undoing' }))
    }),
    /** Forgets what an undo would need where its time is over, and operations from before `before` with their results. */
    forget: (now: Date, before: Date, limit: number): Promise<void> => write(async (tx) => {
      const expired = await tx.bulkOperation.findMany({ where: { undoUntil: { lte: now }, status: { not: 'undoing' } }, take: 1, orderBy: { undoUntil: 'asc' } })
      for (const row of expired) {
        const items = await tx.bulkOperationItem.findMany({ where: { operationId: row.id, outcome: 'done', kept: { not: null } }, take: limit, select: { jobId: true } })
        await tx.bulkOperationItem.updateMany({ where: { operationId: row.id, jobId: { in: items.map(item => item.jobId) } }, data: { kept: null } })
        if (items.length < limit)
          await change(tx, row, { undoUntil: null })
      }
      const old = await tx.bulkOperation.findMany({ where: { status: { notIn: [...openBulkStatuses] }, createdAt: { lt: before } }, take: 20, select: { id: true } })
      await tx.bulkOperation.deleteMany({ where: { id: { in: old.map(row => row.id) } } })
    }),
  }
}
export type BulkOperationStore = ReturnType<typeof createBulkOperationStore>
