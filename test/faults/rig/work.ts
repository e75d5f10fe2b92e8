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
  await settle(installation, 60_000)
  await installation.client.submit({ type: 'scrape-product-details', data: { brandId } })
  await settle(installation, 60_000)
  const productIds = installation.records.productIds()
  if (productIds.length !== installation.shop.goods.length)
    throw new Error(`the catalogue has ${productIds.length} products, the shop ${installation.shop.goods.length}`)
  return { brandId, productIds }
}

export async function createBrand({ client, shop }: Installation, settings: Record<string, unknown> = {}): Promise<string> {
  const { id } = await client.insist('/api/brands', { url: `${shop.url}/`, name: 'Fernwood', settings })
  return String(id)
}

/** Waits until every job in the table has come to an end. @returns how long that took, in milliseconds */
export async function settle(installation: Installation, withinMs: number): Promise<number> {
  const startedAt = performance.now()
  await until('every job at its end', withinMs, () => installation.records.countOpen() === 0)
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
