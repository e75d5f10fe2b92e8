import type { Tx } from '../database.ts'
import type { Product } from '../prisma/client.ts'
import type { Statements } from '../statements.ts'
import type { PageMemory, ProductChangeSet, ProductWrite } from './write.ts'
import { setImmediate } from 'node:timers/promises'
import { addressOf } from '../../contract/identity.ts'
import { HeldPrice } from '../../contract/product.ts'
import { newId } from '../id.ts'
import { readJson } from '../json.ts'
import { Prisma } from '../prisma/client.ts'
import { timeText } from '../statements.ts'
import { emptyDraft, toColumns, toDraft } from './columns.ts'
import { settledDate } from './freshness.ts'
import { holdPrice } from './hold-price.ts'
import { changesBetween, isSameDraft, markOf, mergeDraft } from './merge.ts'

/** A row as the connection gives and takes it: times are text, amounts are numbers. */
type Row = { [Column in keyof Product]: Plain<Product[Column]> }
type Plain<Value> = Value extends Date ? string : Value extends bigint ? number : Value

/** What identifies a row stays as it was inserted. */
const fixed: ReadonlySet<string> = new Set(['id', 'brandId', 'key', 'firstSeenAt'] satisfies (keyof Row)[])
/** What every meeting and reading writes anew. All else changes seldom, and has indexes and triggers that cost even where nothing changes. */
const ofRun: ReadonlySet<string> = new Set(['evidence', 'errorCode', 'errorMessage', 'errorTold', 'etag', 'lastModified', 'contentHash', 'listedUrl', 'listedModified', 'listedHash', 'readModified', 'seenBy', 'readBy', 'lastSeenAt', 'readAt', 'heldPrice'] satisfies (keyof Row)[])
const columns = Object.keys(Prisma.ProductScalarFieldEnum) as (keyof Row)[]
const written = { always: columns.filter(column => ofRun.has(column)), whenChanged: columns.filter(column => !fixed.has(column)) }

const selectSql = 'SELECT * FROM "Product" WHERE "brandId" = ? AND "key" = ?'
const insertSql = `INSERT INTO "Product" (${columns.map(column => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
const updateSql = (some: readonly string[]) => `UPDATE "Product" SET ${some.map(column => `"${column}" = ?`).join(', ')} WHERE "id" = ?`
const sql = { always: updateSql(written.always), whenChanged: updateSql(written.whenChanged) }

/** Rows after which the process turns to what else it has to do: some 10 milliseconds. */
const atOnce = 50

/**
 * Writes what was met or read of a brand's products, by their keys: a product met twice is one row. Followed fields
 * that changed leave a line in ProductChange. Row by row through prepared statements: a scrape writes a thousand a second.
 * @param tx proof of being inside `write`, whose transaction `statements` become a part of
 * @returns how many products were added, changed and left as they were
 */
export async function upsertProducts(tx: Tx, statements: Statements, brandId: string, writes: ProductWrite[], context: { jobId: string, now: Date }): Promise<ProductChangeSet> {
  const byKey = new Map(writes.map(write => [write.key, write]))
  const total: ProductChangeSet = { added: 0, changed: 0, unchanged: 0, moved: 0, followed: 0 }
  const select = statements(selectSql)
  const changes = []
  let rows = 0
  for (const write of byKey.values()) {
    if (rows++ % atOnce === atOnce - 1)
      await setImmediate()
    const before = select.get(brandId, write.key) as Row | undefined ?? null
    const planned = plan(brandId, write, before, context)
    store(statements, planned.row, before)
    changes.push(...planned.changes)
    total[planned.outcome]++
    total.moved += planned.isMoved ? 1 : 0
    total.followed += planned.isFollowed ? 1 : 0
  }
  if (changes.length > 0)
    await tx.productChange.createMany({ data: changes })
  return total
}

function plan(brandId: string, write: ProductWrite, before: Row | null, { jobId, now }: { jobId: string, now: Date }) {
  const old = before ? toDraft(before) : emptyDraft
  // Lists and pages seldom agree in all: what a list says again has been overruled by the page, and is no news.
  const listedHash = write.met ? markOf(write.draft) : before?.listedHash ?? null
  const hasNews = write.read || before?.listedHash !== listedHash || before.heldPrice !== null
  const { draft: merged, held } = holdPrice(old, mergeDraft(old, hasNews ? write.draft : {}), readJson(HeldPrice, before?.heldPrice ?? null, null), { jobId, now, seenIn: write.met ? 'list' : 'page' })
  const { priceMinor, listPriceMinor } = merged
  const time = timeText(now)
  const changes = before ? changesBetween(old, merged) : []
  const isMoved = write.met && before?.listedUrl != null && addressOf(before.listedUrl) !== addressOf(write.url)
  const isFollowed = changes.length > 0 || (held !== null && before?.heldPrice == null)
  if (isMoved)
    changes.push({ field: 'url', before: before.listedUrl, after: write.url })
  const changed = before !== null && (isMoved || !isSameDraft(old, merged))
  const id = before?.id ?? newId()
  const memory: PageMemory = write.memory ?? { etag: before?.etag ?? null, lastModified: before?.lastModified ?? null, contentHash: before?.contentHash ?? null }
  const row = {
    id,
    brandId,
    key: write.key,
    url: write.url,
    status: write.read ? statusOfRead(before) : statusOfMet(before),
    ...toColumns(merged),
    priceMinor,
    listPriceMinor,
    evidence: write.evidence ?? before?.evidence ?? '{}',
    errorCode: write.read ? null : before?.errorCode ?? null,
    errorMessage: write.read ? null : before?.errorMessage ?? null,
    errorTold: write.read ? null : before?.errorTold ?? null,
    ...memory,
    listedUrl: write.met ? write.url : before?.listedUrl ?? null,
    listedModified: write.met ? write.listedModified ?? null : before?.listedModified ?? null,
    listedHash,
    readModified: write.read ? settledDate(write.listedModified ?? null, now) : before?.readModified ?? null,
    seenBy: write.met ? jobId : before?.seenBy ?? null,
    readBy: write.read ? jobId : before?.readBy ?? null,
    firstSeenAt: before?.firstSeenAt ?? time,
    lastSeenAt: time,
    readAt: write.read ? time : before?.readAt ?? null,
    changedAt: changed ? time : before?.changedAt ?? null,
    heldPrice: held === null ? null : JSON.stringify(held),
  } satisfies Row
  return {
    row,
    changes: changes.map(change => ({ id: newId(), productId: id, at: now, jobId, ...change })),
    isMoved,
    isFollowed,
    outcome: before === null ? 'added' as const : changed ? 'changed' as const : 'unchanged' as const,
  }
}

/** Reading the page of a product that the shop does not list does not list it. */
function statusOfRead(before: Row | null): string {
  return before?.status === 'hidden' ? 'hidden' : 'read'
}

/** A product that was gone and is met again is back; one that could not be read stays so until it is read. */
function statusOfMet(before: Row | null): string {
  if (before === null)
    return 'found'
  return before.status === 'gone' || before.status === 'hidden' ? (before.readAt ? 'read' : 'found') : before.status
}

/** `before` was read in the same transaction: nobody else has written the row since. */
function store(statements: Statements, row: Row, before: Row | null): void {
  if (before === null)
    return void statements(insertSql).run(columns.map(column => row[column]))
  const kind = written.whenChanged.every(column => ofRun.has(column) || row[column] === before[column]) ? 'always' : 'whenChanged'
  statements(sql[kind]).run([...written[kind].map(column => row[column]), row.id])
}
