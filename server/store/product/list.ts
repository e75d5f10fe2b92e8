import type { Page, PageQuery } from '../../contract/page.ts'
import type { Product, ProductChange, ProductQuery, ProductSummary } from '../../contract/product.ts'
import type { Prisma, PrismaClient, Product as Row } from '../prisma/client.ts'
import { HeldPrice, ProductStatus } from '../../contract/product.ts'
import { NotFound } from '../../errors.ts'
import { decodeCursor, toPage } from '../cursor.ts'
import { readJson } from '../json.ts'
import { EvidenceMap, toDraft } from './columns.ts'

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
    error: row.errorCode === null ? null : { code: row.errorCode, message: row.errorMessage ?? '' },
    heldPrice: readJson(HeldPrice.nullable(), row.heldPrice, null),
    evidence: readJson(EvidenceMap, row.evidence, {}),
  }
}

// The long columns stay in the database when a list is read.
const short = { description: true, evidence: true, attributes: true, variants: true } as const

function toProductSummary(row: Omit<Row, keyof typeof short>): ProductSummary {
  const { description, evidence, attributes, variants, images, ...rest } = toProduct({ ...row, description: null, evidence: '{}', attributes: '{}', variants: '[]' })
  return { ...rest, image: images[0] ?? null, variantCount: row.variantCount }
}

/** Newest first. `search` looks into name, SKU, GTIN and address. */
export async function listProducts(read: PrismaClient, query: ProductQuery): Promise<Page<ProductSummary>> {
  const before = decodeCursor(query.cursor)
  const where: Prisma.ProductWhereInput = {
    ...(before && { id: { lt: before } }),
    ...(query.brandId && { brandId: query.brandId }),
    ...(query.status && { status: query.status }),
    ...(query.availability && { availability: query.availability }),
    ...(query.search && { OR: [
      { name: { contains: query.search } },
      { sku: query.search },
      { gtin: query.search },
      { url: { contains: query.search } },
    ] }),
  }
  const rows = await read.product.findMany({ where, orderBy: { id: 'desc' }, take: query.limit + 1, omit: short })
  return toPage(rows, query.limit, toProductSummary)
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
