import type { CountedPage, Page, PageQuery } from '../../contract/page.ts'
import type { ProductQuery } from '../../contract/product-query.ts'
import type { Product, ProductChange, ProductSummary } from '../../contract/product.ts'
import type { Reading } from '../database.ts'
import type { PrismaClient, Product as Row } from '../prisma/client.ts'
import { HeldPrice, ProductStatus } from '../../contract/product.ts'
import { NotFound } from '../../errors.ts'
import { decodeCursor, toPage } from '../cursor.ts'
import { readJson } from '../json.ts'
import { pageOfKeys } from '../listing/page.ts'
import { readTold } from '../told.ts'
import { EvidenceMap, toDraft } from './columns.ts'
import { countProducts } from './count.ts'
import { planProducts } from './plan-list.ts'

export function toProduct(row: Row): Product {
  return {
    ...toDraft(row),
    id: row.id,
    brandId: row.brandId,
    key: row.key,
    url: row.url,
    status: ProductStatus.parse(row.status),
    firstSeenAt: row.firstSeenAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    changedAt: row.changedAt?.toISOString() ?? null,
    error: row.errorCode === null ? null : { code: row.errorCode, message: row.errorMessage ?? '', told: readTold(row.errorTold) },
    heldPrice: readJson(HeldPrice, row.heldPrice, null),
    evidence: readJson(EvidenceMap, row.evidence, {}),
  }
}

// The long columns stay in the database when a list is read.
const short = { description: true, evidence: true, attributes: true, variants: true } as const

function toProductSummary(row: Omit<Row, keyof typeof short>): ProductSummary {
  const { description, evidence, attributes, variants, images, ...rest } = toProduct({ ...row, description: null, evidence: '{}', attributes: '{}', variants: '[]' })
  return { ...rest, image: images[0] ?? null, variantCount: row.variantCount }
}

/** Newest first, unless asked otherwise. Work is bounded, whatever the filter: a page may be short. */
export async function listProducts(reading: Reading, query: ProductQuery): Promise<CountedPage<ProductSummary>> {
  const { cursor, before, limit, sort = 'created', order = 'desc', ...filter } = query
  const plan = await planProducts(reading, filter, sort)
  if (plan === null)
    return { items: [], nextCursor: null, prevCursor: null, count: { value: 0, exact: true } }
  return pageOfKeys(reading, { ...plan, descending: order === 'desc', cursor, before, limit, count: async total => total ?? countProducts(reading, filter, sort, plan) }, async (ids) => {
    const rows = await reading.read.product.findMany({ where: { id: { in: ids } }, omit: short })
    return rows.map(toProductSummary)
  })
}

/** @throws {NotFound} */
export async function getProduct(read: PrismaClient, id: string): Promise<Product> {
  const row = await read.product.findUnique({ where: { id } })
  if (!row)
    throw new NotFound('product', id)
  return toProduct(row)
}

/** Changes of a product's followed fields, newest first. */
export async function listChanges(read: PrismaClient, productId: string, query: PageQuery): Promise<Page<ProductChange>> {
  const before = decodeCursor(query.cursor)
  const rows = await read.productChange.findMany({ where: { productId, ...(before && { id: { lt: before } }) }, orderBy: { id: 'desc' }, take: query.limit + 1 })
  return toPage(rows, query.limit, row => ({ ...row, at: row.at.toISOString() }))
}
