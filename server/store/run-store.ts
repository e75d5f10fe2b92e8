import type { RunDiffItem, RunDiffQuery, RunEnd } from '../contract/ledger.ts'
import type { Page } from '../contract/page.ts'
import type { Reading } from './database.ts'
import type { Condition } from './listing/source.ts'
import { z } from 'zod'
import { JobStatus } from '../contract/job-status.ts'
import { ProductStatus } from '../contract/product.ts'
import { readJson } from './json.ts'
import { pageOfKeys } from './listing/page.ts'

const Kept = z.record(z.string(), z.unknown())
const scrapes = ['scrape-brand', 'scrape-product-details']
/** Runs looked at for one to compare with. */
const mostRuns = 20

export interface RunPart { status: JobStatus, asked: number, kept: Record<string, unknown> }
export interface DiffRequest extends Pick<RunDiffQuery, 'kind' | 'cursor' | 'limit'> { brandId: string, from: RunEnd, to: RunEnd }

/** What is known of scrapes after the fact. Reads only. */
export function createRunStore({ read, scan }: Reading) {
  return {
    /** The jobs that a job was split into, each with its result, or what it has saved; without the lists, which may be long. */
    async parts(id: string): Promise<RunPart[]> {
      const rows = await read.$queryRawUnsafe<{ status: string, asked: number | bigint | null, checkpoint: string | null, result: string | null }[]>(
        `SELECT "status", json_array_length("data", '$.productIds') AS "asked", json_remove("checkpoint", '$.failures') AS "checkpoint", json_remove("result", '$.failures') AS "result"
         FROM "Job" WHERE "parentId" = ? AND "id" > ? ORDER BY "id"`,
        id,
        id,
      )
      return rows.map(row => ({ status: JobStatus.parse(row.status), asked: Number(row.asked ?? 0), kept: { ...readJson(Kept, row.checkpoint, {}), ...readJson(Kept, row.result, {}) } }))
    },
    /** Products that the run has met, and none after it. */
    countMet: (brandId: string | null, jobId: string): Promise<number> => brandId === null ? Promise.resolve(0) : read.product.count({ where: { brandId, seenBy: jobId } }),
    /** Runs that read a whole brand and were completed, made before `jobId`, the newest first; no parts of others. */
    async completedBefore(brandId: string, jobId: string): Promise<{ id: string, completedAt: string, result: Record<string, unknown> | null }[]> {
      const rows = await read.job.findMany({
        where: {
          brandId,
          status: 'completed',
          id: { lt: jobId },
          type: 'scrape-product-details',
          data: { not: { contains: '"productIds"' } },
          // Parts are made after the job they are of; jobs of a flow before the one that waits for them.
          OR: [{ parentId: null }, { parentId: { gt: read.job.fields.id } }],
        },
        orderBy: { id: 'desc' },
        take: mostRuns,
        select: { id: true, completedAt: true, result: true },
      })
      return rows.flatMap(row => row.completedAt === null ? [] : [{ id: row.id, completedAt: row.completedAt.toISOString(), result: readJson(Kept, row.result, null) }])
    },
    /** A scrape of the brand; null when there is none such. */
    async find(brandId: string, id: string): Promise<{ startedAt: string | null, completedAt: string | null } | null> {
      const row = await read.job.findFirst({ where: { id, brandId, type: { in: scrapes } }, select: { startedAt: true, completedAt: true } })
      return row && { startedAt: row.startedAt?.toISOString() ?? null, completedAt: row.completedAt?.toISOString() ?? null }
    },
    diff: (request: DiffRequest): Promise<Page<RunDiffItem>> => diff({ read, scan }, request),
  }
}
export type RunStore = ReturnType<typeof createRunStore>

/** Which of a brand's products are told of, looked at in the order of their ids. */
function conditions({ kind, brandId, from, to }: DiffRequest): { driving: Condition[], residual: Condition[] } {
  const start = new Date(from.completedAt)
  const end = new Date(to.completedAt)
  const ofBrand = { sql: 'r."brandId" = ?', params: [brandId] }
  if (kind === 'new')
    return { driving: [ofBrand], residual: [{ sql: 'r."firstSeenAt" > ? AND r."firstSeenAt" <= ?', params: [start, end] }] }
  if (kind === 'gone')
    return { driving: [ofBrand, { sql: 'r."status" = \'gone\'', params: [] }], residual: [{ sql: 'r."lastSeenAt" >= ? AND r."lastSeenAt" < ?', params: [new Date(from.startedAt), new Date(to.startedAt)] }] }
  return {
    driving: [ofBrand],
    residual: [
      { sql: 'r."changedAt" > ? AND r."firstSeenAt" <= ?', params: [start, start] },
      { sql: 'EXISTS (SELECT 1 FROM "ProductChange" c WHERE c."productId" = r."id" AND c."at" > ? AND c."at" <= ?)', params: [start, end] },
    ],
  }
}

async function diff({ read, scan }: Reading, request: DiffRequest): Promise<Page<RunDiffItem>> {
  const { kind, cursor, limit, from, to } = request
  const { driving, residual } = conditions(request)
  const between = { gt: new Date(from.completedAt), lte: new Date(to.completedAt) }
  const { items, nextCursor } = await pageOfKeys({ scan }, { source: { from: 'FROM "Product" r', key: null, driving }, residual, descending: true, cursor, limit, count: () => Promise.resolve({ value: 0, exact: false }) }, async (ids) => {
    const rows = await read.product.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, url: true, status: true, priceMinor: true, currency: true } })
    const changes = kind === 'changed' ? await read.productChange.findMany({ where: { productId: { in: ids }, at: between }, orderBy: { id: 'asc' } }) : []
    const byProduct = Map.groupBy(changes, change => change.productId)
    return rows
      .map((row): RunDiffItem => ({ ...row, status: ProductStatus.parse(row.status), priceMinor: row.priceMinor === null ? null : Number(row.priceMinor), fields: netChanges(byProduct.get(row.id) ?? []) }))
      .filter(item => kind !== 'changed' || item.fields.length > 0)
  })
  return { items, nextCursor }
}

/** Each field as it was first and as it is last; one that went back to what it was has not changed. */
function netChanges(changes: { field: string, before: string | null, after: string | null }[]): RunDiffItem['fields'] {
  return [...Map.groupBy(changes, change => change.field)]
    .map(([field, steps]) => ({ field, before: steps[0]!.before, after: steps.at(-1)!.after }))
    .filter(change => change.before !== change.after)
}
