import type { CountedPage } from '../../contract/page.ts'
import type { Reading } from '../database.ts'
import type { Scan } from '../scan.ts'
import type { Key } from './key.ts'
import type { Condition, Source, Step } from './source.ts'
import { setImmediate as othersFirst } from 'node:timers/promises'
import { and, mostSorted, stepOf } from './source.ts'

/** So long the process does nothing else; then it looks after others first. A busy machine may take it all for one row. */
const slice = { ms: 6, leastRows: 100 } as const
/** A request takes steps for this long; what comes after is for the next one. */
const patienceMs = { list: 30, count: 15 } as const
/** More than this are not counted. */
const mostCounted = 10_000

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
  /** How many there are, of what is read whole from its beginning. */
  total?: Count
}

export type Count = NonNullable<CountedPage<never>['count']>

type Row = [key: string | number, id: string, matches: 0 | 1 | null]

/**
 * Reads keys of matching rows in the order of an index, in steps of a bounded time: however rare matches are, a request
 * ends soon, and says where the next one goes on. What is read whole to be sorted is counted on the way.
 */
export async function walk({ scan }: Pick<Reading, 'scan'>, { source, residual, descending, after, limit, bounded = true }: Walk): Promise<Walked> {
  const keys: Key[] = []
  const isCounted = source.isWhole === true && after === null
  const startedAt = performance.now()
  let total = 0
  for (let from = after; ;) {
    const { last, isEnd, seen } = lookAt(scan, { source, residual, descending, after: from }, residual.length > 0, (key, matches) => {
      if (matches && keys.length < limit)
        keys.push(key)
      total += matches ? 1 : 0
      return isCounted || keys.length < limit
    })
    if (isCounted)
      return { keys, goOn: keys.length < limit ? null : keys.at(-1)!, total: { value: total, exact: seen <= mostSorted } }
    if (keys.length >= limit)
      return { keys, goOn: keys.at(-1)! }
    if (isEnd || (bounded && performance.now() - startedAt > patienceMs.list))
      return { keys, goOn: isEnd ? null : last }
    from = last
    await othersFirst()
  }
}

/** Whether conditions that an index answers give so few rows that all of them can be sorted. */
export function isFew({ scan }: Pick<Reading, 'scan'>, from: string, driving: Condition[]): boolean {
  return countRows(scan, { from, driving }, mostSorted + 1) <= mostSorted
}

/** How many rows match: exactly, as long as no more than 10,000 have to be looked at, and that is quick; else at least so many. */
export async function countUpTo({ scan }: Pick<Reading, 'scan'>, { source, residual }: Pick<Walk, 'source' | 'residual'>): Promise<Count> {
  // Without conditions of its own an index is counted alone; else each row is fetched.
  if (residual.length === 0 && !source.isSearch) {
    const rows = countRows(scan, source, mostCounted + 1)
    return { value: Math.min(mostCounted, rows), exact: rows <= mostCounted }
  }
  const startedAt = performance.now()
  let value = 0
  let looked = 0
  for (let from: Key | null = null; ;) {
    const { last, isEnd, seen } = lookAt(scan, { source, residual, descending: true, after: from }, true, (_, matches) => {
      value += matches ? 1 : 0
      return ++looked <= mostCounted
    })
    if (isEnd)
      return { value, exact: !source.isWhole || seen <= mostSorted }
    if (looked > mostCounted || performance.now() - startedAt > patienceMs.count)
      return { value: Math.min(mostCounted, value), exact: false }
    from = last
    await othersFirst()
  }
}

interface Looked { last: Key | null, isEnd: boolean, seen: number }

/**
 * Shows rows to `visit`, until it answers false or, if it is sliced, the time of a slice is over. What is read whole to be
 * sorted is not interrupted: it would have to be read again.
 */
function lookAt(scan: Scan, step: Step, isSliced: boolean, visit: (key: Key, matches: boolean) => boolean): Looked {
  const { sql, params } = stepOf(step)
  const until = isSliced && !step.source.isWhole ? performance.now() + slice.ms : Infinity
  const looked: Looked = { last: null, isEnd: true, seen: 0 }
  scan<Row>(sql, params, ([key, id, matches]) => {
    looked.last = [key, id]
    looked.seen++
    looked.isEnd = visit(looked.last, matches === 1) && (looked.seen < slice.leastRows || performance.now() < until)
    return looked.isEnd
  })
  return looked
}

function countRows(scan: Scan, { from, driving, inner = [] }: Pick<Source, 'from' | 'driving' | 'inner'>, most: number): number {
  const { sql, params } = and(driving)
  let rows = 0
  scan<[number]>(`SELECT COUNT(*) FROM (SELECT 1 ${from} WHERE ${sql} LIMIT ${most})`, [...inner, ...params], ([count]) => {
    rows = count
    return false
  })
  return rows
}
