import type { CountedPage } from '../../contract/page.ts'
import type { Reading } from '../database.ts'
import type { Key } from './key.ts'
import type { ListPlan } from './source.ts'
import type { Count } from './walk.ts'
import { decodeKey, encodeKey } from './key.ts'
import { walk } from './walk.ts'

export interface ListRequest extends ListPlan {
  descending: boolean
  cursor?: string
  before?: string
  limit: number
  /** `total`: what was counted on the way. */
  count: (total: Count | undefined) => Promise<Count>
}

/**
 * A page after `cursor` or before `before`. `fetch` gives the rows of ids, in any order; one that has just been deleted
 * may be missing.
 */
export async function pageOfKeys<Item extends { id: string }>(reading: Pick<Reading, 'scan'>, request: ListRequest, fetch: (ids: string[]) => Promise<Item[]>): Promise<CountedPage<Item>> {
  const { source, residual, descending, cursor, before, limit } = request
  const backwards = before !== undefined
  const start = backwards ? decodeKey(before, 'before') : cursor === undefined ? null : decodeKey(cursor, 'cursor')
  const { keys, goOn, total } = await walk(reading, { source, residual, descending: descending !== backwards, after: start, limit: limit + 1 })
  const shown = keys.slice(0, limit)
  const onward = keys.length > limit ? shown.at(-1)! : goOn
  const inOrder = backwards ? shown.toReversed() : shown
  const items = new Map((await fetch(inOrder.map(([, id]) => id))).map(item => [item.id, item]))
  const word = (key: Key | null | undefined) => key ? encodeKey(key) : null
  return {
    items: inOrder.flatMap(([, id]) => items.get(id) ?? []),
    nextCursor: word(backwards ? inOrder.at(-1) ?? start : onward),
    prevCursor: word(backwards ? onward : start === null ? null : inOrder.at(0) ?? start),
    count: start === null ? await request.count(total) : null,
  }
}
