import type { Brand, BrandCreate, BrandQuery, BrandUpdate, LastRun } from '../contract/brand.ts'
import type { Page } from '../contract/page.ts'
import type { Database, Tx } from './database.ts'
import type { PrismaClient, Brand as Row } from './prisma/client.ts'
import { BrandSettings } from '../contract/brand.ts'
import { JobStatus, openStatuses } from '../contract/job-status.ts'
import { Recipe } from '../contract/recipe.ts'
import { Conflict, NotFound } from '../errors.ts'
import { decodeCursor, toPage } from './cursor.ts'
import { newId } from './id.ts'
import { readJson } from './json.ts'

/** Brands and how their shops are to be read. */
export function createBrandStore({ read, write }: Pick<Database, 'read' | 'write'>) {
  async function get(id: string): Promise<Brand> {
    const row = await read.brand.findUnique({ where: { id } })
    if (!row)
      throw new NotFound('brand', id)
    const runs = await lastRuns(read, [id])
    return toBrand(row, runs.get(id) ?? null)
  }

  return {
    get,
    /** Newest first. */
    async list(query: BrandQuery): Promise<Page<Brand>> {
      const before = decodeCursor(query.cursor)
      const rows = await read.brand.findMany({
        where: {
          ...(before && { id: { lt: before } }),
          ...(query.search && { OR: [{ name: { contains: query.search } }, { url: { contains: query.search } }] }),
        },
        orderBy: { id: 'desc' },
        take: query.limit + 1,
      })
      const runs = await lastRuns(read, rows.map(row => row.id))
      return toPage(rows, query.limit, row => toBrand(row, runs.get(row.id) ?? null))
    },
    count: () => read.brand.count(),
    /** @throws {Conflict} when there is a brand with this address */
    async create({ url, name, recipe, settings }: BrandCreate & { name: string }, now: Date): Promise<Brand> {
      const id = newId()
      await write(async (tx) => {
        await assertFree(tx, url, id)
        await tx.brand.create({ data: { id, name, url, recipe: recipe ? JSON.stringify(recipe) : null, settings: JSON.stringify(settings ?? {}), createdAt: now, updatedAt: now } })
      })
      return get(id)
    },
    /** @throws {NotFound} @throws {Conflict} */
    async update(id: string, { url, name, recipe, settings }: BrandUpdate, now: Date): Promise<Brand> {
      await write(async (tx) => {
        if (url !== undefined)
          await assertFree(tx, url, id)
        const { count } = await tx.brand.updateMany({
          where: { id },
          data: {
            updatedAt: now,
            ...(url !== undefined && { url }),
            ...(name !== undefined && { name }),
            ...(recipe !== undefined && { recipe: recipe ? JSON.stringify(recipe) : null }),
            ...(settings !== undefined && { settings: JSON.stringify(settings) }),
          },
        })
        if (count === 0)
          throw new NotFound('brand', id)
      })
      return get(id)
    },
    /** With its products; its finished jobs stay without it. @throws {NotFound} @throws {Conflict} while a job of it is open */
    remove: (id: string): Promise<void> => write(async (tx) => {
      if (await tx.job.count({ where: { brandId: id, status: { in: [...openStatuses] } } }) > 0)
        throw new Conflict('A job of this brand is still open; cancel it first.')
      const { count } = await tx.brand.deleteMany({ where: { id } })
      if (count === 0)
        throw new NotFound('brand', id)
    }),
  }
}
export type BrandStore = ReturnType<typeof createBrandStore>

async function assertFree(tx: Tx, url: string, id: string): Promise<void> {
  const other = await tx.brand.findUnique({ where: { url } })
  if (other && other.id !== id)
    throw new Conflict(`The brand ${JSON.stringify(other.name)} has this address already.`)
}

function toBrand(row: Row, lastRun: LastRun | null): Brand {
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    recipe: readJson(Recipe.nullable(), row.recipe, null),
    settings: readJson(BrandSettings, row.settings, {}),
    productCount: row.productCount,
    lastRun,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

/** The newest scrape job of each brand; each look-up is one step in the index. */
async function lastRuns(read: PrismaClient, brandIds: string[]): Promise<Map<string, LastRun>> {
  const rows = await Promise.all(brandIds.map(brandId => read.job.findFirst({ where: { brandId, type: { in: ['scrape-brand', 'scrape-product-details'] } }, orderBy: { id: 'desc' } })))
  return new Map(rows.filter(row => row !== null).map(row => [row.brandId!, {
    jobId: row.id,
    type: row.type,
    status: JobStatus.parse(row.status),
    progress: row.progress,
    createdAt: row.createdAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
  }]))
}
