import type { BrandFacts } from '../contract/brand-facts.ts'
import type { Database } from './database.ts'
import type { PrismaClient } from './prisma/client.ts'
import { z } from 'zod'
import { readJson } from './json.ts'
import { readTold } from './told.ts'

const Counts = z.record(z.string(), z.number())

/** Products looked at for a shop's currency. */
const sampled = 20

/** What the last completed runs of a brand tell of its shop; each look-up is a few steps in an index. */
export function createBrandFactsStore({ read }: Pick<Database, 'read'>) {
  return {
    async known(brandIds: string[]): Promise<Set<string>> {
      return new Set((await read.brand.findMany({ where: { id: { in: brandIds } }, select: { id: true } })).map(({ id }) => id))
    },
    shop: (brandId: string) => shopOf(read, brandId),
    coverage: (brandId: string) => coverageOf(read, brandId),
  }
}
export type BrandFactsStore = ReturnType<typeof createBrandFactsStore>

async function shopOf(read: PrismaClient, brandId: string): Promise<BrandFacts['shop']> {
  // The result may hold long lists of failures: only what is shown is taken out of it.
  const rows = await read.$queryRawUnsafe<{ strategy: string | null, robots: string | null, robotsTold: string | null, complete: number | bigint | null, completedAt: string | Date }[]>(
    `SELECT json_extract("result", '$.strategy') AS "strategy", json_extract("result", '$.fetch.robots') AS "robots", json_extract("result", '$.fetch.robotsTold') AS "robotsTold", json_extract("result", '$.complete') AS "complete", "completedAt"
     FROM "Job" WHERE "brandId" = ? AND "status" = 'completed' AND "type" = 'scrape-brand' ORDER BY "id" DESC LIMIT 1`,
    brandId,
  )
  const [row] = rows
  if (!row)
    return null
  const prices = await read.product.findMany({ where: { brandId, currency: { not: null } }, orderBy: { id: 'desc' }, take: sampled, select: { currency: true } })
  return { strategy: row.strategy, robots: row.robots, robotsTold: readTold(row.robotsTold), complete: Boolean(Number(row.complete ?? 0)), currency: mostFrequent(prices.map(({ currency }) => currency!)), at: new Date(row.completedAt).toISOString() }
}

/** Of a whole run: parts of a split one are made after it, jobs of a flow before the one that waits for them. */
async function coverageOf(read: PrismaClient, brandId: string): Promise<BrandFacts['coverage']> {
  const rows = await read.$queryRawUnsafe<{ id: string, pages: number | bigint, coverage: string | null, completedAt: string | Date }[]>(
    `SELECT "id", json_extract("result", '$.read') AS "pages", json_extract("result", '$.coverage') AS "coverage", "completedAt"
     FROM "Job" WHERE "brandId" = ? AND "status" = 'completed' AND "type" = 'scrape-product-details'
       AND ("parentId" IS NULL OR "parentId" > "id") AND json_extract("result", '$.read') > 0 ORDER BY "id" DESC LIMIT 1`,
    brandId,
  )
  const [row] = rows
  const pages = Number(row?.pages ?? 0)
  if (!row || pages === 0)
    return null
  const fields = Object.entries(readJson(Counts, row.coverage, {})).map(([field, n]) => ({ field, share: Math.min(1, n / pages) })).sort((a, b) => a.share - b.share)
  return { jobId: row.id, at: new Date(row.completedAt).toISOString(), pages, fields }
}

function mostFrequent(values: string[]): string | null {
  const counts = Map.groupBy(values, value => value)
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null
}
