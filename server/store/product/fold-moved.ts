import type { Tx } from '../database.ts'
import type { Product as Row } from '../prisma/client.ts'
import { newId } from '../id.ts'

type Identity = Pick<Row, 'id' | 'key' | 'url' | 'name' | 'sku' | 'gtin' | 'images'>
const select = { id: true, key: true, url: true, name: true, sku: true, gtin: true, images: true } as const

/** What tells a product from others of its shop, strongest first: a shop may rename, re-number or change its platform. */
const identities: readonly ((row: Identity) => string | null)[] = [
  row => row.gtin && `gtin ${row.gtin}`,
  row => row.sku && `sku ${row.sku.toLowerCase()}`,
  row => row.name && pictureOf(row) && `name ${row.name.toLowerCase()} ${pictureOf(row)}`,
]

/** File name of the first picture, without the size and version that shops put around it. */
function pictureOf({ images }: Identity): string | null {
  const [first] = JSON.parse(images) as string[]
  if (first === undefined || !URL.canParse(first))
    return null
  return new URL(first).pathname.split('/').at(-1)?.replace(/[_-]\d+x\d*(?=\.|$)/, '') ?? null
}

/**
 * Finds products that are gone under their old key and there under a new one, and makes them one row again: the older
 * row, with its history, takes over the newer one's key, address and values. An identity that two products of one side
 * share proves nothing and is passed over.
 * @returns how many products turned out to have moved
 */
export async function foldMoved(tx: Tx, brandId: string, { jobId, now }: { jobId: string, now: Date }): Promise<number> {
  const gone = await tx.product.findMany({ where: { brandId, status: 'gone' }, select })
  const [oldest] = gone
  if (!oldest)
    return 0
  const present = await tx.product.findMany({ where: { brandId, status: { not: 'gone' }, id: { gt: gone.reduce((least, row) => row.id < least ? row.id : least, oldest.id) } }, select })
  const folded = new Set<string>()
  for (const identity of identities) {
    const before = uniqueBy(gone, identity)
    const after = uniqueBy(present, identity)
    for (const [value, old] of before) {
      const current = after.get(value)
      if (!current || folded.has(old.id) || folded.has(current.id) || current.id < old.id)
        continue
      folded.add(old.id).add(current.id)
      await fold(tx, old, current, { jobId, now })
    }
  }
  return folded.size / 2
}

/**
 * The old address leads to another product's page now: the two rows become one.
 * @returns false when the brand has no product there
 */
export async function foldRedirected(tx: Tx, brandId: string, { id, url }: { id: string, url: string }, context: { jobId: string, now: Date }): Promise<boolean> {
  const old = await tx.product.findUnique({ where: { id }, select })
  const current = await tx.product.findFirst({ where: { brandId, url, seenBy: context.jobId, id: { not: id } }, select })
  if (!old || !current)
    return false
  await fold(tx, old, current, context)
  return true
}

function uniqueBy(rows: Identity[], identity: (row: Identity) => string | null): Map<string, Identity> {
  const groups = Map.groupBy(rows, identity)
  return new Map([...groups].flatMap(([value, group]) => value && group.length === 1 ? [[value, group[0]!] as const] : []))
}

async function fold(tx: Tx, old: Identity, current: Identity, { jobId, now }: { jobId: string, now: Date }): Promise<void> {
  const { id, firstSeenAt, ...values } = await tx.product.findUniqueOrThrow({ where: { id: current.id } })
  await tx.productChange.updateMany({ where: { productId: id }, data: { productId: old.id } })
  // First away with the newer row: its key is unique.
  await tx.product.delete({ where: { id } })
  await tx.product.update({ where: { id: old.id }, data: { ...values, changedAt: now } })
  await tx.productChange.create({ data: { id: newId(), productId: old.id, at: now, field: 'url', before: old.url, after: current.url, jobId } })
}
