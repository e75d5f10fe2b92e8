import type { PrismaClient } from '../prisma/client.ts'
import type { Key } from './key.ts'
import type { Condition, Source } from './source.ts'
import { and, windowOf } from './source.ts'

/** Rows looked at in one step: some tens of milliseconds where each of them has to be fetched. */
const window = 10_000
/** A request takes steps for this long; what comes after is for the next one. */
const patienceMs = 40
/** More than this are not counted. */
export const mostCounted = 10_000

export interface Walk {
  source: Source
  residual: Condition[]
  descending: boolean
  after: Key | null
  limit: number
  /** False takes as many steps as it needs. */
  bounded?: boolean
}

export interface Walked {
  keys: Key[]
  /** Where to go on; null at the end of the list. Fewer keys than asked for with a place to go on: they are rare. */
  goOn: Key | null
}

interface Row { k: string | number | bigint, id: string }

const toKey = ({ k, id }: Row): Key => [typeof k === 'bigint' ? Number(k) : k, id]

/**
 * Reads keys of matching rows in the order of an index, in steps of a bounded number of rows: however rare matches are,
 * a request ends soon, and says where the next one goes on.
 */
export async function walk(read: PrismaClient, { source, residual, descending, after, limit, bounded = true }: Walk): Promise<Walked> {
  const keys: Key[] = []
  const startedAt = performance.now()
  for (let from = after; ;) {
    const seen = windowOf({ source, descending, after: from, window })
    const left = and(residual.map(each => ({ ...each, sql: each.sql.replaceAll('r."', 'w."') })))
    const text = source.key !== null && source.key !== 't.rowid' && !/priority|duration/.test(source.key)
    const rows = await read.$queryRawUnsafe<Row[]>(`SELECT ${text ? `CAST(w."k" AS TEXT)` : 'w."k"'} AS "k", w."id" AS "id" FROM (${seen.sql}) w WHERE ${left.sql} LIMIT ${limit - keys.length}`, ...seen.params, ...left.params)
    keys.push(...rows.map(toKey))
    if (keys.length >= limit)
      return { keys, goOn: keys.at(-1)! }
    if (residual.length === 0)
      return { keys, goOn: null }
    const [last] = await read.$queryRawUnsafe<Row[]>(`SELECT ${text ? `CAST(w."k" AS TEXT)` : 'w."k"'} AS "k", w."id" AS "id" FROM (${seen.sql}) w LIMIT 1 OFFSET ${window - 1}`, ...seen.params)
    if (!last)
      return { keys, goOn: null }
    from = toKey(last)
    if (bounded && performance.now() - startedAt > patienceMs)
      return { keys, goOn: from }
  }
}

/** How many rows match: exactly, as long as there are few of them and few to look at. */
export async function countUpTo(read: PrismaClient, { source, residual }: Pick<Walk, 'source' | 'residual'>): Promise<{ value: number, exact: boolean }> {
  const seen = windowOf({ source, descending: true, after: null, window: mostCounted + 1 })
  const left = and(residual.map(each => ({ ...each, sql: each.sql.replaceAll('r."', 'w."') })))
  const [row] = await read.$queryRawUnsafe<{ seen: number | bigint, matched: number | bigint | null }[]>(`SELECT COUNT(*) AS "seen", SUM(CASE WHEN ${left.sql} THEN 1 ELSE 0 END) AS "matched" FROM (${seen.sql}) w`, ...left.params, ...seen.params)
  const value = Number(row?.matched ?? 0)
  return { value: Math.min(mostCounted, value), exact: Number(row?.seen ?? 0) <= mostCounted }
}
