import type { BulkOperation as Row } from '../prisma/client.ts'
import { z } from 'zod'
import { BulkOperationAction, BulkOperationStatus, BulkOperation as Schema } from '../../contract/bulk-operation.ts'
import { Failure } from '../../contract/problem.ts'
import { readJson } from '../json.ts'

export const openBulkStatuses = ['pending', 'running', 'checking', 'undoing'] as const satisfies readonly BulkOperationStatus[]

const Named = z.array(z.string())
const CanaryState = Schema.shape.canary

export type CanaryState = NonNullable<z.infer<typeof CanaryState>>

/** Ids that were named, largest first; null when a filter selects. */
export const namedIds = ({ ids }: Pick<Row, 'ids'>): string[] | null => readJson(Named, ids, null)
export const canaryOf = ({ canary }: Pick<Row, 'canary'>): CanaryState | null => readJson(CanaryState, canary, null)

export function toOperation(row: Row): z.infer<typeof Schema> {
  const time = (at: Date | null) => at?.toISOString() ?? null
  return {
    id: row.id,
    action: BulkOperationAction.parse(row.action),
    status: BulkOperationStatus.parse(row.status),
    named: namedIds(row)?.length ?? null,
    filter: readJson(Schema.shape.filter, row.filter, null),
    priority: row.priority,
    delayMs: row.delayMs,
    canary: canaryOf(row),
    matched: row.matched,
    processed: row.processed,
    done: row.done,
    skipped: row.skipped,
    failed: row.failed,
    undone: row.undone,
    undoUntil: time(row.undoUntil),
    error: readJson(Failure, row.error, null),
    abortRequestedAt: time(row.abortRequestedAt),
    createdAt: row.createdAt.toISOString(),
    startedAt: time(row.startedAt),
    finishedAt: time(row.finishedAt),
    version: row.version,
  }
}
