import type { LedgerThing } from '../contract/job-detail.ts'
import type { Job } from '../contract/job.ts'
import type { Page } from '../contract/page.ts'
import type { Reading } from './database.ts'
import type { Condition } from './listing/source.ts'
import { ErrorCode } from '../contract/problem.ts'
import { ProductStatus } from '../contract/product.ts'
import { pageOfKeys } from './listing/page.ts'
import { readTold } from './told.ts'

/**
 * Which of a run's products: those it has `met` or `read`, those it could not read (`failed`), those it has not got
 * done (`left`), also of failed parts alone, those named more than once (`repeated`), or `all` that it was asked for.
 */
export type ThingKind = 'met' | 'read' | 'failed' | 'left' | 'left-by-failed-parts' | 'repeated' | 'all'

export interface ThingRequest {
  job: Pick<Job, 'id' | 'brandId' | 'data'>
  kinds: ThingKind[]
  /** Only products of parts in these statuses. */
  partStatuses?: Job['status'][]
  cursor?: string
  limit: number
}

/** Runs whose reading counts: the job's own, and those of its parts, which are made after it. */
const ofRun = '(SELECT "id" FROM "Job" WHERE "id" = ? UNION ALL SELECT "id" FROM "Job" WHERE "parentId" = ? AND "id" > ?)'

const isRead = (id: string): Condition => ({ sql: `r."readBy" IN ${ofRun}`, params: [id, id, id] })
const isNotRead = (id: string): Condition => ({ sql: `(r."readBy" IS NULL OR r."readBy" NOT IN ${ofRun})`, params: [id, id, id] })

const conditions: Record<ThingKind, (id: string) => Condition> = {
  'all': () => ({ sql: '1', params: [] }),
  'met': id => ({ sql: 'r."seenBy" = ?', params: [id] }),
  'read': isRead,
  'failed': id => allOf(isNotRead(id), { sql: `r."status" = 'failed'`, params: [] }),
  'left': id => allOf(isNotRead(id), { sql: `r."status" <> 'failed'`, params: [] }),
  'left-by-failed-parts': id => allOf(isNotRead(id), { sql: `r."id" IN (SELECT e."value" FROM "Job" j, json_each(j."data", '$.productIds') e WHERE j."parentId" = ? AND j."id" > ? AND j."status" = 'failed')`, params: [id, id] }),
  'repeated': id => ({ sql: `r."id" IN (SELECT e."value" FROM "Job" j, json_each(j."data", '$.productIds') e WHERE j."id" = ? GROUP BY e."value" HAVING COUNT(*) > 1)`, params: [id] }),
}

/** Names what the numbers of a ledger count, as far as the catalogue still knows. Reads only. */
export function createLedgerThingStore({ read, scan }: Reading) {
  return {
    async products(request: ThingRequest): Promise<Page<LedgerThing>> {
      const { cursor, limit } = request
      const source = { from: 'FROM "Product" r', key: null, driving: asked(request) }
      const residual = request.kinds.includes('all') ? [] : [either(request.kinds.map(kind => conditions[kind](request.job.id)))]
      const { items, nextCursor } = await pageOfKeys({ scan }, { source, residual, descending: false, cursor, limit, count: () => Promise.resolve({ value: 0, exact: false }) }, async (ids) => {
        const rows = await read.product.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, url: true, status: true, errorCode: true, errorMessage: true, errorTold: true } })
        return rows.map(({ id, name, url, status, errorCode, errorMessage, errorTold }): LedgerThing => ({ id, productId: id, name, url, status: ProductStatus.parse(status), code: ErrorCode.safeParse(errorCode).data ?? null, message: errorMessage, told: readTold(errorTold) }))
      })
      return { items, nextCursor }
    },
    /** How many parts a run has, and whether any. */
    hasParts: async (id: string): Promise<boolean> => await read.job.count({ where: { parentId: id, id: { gt: id } }, take: 1 }) > 0,
  }
}
export type LedgerThingStore = ReturnType<typeof createLedgerThingStore>

/** The products that a run was asked for; those of some of its parts. */
function asked({ job: { id, brandId, data }, partStatuses }: ThingRequest): Condition[] {
  if (partStatuses !== undefined)
    return [{ sql: `r."id" IN (SELECT e."value" FROM "Job" j, json_each(j."data", '$.productIds') e WHERE j."parentId" = ? AND j."id" > ? AND j."status" IN (${partStatuses.map(() => '?').join(', ')}))`, params: [id, id, ...partStatuses] }]
  if (Array.isArray(data.productIds))
    return [{ sql: `r."id" IN (SELECT e."value" FROM "Job" j, json_each(j."data", '$.productIds') e WHERE j."id" = ?)`, params: [id] }]
  return brandId === null ? [] : [{ sql: 'r."brandId" = ?', params: [brandId] }]
}

function allOf(...parts: Condition[]): Condition {
  return { sql: parts.map(part => `(${part.sql})`).join(' AND '), params: parts.flatMap(part => part.params) }
}

function either(parts: Condition[]): Condition {
  return { sql: `(${parts.map(part => `(${part.sql})`).join(' OR ')})`, params: parts.flatMap(part => part.params) }
}
