import type { Product } from '../../contract/product.ts'
import type { PrismaClient, Product as Row } from '../prisma/client.ts'
import type { ProductSelection } from './selection.ts'
import type { PageMemory } from './write.ts'
import { whereDue } from './freshness.ts'
import { toProduct } from './list.ts'
import { whereSelected } from './selection.ts'

export interface CatalogueRow { product: Product, brand: { name: string, url: string } }

/** The selected products in the order of their ids, a page at a time, so that memory stays flat however many there are. */
export async function* streamProducts(read: PrismaClient, selection: ProductSelection, pageSize = 1000): AsyncGenerator<CatalogueRow[]> {
  let after: string | undefined
  while (true) {
    const rows = await read.product.findMany({
      where: { AND: [whereSelected(selection), after ? { id: { gt: after } } : {}] },
      orderBy: { id: 'asc' },
      take: pageSize,
      omit: { evidence: true },
    })
    if (rows.length === 0)
      return
    after = rows.at(-1)!.id
    yield await withBrands(read, rows)
  }
}

/** Products beside their brands. One whose brand was deleted between the two queries has gone along. */
export async function withBrands(read: PrismaClient, rows: Omit<Row, 'evidence'>[]): Promise<CatalogueRow[]> {
  const brands = await brandsOf(read, rows)
  return rows.flatMap((row) => {
    const brand = brands.get(row.brandId)
    return brand ? [{ product: toProduct({ ...row, evidence: '{}' }), brand }] : []
  })
}

async function brandsOf(read: PrismaClient, rows: Pick<Row, 'brandId'>[]): Promise<Map<string, CatalogueRow['brand']>> {
  const brands = await read.brand.findMany({ where: { id: { in: [...new Set(rows.map(row => row.brandId))] } }, select: { id: true, name: true, url: true } })
  return new Map(brands.map(({ id, name, url }) => [id, { name, url }]))
}

const taskColumns = { id: true, brandId: true, key: true, url: true, etag: true, lastModified: true, contentHash: true, heldPrice: true, listedModified: true } as const

export interface PageTask { id: string, brandId: string, key: string, url: string, memory: PageMemory | null, listedModified: string | null }

export interface ReadSelection extends ProductSelection {
  onlyUnread?: boolean
  /** Leaves out pages that were read since then and, by the shop's dates, have not changed. */
  dueSince?: Date
}

/**
 * Products whose page the job `jobId` has not read yet, in the order of their ids after `after`: a job that was
 * interrupted goes on where it stopped.
 */
export async function nextToRead(read: PrismaClient, selection: ReadSelection, { jobId, after, limit }: { jobId: string, after: string | null, limit: number }): Promise<PageTask[]> {
  const rows = await read.product.findMany({
    where: { AND: [
      whereSelected(selection),
      { status: { not: 'gone' } },
      { OR: [{ readBy: null }, { readBy: { not: jobId } }] },
      selection.onlyUnread ? { readAt: null } : {},
      selection.dueSince ? whereDue(read, selection.dueSince) : {},
      after ? { id: { gt: after } } : {},
    ] },
    orderBy: { id: 'asc' },
    take: limit,
    select: taskColumns,
  })
  return rows.map(toTask)
}

/** Products that were there before the run `jobId` and that it has not met, oldest first. */
export async function missingProducts(read: PrismaClient, brandId: string, jobId: string, limit: number): Promise<PageTask[]> {
  const rows = await read.product.findMany({
    where: { brandId, status: { not: 'gone' }, OR: [{ seenBy: null }, { seenBy: { not: jobId } }] },
    orderBy: { id: 'asc' },
    take: limit,
    select: taskColumns,
  })
  return rows.map(toTask)
}

function toTask({ etag, lastModified, contentHash, heldPrice, ...row }: Pick<Row, keyof typeof taskColumns>): PageTask {
  // A held price waits for a second sighting: the page is read in full, though it has not changed.
  return { ...row, memory: heldPrice === null ? { etag, lastModified, contentHash } : null }
}
