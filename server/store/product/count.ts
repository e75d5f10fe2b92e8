import type { ProductCounts, ProductFilter } from '../../contract/product-query.ts'
import type { Reading } from '../database.ts'
import type { ListPlan } from '../listing/source.ts'
import type { PrismaClient } from '../prisma/client.ts'
import type { ProductSort } from './plan-list.ts'
import type { ProductSelection } from './selection.ts'
import { ProductStatus } from '../../contract/product.ts'
import { countUpTo } from '../listing/walk.ts'
import { whereSelected } from './selection.ts'

interface Row { status: ProductStatus, currency: string, products: number }

/** The counters that triggers keep, of one brand or of all. */
async function readCounts(read: PrismaClient, brandId?: string): Promise<Row[]> {
  const rows = await read.$queryRawUnsafe<(Omit<Row, 'products'> & { products: number | bigint })[]>(
    `SELECT "status", "currency", SUM("products") AS "products" FROM "_ProductCount" ${brandId === undefined ? '' : 'WHERE "brandId" = ? '}GROUP BY "status", "currency"`,
    ...brandId === undefined ? [] : [brandId],
  )
  return rows.map(row => ({ ...row, products: Number(row.products) })).filter(row => row.products > 0)
}

const sumOf = (rows: Row[]) => rows.reduce((sum, row) => sum + row.products, 0)

export async function countsOf(read: PrismaClient, brandId?: string): Promise<ProductCounts> {
  const rows = await readCounts(read, brandId)
  const zero = Object.fromEntries(ProductStatus.options.map(status => [status, 0])) as Record<ProductStatus, number>
  const byStatus = Object.assign(zero, Object.fromEntries(Map.groupBy(rows, row => row.status).entries().map(([status, own]) => [status, sumOf(own)])))
  const byCurrency = [...Map.groupBy(rows.filter(row => row.currency !== ''), row => row.currency)].map(([currency, own]) => ({ currency, products: sumOf(own) }))
  return { total: sumOf(rows.filter(row => row.status !== 'gone')), byStatus, byCurrency: byCurrency.sort((a, b) => b.products - a.products) }
}

/** Exact for a brand, a status, a currency and all products; else counted as far as is cheap. */
export async function countProducts(reading: Reading, filter: ProductFilter, sort: ProductSort, plan: ListPlan): Promise<{ value: number, exact: boolean }> {
  const { brandId, status, currency, ...others } = filter
  if (sort !== 'created' || Object.values(others).some(value => value !== undefined && value !== ''))
    return countUpTo(reading, plan)
  const rows = await readCounts(reading.read, brandId)
  return { value: sumOf(rows.filter(row => (!status || row.status === status) && (!currency || row.currency === currency))), exact: true }
}

/** Exact. Of a brand, and of all, the counters know; of named ones, those that exist are counted. */
export async function countSelected(read: PrismaClient, selection: ProductSelection): Promise<number> {
  return selection.productIds ? read.product.count({ where: whereSelected(selection) }) : sumOf(await readCounts(read, selection.brandId))
}
