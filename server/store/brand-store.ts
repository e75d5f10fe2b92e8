import type { Brand, BrandCreate, BrandName, BrandQuery, BrandUpdate, LastRun, RevealedSettings } from '../contract/brand.ts'
import type { Page } from '../contract/page.ts'
import type { SecretBox } from './brand/secret-box.ts'
import type { Concealed } from './brand/settings.ts'
import type { Database, Tx } from './database.ts'
import type { PrismaClient, Brand as Row } from './prisma/client.ts'
import { BrandSettings } from '../contract/brand.ts'
import { JobStatus, openStatuses } from '../contract/job-status.ts'
import { Recipe } from '../contract/recipe.ts'
import { isSameShop } from '../contract/shop-access.ts'
import { tell } from '../contract/told.ts'
import { Conflict, NotFound } from '../errors.ts'
import { BrandSecrets, concealSettings, hasPlainSecrets, keepsSecrets, revealSettings } from './brand/settings.ts'
import { decodeCursor, toPage } from './cursor.ts'
import { newId } from './id.ts'
import { readJson } from './json.ts'

/** A brand's shop with everything that is needed to enter it. */
export interface BrandShop {
  url: string
  recipe: Recipe | null
  settings: RevealedSettings
}

/** Brands and how their shops are to be read. Secrets are sealed with `box`, and leave by `shop` alone. */
export function createBrandStore({ read, write }: Pick<Database, 'read' | 'write'>, box: SecretBox) {
  async function get(id: string): Promise<Brand> {
    const row = await rowOf(read, id)
    const runs = await lastRuns(read, [id])
    return toBrand(row, runs.get(id) ?? null)
  }

  function secretsOf({ id, secrets }: Pick<Row, 'id' | 'secrets'>): BrandSecrets {
    return secrets === null ? {} : readJson(BrandSecrets, box.open(secrets, contextOf(id)), {})
  }

  function columns(id: string, { settings, secrets }: Concealed): { settings: string, secrets: string | null } {
    return { settings: JSON.stringify(settings), secrets: secrets && box.seal(JSON.stringify(secrets), contextOf(id)) }
  }

  /** The columns of settings after a change; what belongs to the shop's old address is not kept for a new one. */
  function changed(row: Row, { url, settings }: BrandUpdate): { settings?: string, secrets?: string | null } {
    const isSame = url === undefined || isSameShop(new URL(row.url), new URL(url))
    if (settings === undefined && (isSame || row.secrets === null))
      return {}
    const stored = readJson(BrandSettings, row.settings, {})
    const next = settings ?? stored
    const secrets = keepsSecrets(next) ? secretsOf(row) : {}
    return columns(row.id, concealSettings(next, { settings: stored, secrets: isSame ? secrets : { proxy: secrets.proxy } }))
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
    names: (): Promise<BrandName[]> => read.brand.findMany({ select: { id: true, name: true, url: true } }),
    /** @throws {NotFound} @throws {AppError} `secrets-unreadable` */
    async shop(id: string): Promise<BrandShop> {
      const row = await rowOf(read, id)
      const { url, recipe, settings } = toBrand(row, null)
      return { url, recipe, settings: revealSettings(settings, secretsOf(row)) }
    },
    /** @throws {Conflict} when there is a brand with this address @throws {InvalidInput} for a secret that is to be kept where none is */
    async create({ url, name, recipe, settings }: BrandCreate & { name: string }, now: Date): Promise<Brand> {
      const id = newId()
      await write(async (tx) => {
        await assertFree(tx, url, id)
        const concealed = concealSettings(settings ?? {}, { settings: {}, secrets: {} })
        await tx.brand.create({ data: { id, name, url, recipe: recipe ? JSON.stringify(recipe) : null, ...columns(id, concealed), createdAt: now, updatedAt: now } })
      })
      return get(id)
    },
    /** @throws {NotFound} @throws {Conflict} @throws {InvalidInput} for a secret that is to be kept where none is */
    async update(id: string, { url, name, recipe, settings }: BrandUpdate, now: Date): Promise<Brand> {
      await write(async (tx) => {
        if (url !== undefined)
          await assertFree(tx, url, id)
        await tx.brand.update({
          where: { id },
          data: {
            updatedAt: now,
            ...(url !== undefined && { url }),
            ...(name !== undefined && { name }),
            ...(recipe !== undefined && { recipe: recipe ? JSON.stringify(recipe) : null }),
            ...changed(await rowOf(tx, id), { url, settings }),
          },
        })
      })
      return get(id)
    },
    /** Seals what older versions kept in clear, and wipes its traces; answers of how many brands. */
    async sealPlain(): Promise<number> {
      const rows = (await read.brand.findMany({ select: { id: true, settings: true } })).filter(({ settings }) => hasPlainSecrets(readJson(BrandSettings, settings, {})))
      if (rows.length === 0)
        return 0
      await write(async (tx) => {
        await tx.$executeRawUnsafe('PRAGMA secure_delete = ON')
        for (const { id, settings } of rows)
          await tx.brand.update({ where: { id }, data: columns(id, concealSettings(readJson(BrandSettings, settings, {}), { settings: {}, secrets: {} })) })
      })
      return rows.length
    },
    /** With its products; its finished jobs stay without it. @throws {NotFound} @throws {Conflict} while a job of it is open */
    remove: (id: string): Promise<void> => write(async (tx) => {
      if (await tx.job.count({ where: { brandId: id, status: { in: [...openStatuses] } } }) > 0)
        throw new Conflict(tell('brand-busy'))
      const { count } = await tx.brand.deleteMany({ where: { id } })
      if (count === 0)
        throw new NotFound('brand', id)
    }),
  }
}
export type BrandStore = ReturnType<typeof createBrandStore>

function contextOf(id: string): string {
  return `brand:${id}`
}

async function rowOf(database: Pick<PrismaClient, 'brand'>, id: string): Promise<Row> {
  const row = await database.brand.findUnique({ where: { id } })
  if (!row)
    throw new NotFound('brand', id)
  return row
}

async function assertFree(tx: Tx, url: string, id: string): Promise<void> {
  const other = await tx.brand.findUnique({ where: { url } })
  if (other && other.id !== id)
    throw new Conflict(tell('brand-exists', { name: other.name }))
}

function toBrand(row: Row, lastRun: LastRun | null): Brand {
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    recipe: readJson(Recipe, row.recipe, null),
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
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
  }]))
}
