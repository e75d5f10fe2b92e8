import type { ExportFilter } from '../../contract/product-query.ts'
import type { Reading } from '../database.ts'
import type { Key } from '../listing/key.ts'
import type { Walked } from '../listing/walk.ts'
import type { ProductSelection } from './selection.ts'
import type { CatalogueRow } from './stream.ts'
import { walk } from '../listing/walk.ts'
import { listProducts } from './list.ts'
import { planProducts } from './plan-list.ts'
import { withBrands } from './stream.ts'

export interface MatchingSelection extends ProductSelection { filter: ExportFilter }

/** The selected products that match, the oldest first. A page may be empty: where matches are rare, work is done in bounded steps. */
export async function* streamMatching(reading: Reading, { brandId, productIds, filter }: MatchingSelection, pageSize = 1000): AsyncGenerator<CatalogueRow[]> {
  const plan = await planProducts(reading, { ...filter, brandId }, 'created')
  const chosen = productIds && new Set(productIds)
  let after: Key | null = null
  do {
    const walked: Walked | null = plan === null ? null : await walk(reading, { ...plan, descending: false, after, limit: pageSize })
    const ids = walked?.keys.map(([, id]) => id).filter(id => chosen?.has(id) ?? true) ?? []
    const rows = await reading.read.product.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' }, omit: { evidence: true } })
    yield await withBrands(reading.read, rows)
    after = walked?.goOn ?? null
  } while (after !== null)
}

/** How many of them there are: exactly, or at least so many. */
export async function countMatching(reading: Reading, { brandId, productIds, filter }: MatchingSelection): Promise<{ value: number, exact: boolean }> {
  const { count } = await listProducts(reading, { ...filter, brandId, limit: 1 })
  const { value, exact } = count ?? { value: 0, exact: false }
  return productIds ? { value: Math.min(value, productIds.length), exact: false } : { value, exact }
}
