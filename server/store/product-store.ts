import type { PageQuery } from '../contract/page.ts'
import type { Failure } from '../contract/problem.ts'
import type { ProductQuery } from '../contract/product-query.ts'
import type { Database, Tx } from './database.ts'
import type { FreshnessQuery } from './product/freshness.ts'
import type { ProductSelection } from './product/selection.ts'
import type { MatchingSelection } from './product/stream-matching.ts'
import type { PageTask } from './product/stream.ts'
import type { ProductWrite } from './product/write.ts'
import { countSelected, countsOf } from './product/count.ts'
import { foldMoved, foldRedirected } from './product/fold-moved.ts'
import { dateSpread, listNotModified, settledDate } from './product/freshness.ts'
import { getProduct, listChanges, listProducts } from './product/list.ts'
import { whereSelected } from './product/selection.ts'
import { countMatching, streamMatching } from './product/stream-matching.ts'
import { missingProducts, nextToRead, streamProducts } from './product/stream.ts'
import { upsertProducts } from './product/upsert.ts'
import { writeTold } from './told.ts'

type ExportSelection = ProductSelection & Partial<Pick<MatchingSelection, 'filter'>>

/** The catalogue. Verbs that take a `tx` are effects of a job and run in its fenced transaction. */
export function createProductStore({ read, scan, statements }: Pick<Database, 'read' | 'scan' | 'statements'>) {
  const reading = { read, scan }
  return {
    list: (query: ProductQuery) => listProducts(reading, query),
    get: (id: string) => getProduct(read, id),
    counts: (brandId?: string) => countsOf(read, brandId),
    changes: (id: string, query: PageQuery) => listChanges(read, id, query),
    /** All products of an export, and how many they will be. */
    stream: ({ filter, ...selection }: ExportSelection) => filter ? streamMatching(reading, { ...selection, filter }) : streamProducts(read, selection),
    expect: async ({ filter, ...selection }: ExportSelection) => filter ? countMatching(reading, { ...selection, filter }) : { value: await countSelected(read, selection), exact: true },
    nextToRead: (...args: Parameters<typeof nextToRead> extends [unknown, ...infer Rest] ? Rest : never) => nextToRead(read, ...args),
    count: (selection: ProductSelection) => countSelected(read, selection),
    /** Brands that the selected products belong to. */
    async brandIds(selection: ProductSelection): Promise<string[]> {
      const rows = await read.product.groupBy({ by: ['brandId'], where: whereSelected(selection) })
      return rows.map(row => row.brandId)
    },

    upsert: (tx: Tx, brandId: string, writes: ProductWrite[], context: { jobId: string, now: Date }) => upsertProducts(tx, statements, brandId, writes, context),
    /** The page could not be read: the reason is kept, and so are the last good values. A retry of the job tries it again. */
    async markFailed(tx: Tx, failures: { id: string, failure: Pick<Failure, 'code' | 'message' | 'told'> }[]): Promise<void> {
      for (const { id, failure: { code, message, told } } of failures)
        await tx.product.updateMany({ where: { id }, data: { status: 'failed', errorCode: code, errorMessage: message.slice(0, 500), errorTold: told ? writeTold(told) : null } })
    },
    /** The page is as it was: nothing but the time of reading changes; what was hidden stays so. */
    async markUnchanged(tx: Tx, pages: Pick<PageTask, 'id' | 'listedModified'>[], { jobId, now }: { jobId: string, now: Date }): Promise<void> {
      if (pages.length === 0)
        return
      await tx.product.updateMany({ where: { id: { in: pages.map(page => page.id) }, status: { notIn: ['hidden', 'read'] } }, data: { status: 'read' } })
      for (const [readModified, same] of Map.groupBy(pages, page => settledDate(page.listedModified, now)))
        await tx.product.updateMany({ where: { id: { in: same.map(page => page.id) } }, data: { errorCode: null, errorMessage: null, errorTold: null, readBy: jobId, readAt: now, lastSeenAt: now, readModified } })
    },
    dateSpread: (brandId: string) => dateSpread(read, brandId),
    notModified: (selection: ProductSelection, query: FreshnessQuery) => listNotModified(read, whereSelected(selection), query),
    /** What the run `jobId` has met before it was stopped. */
    met: (brandId: string, jobId: string): Promise<{ key: string, url: string }[]> => read.product.findMany({ where: { brandId, seenBy: jobId }, select: { key: true, url: true } }),
    /** A run that begins anew has met nothing. */
    async forgetMet(tx: Tx, brandId: string, jobId: string): Promise<void> {
      await tx.product.updateMany({ where: { brandId, seenBy: jobId }, data: { seenBy: null } })
    },
    /** Products that the run `jobId` has not met, though they were there before; at most `limit`, oldest first. */
    missing: (brandId: string, jobId: string, limit: number) => missingProducts(read, brandId, jobId, limit),
    async mark(tx: Tx, ids: string[], status: 'gone' | 'hidden'): Promise<void> {
      for (let start = 0; start < ids.length; start += 500)
        await tx.product.updateMany({ where: { id: { in: ids.slice(start, start + 500) } }, data: { status } })
    },
    foldMoved,
    foldRedirected,
    /** The brand's list shows how many products it has; counting is done when that changes, not when it is read. */
    async recount(tx: Tx, brandId: string): Promise<void> {
      const productCount = await tx.product.count({ where: { brandId, status: { not: 'gone' } } })
      await tx.brand.updateMany({ where: { id: brandId }, data: { productCount } })
    },
  }
}
export type ProductStore = ReturnType<typeof createProductStore>
