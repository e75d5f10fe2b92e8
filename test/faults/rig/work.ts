import type { Installation } from './installation.ts'
import { until } from './wait.ts'

export interface Stock {
  brandId: string
  productIds: string[]
}

/** Makes the shop a brand and reads it whole, so that there is a catalogue to work on. */
export async function stock(installation: Installation, settings: Record<string, unknown> = {}): Promise<Stock> {
  const brandId = await createBrand(installation, settings)
  await installation.client.submit({ type: 'scrape-brand', data: { brandId } })
  await settle(installation)
  await installation.client.submit({ type: 'scrape-product-details', data: { brandId } })
  await settle(installation)
  const productIds = installation.records.productIds()
  if (productIds.length !== installation.shop.goods.length)
    throw new Error(`the catalogue has ${productIds.length} products, the shop ${installation.shop.goods.length}`)
  return { brandId, productIds }
}

export async function createBrand({ client, shop }: Installation, settings: Record<string, unknown> = {}): Promise<string> {
  const { id } = await client.insist('/api/brands', { url: `${shop.url}/`, name: 'Fernwood', settings })
  return String(id)
}

/**
 * Waits until every job in the table has come to an end; rejects when nothing at all has changed for a while, longer
 * than any recovery takes.
 * @returns how long it took, in milliseconds
 */
export async function settle({ records, patienceMs }: Installation): Promise<number> {
  const startedAt = performance.now()
  let last = ''
  let changedAt = startedAt
  await until('every job at its end', 3_600_000, () => {
    const changes = records.changes()
    if (changes !== last)
      changedAt = performance.now()
    last = changes
    const stillMs = performance.now() - changedAt
    if (stillMs > patienceMs)
      throw new Error(`nothing has changed for ${Math.round(stillMs / 1000)} s, with ${records.countOpen()} jobs open`)
    return records.countOpen() === 0
  }, 200)
  return performance.now() - startedAt
}

/** Small jobs of two kinds, for volume: mostly exports, the others read a page. `name` goes into the file's name. */
export function smallJob({ productIds }: Stock, index: number, name = 'n') {
  return index % 4 === 3
    ? { type: 'scrape-product-details' as const, data: { productIds: [productIds[index % productIds.length]!] } }
    : exportJob({ productIds }, index, name)
}

export function exportJob({ productIds }: Pick<Stock, 'productIds'>, index: number, name = 'n') {
  return { type: 'export-csv' as const, data: { productIds: productIds.slice(0, 3), filename: `${name}-${index}.csv` } }
}
