import type { Prisma, PrismaClient } from '../prisma/client.ts'

/** A date without a time stands for a day anywhere on Earth, and clocks differ: only what is older is settled. */
const settledMs = 48 * 3_600_000

/**
 * The date of a page's last change as one to rely on, when the page is read `now`; null when the page may change again
 * under the same date (a day's name, a minute ago, the future).
 */
export function settledDate(listedModified: string | null, now: Date): string | null {
  return listedModified !== null && Date.parse(listedModified) < now.getTime() - settledMs ? listedModified : null
}

/** What `due` and `notModified` are told: whose run it is, and how long ago a page may have been read at most. */
export interface FreshnessQuery { jobId: string, readSince: Date }

/** Pages that the shop says have not changed since they were read. The opposite of `whereDue`, pages of this job aside. */
function whereNotModified(read: PrismaClient, { jobId, readSince }: FreshnessQuery): Prisma.ProductWhereInput {
  return {
    status: 'read',
    heldPrice: null,
    contentHash: { not: null },
    readAt: { gte: readSince },
    readBy: { not: jobId },
    listedModified: { equals: read.product.fields.readModified },
  }
}

/** Pages to be read: every reason by itself, since a comparison with null is neither true nor false. */
export function whereDue(read: PrismaClient, readSince: Date): Prisma.ProductWhereInput {
  return { OR: [
    { status: { not: 'read' } },
    { heldPrice: { not: null } },
    { contentHash: null },
    { readAt: null },
    { readAt: { lt: readSince } },
    { listedModified: null },
    { readModified: null },
    { listedModified: { not: { equals: read.product.fields.readModified } } },
  ] }
}

export interface Dates {
  /** Products with a date. */
  dated: number
  /** Products that share the commonest date. */
  commonest: number
}

/** How the dates of a brand's products are spread: one date for all says when a file was written, not when a product changed. */
export async function dateSpread(read: PrismaClient, brandId: string): Promise<Dates> {
  const where = { brandId, status: { not: 'gone' }, listedModified: { not: null } }
  const [first] = await read.product.groupBy({ by: ['listedModified'], where, _count: { listedModified: true }, orderBy: { _count: { listedModified: 'desc' } }, take: 1 })
  return { dated: await read.product.count({ where }), commonest: first?._count.listedModified ?? 0 }
}

/** Ids of the selected products whose pages need not be read, by the shop's dates; in their order. */
export async function listNotModified(read: PrismaClient, selected: Prisma.ProductWhereInput, query: FreshnessQuery): Promise<string[]> {
  const rows = await read.product.findMany({ where: { AND: [selected, whereNotModified(read, query)] }, select: { id: true }, orderBy: { id: 'asc' } })
  return rows.map(row => row.id)
}
