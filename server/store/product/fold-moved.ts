import type { Identifiable, MatchIdentities } from '../../contract/identity.ts'
import type { Tx } from '../database.ts'
import type { Product as Row } from '../prisma/client.ts'
import { newId } from '../id.ts'
import { Strings, Variants } from './columns.ts'

export interface FoldContext { jobId: string, now: Date }

const select = { id: true, key: true, url: true, name: true, brandName: true, sku: true, gtin: true, images: true, variants: true } as const
type Candidate = Pick<Row, keyof typeof select>

/**
 * Finds products that are gone under their old key and there under a new one, and makes them one row again: the older
 * row, with its history, takes over the newer one's key, address and values.
 * @returns how many products turned out to have moved
 */
export async function foldMoved(tx: Tx, brandId: string, match: MatchIdentities, context: FoldContext): Promise<number> {
  const { _min: { lastSeenAt: since } } = await tx.product.aggregate({ where: { brandId, status: 'gone' }, _min: { lastSeenAt: true } })
  if (since === null)
    return 0
  // A product under a new key was first seen after the old key was last seen.
  const fresh = await tx.product.findMany({ where: { brandId, status: { not: 'gone' }, firstSeenAt: { gt: since } }, select })
  if (fresh.length === 0)
    return 0
  const gone = await tx.product.findMany({ where: { brandId, status: 'gone' }, select })
  const goneBy = new Map(gone.map(row => [row.key, row]))
  const freshBy = new Map(fresh.map(row => [row.key, row]))
  const moves = match(gone.map(toIdentifiable), fresh.map(toIdentifiable))
  for (const [metKey, knownKey] of moves)
    await fold(tx, goneBy.get(knownKey)!, freshBy.get(metKey)!, context)
  return moves.size
}

/**
 * The old address leads to another product's page now: the two rows become one.
 * @returns false when the run has met no product there
 */
export async function foldRedirected(tx: Tx, brandId: string, { id, url }: { id: string, url: string }, context: FoldContext): Promise<boolean> {
  const old = await tx.product.findUnique({ where: { id }, select })
  const current = await tx.product.findFirst({ where: { brandId, url, seenBy: context.jobId, id: { not: id } }, select })
  if (!old || !current)
    return false
  await fold(tx, old, current, context)
  return true
}

function toIdentifiable({ key, url, name, brandName, sku, gtin, images, variants }: Candidate): Identifiable {
  return { key, url, draft: { name, brand: brandName, sku, gtin, images: Strings.parse(JSON.parse(images)), variants: Variants.parse(JSON.parse(variants)) } }
}

async function fold(tx: Tx, old: Candidate, current: Candidate, { jobId, now }: FoldContext): Promise<void> {
  const { id, firstSeenAt, ...values } = await tx.product.findUniqueOrThrow({ where: { id: current.id } })
  await tx.productChange.updateMany({ where: { productId: id }, data: { productId: old.id } })
  // First away with the newer row: its key is unique.
  await tx.product.delete({ where: { id } })
  await tx.product.update({ where: { id: old.id }, data: { ...values, changedAt: now } })
  await tx.productChange.create({ data: { id: newId(), productId: old.id, at: now, field: 'url', before: old.url, after: current.url, jobId } })
}
