import type { PrismaClient } from '../prisma/client.ts'
import type { Key } from './key.ts'
import type { Condition, Source } from './source.ts'
import { and, windowOf } from './source.ts'

/** Rows looked at in the first step, and at most in one: steps grow as long as they are quick. */
const windows = { first: 500, most: 10_000 } as const
/** A step may double the next one when it took no longer than this. */
const quickMs = 6
/** A request takes steps for this long; what comes after is for the next one. */
const patienceMs = { list: 35, count: 20 } as const
/** More than this are not counted. */
const mostCounted = 10_000
/** So many rows are read whole to be sorted; of more, the index of the sort meets one soon. */
export const mostSorted = 5000

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
interface Seen { rows: number | bigint, matched: number | bigint | null }

const toKey = ({ k, id }: Row): Key => [typeof k === 'bigint' ? Number(k) : k, id]
/** Prisma reads a time as a time, and loses its spelling. */
const keyOf = ({ isText }: Pick<Source, 'isText'>) => isText ? 'CAST(w."k" AS TEXT)' : 'w."k"'
const ofWindow = (conditions: Condition[]) => and(conditions.map(each => ({ ...each, sql: each.sql.replaceAll('r."', 'w."') })))

/**
 * Reads keys of matching rows in the order of an index, in steps of a bounded number of rows: however rare matches are,
 * a request ends soon, and says where the next one goes on.
 */
export async function walk(read: PrismaClient, { source, residual, descending, after, limit, bounded = true }: Walk): Promise<Walked> {
  const keys: Key[] = []
  const left = ofWindow(residual)
  const startedAt = performance.now()
  let window = residual.length === 0 ? limit : windows.first
  for (let from = after; ;) {
    const beganAt = performance.now()
    const seen = windowOf({ source, descending, after: from, window })
    const rows = await read.$queryRawUnsafe<Row[]>(`SELECT ${keyOf(source)} AS "k", w."id" AS "id" FROM (${seen.sql}) w WHERE ${left.sql} LIMIT ${limit - keys.length}`, ...seen.params, ...left.params)
    keys.push(...rows.map(toKey))
    if (keys.length >= limit)
      return { keys, goOn: keys.at(-1)! }
    if (residual.length === 0)
      return { keys, goOn: null }
    const [last] = await read.$queryRawUnsafe<Row[]>(`SELECT ${keyOf(source)} AS "k", w."id" AS "id" FROM (${seen.sql}) w LIMIT 1 OFFSET ${window - 1}`, ...seen.params)
    if (!last)
      return { keys, goOn: null }
    from = toKey(last)
    if (bounded && performance.now() - startedAt > patienceMs.list)
      return { keys, goOn: from }
    if (performance.now() - beganAt < quickMs)
      window = Math.min(windows.most, window * 2)
  }
}

/** Whether conditions that an index answers give so few rows that all of them can be sorted. */
export async function isFew(read: PrismaClient, from: string, driving: Condition[]): Promise<boolean> {
  const { sql, params } = and(driving)
  const [row] = await read.$queryRawUnsafe<{ rows: number | bigint }[]>(`SELECT COUNT(*) AS "rows" FROM (SELECT 1 ${from} WHERE ${sql} LIMIT ${mostSorted + 1})`, ...params)
  return Number(row?.rows ?? 0) <= mostSorted
}

/** How many rows match: exactly, as long as no more than 10,000 have to be looked at, and that is quick; else at least so many. */
export async function countUpTo(read: PrismaClient, { source, residual }: Pick<Walk, 'source' | 'residual'>): Promise<{ value: number, exact: boolean }> {
  const left = ofWindow(residual)
  const startedAt = performance.now()
  let value = 0
  let looked = 0
  // Without conditions of its own an index is counted alone; else each row is fetched.
  let window = residual.length === 0 && !source.isSearch ? mostCounted + 1 : windows.first
  for (let from: Key | null = null; ;) {
    const beganAt = performance.now()
    const seen = windowOf({ source, descending: true, after: from, window })
    const [row] = await read.$queryRawUnsafe<Seen[]>(`SELECT COUNT(*) AS "rows", SUM(CASE WHEN ${left.sql} THEN 1 ELSE 0 END) AS "matched" FROM (${seen.sql}) w`, ...left.params, ...seen.params)
    const rows = Number(row?.rows ?? 0)
    value += Number(row?.matched ?? 0)
    looked += rows
    if (rows < window)
      return { value: Math.min(mostCounted, value), exact: looked <= mostCounted }
    if (looked > mostCounted || performance.now() - startedAt > patienceMs.count)
      return { value: Math.min(mostCounted, value), exact: false }
    const [last] = await read.$queryRawUnsafe<Row[]>(`SELECT ${keyOf(source)} AS "k", w."id" AS "id" FROM (${seen.sql}) w LIMIT 1 OFFSET ${window - 1}`, ...seen.params)
    if (!last)
      return { value, exact: true }
    from = toKey(last)
    if (performance.now() - beganAt < quickMs)
      window = Math.min(windows.most, window * 2, mostCounted + 1 - looked)
    else
      window = Math.min(window, mostCounted + 1 - looked)
  }
}
