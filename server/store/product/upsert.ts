import type { Tx } from '../database.ts'
import type { Product as Row } from '../prisma/client.ts'
import type { PageMemory, ProductChangeSet, ProductWrite } from './write.ts'
import { HeldPrice } from '../../contract/product.ts'
import { newId } from '../id.ts'
import { readJson } from '../json.ts'
import { emptyDraft, toColumns, toDraft } from './columns.ts'
import { holdPrice } from './hold-price.ts'
import { changesBetween, mergeDraft } from './merge.ts'

/** Rows of one statement: SQLite allows 32,766 parameters, PostgreSQL 65,535. */
const chunkSize = 200

/**
 * Writes what was met or read of a brand's products, by their keys: a product met twice is one row. Followed fields
 * that changed leave a line in ProductChange.
 * @returns how many products were added, changed and left as they were
 */
export async function upsertProducts(tx: Tx, brandId: string, writes: ProductWrite[], context: { jobId: string, now: Date }): Promise<ProductChangeSet> {
  const byKey = new Map(writes.map(write => [write.key, write]))
  const total: ProductChangeSet = { added: 0, changed: 0, unchanged: 0 }
  const keys = [...byKey.keys()]
  for (let start = 0; start < keys.length; start += chunkSize) {
    const chunk = keys.slice(start, start + chunkSize).map(key => byKey.get(key)!)
    const before = await tx.product.findMany({ where: { brandId, key: { in: chunk.map(write => write.key) } } })
    const rowOf = new Map(before.map(row => [row.key, row]))
    const planned = chunk.map(write => plan(brandId, write, rowOf.get(write.key) ?? null, context))
    await insertOrUpdate(tx, planned.map(each => each.row))
    const changes = planned.flatMap(each => each.changes)
    if (changes.length > 0)
      await tx.productChange.createMany({ data: changes })
    for (const { outcome } of planned)
      total[outcome]++
  }
  return total
}

function plan(brandId: string, write: ProductWrite, before: Row | null, { jobId, now }: { jobId: string, now: Date }) {
  const old = before ? toDraft(before) : emptyDraft
  const { draft: merged, held } = holdPrice(old, mergeDraft(old, write.draft), readJson(HeldPrice.nullable(), before?.heldPrice ?? null, null), { jobId, now })
  const columns = toColumns(merged)
  const changes = before ? changesBetween(old, merged) : []
  const changed = before !== null && JSON.stringify(old) !== JSON.stringify(merged)
  const id = before?.id ?? newId()
  const memory: PageMemory = write.memory ?? { etag: before?.etag ?? null, lastModified: before?.lastModified ?? null, contentHash: before?.contentHash ?? null }
  const row = {
    id,
    brandId,
    key: write.key,
    url: write.url,
    status: write.read ? 'read' : statusOfMet(before),
    ...columns,
    evidence: write.evidence ? JSON.stringify(write.evidence) : before?.evidence ?? '{}',
    errorCode: write.read ? null : before?.errorCode ?? null,
    errorMessage: write.read ? null : before?.errorMessage ?? null,
    ...memory,
    seenBy: write.met ? jobId : before?.seenBy ?? null,
    readBy: write.read ? jobId : before?.readBy ?? null,
    firstSeenAt: before?.firstSeenAt ?? now,
    lastSeenAt: now,
    readAt: write.read ? now : before?.readAt ?? null,
    changedAt: changed ? now : before?.changedAt ?? null,
    heldPrice: held === null ? null : JSON.stringify(held),
  } satisfies Row
  return {
    row,
    changes: changes.map(change => ({ id: newId(), productId: id, at: now, jobId, ...change })),
    outcome: before === null ? 'added' as const : changed ? 'changed' as const : 'unchanged' as const,
  }
}

/** A product that was gone and is met again is back; one that could not be read stays so until it is read. */
function statusOfMet(before: Row | null): string {
  if (before === null)
    return 'found'
  return before.status === 'gone' || before.status === 'hidden' ? (before.readAt ? 'read' : 'found') : before.status
}

async function insertOrUpdate(tx: Tx, rows: Row[]): Promise<void> {
  const first = rows[0]
  if (!first)
    return
  const columns = Object.keys(first) as (keyof Row)[]
  const fixed = new Set<keyof Row>(['id', 'brandId', 'key', 'firstSeenAt'])
  const sql = `INSERT INTO "Product" (${columns.map(column => `"${column}"`).join(', ')})
    VALUES ${rows.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ')}
    ON CONFLICT ("brandId", "key") DO UPDATE SET ${columns.filter(column => !fixed.has(column)).map(column => `"${column}" = excluded."${column}"`).join(', ')}`
  await tx.$executeRawUnsafe(sql, ...rows.flatMap(row => columns.map(column => row[column])))
}
