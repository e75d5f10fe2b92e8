import { z } from 'zod'

/** Of lists sorted by name a cursor holds a name. */
const mostCursor = 4096

/** Keyset paging: `cursor` is opaque, made by the server from the last row of a page. */
export const PageQuery = z.object({
  cursor: z.string().max(mostCursor).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type PageQuery = z.infer<typeof PageQuery>

/** A page of rows, newest first unless the route says otherwise; `nextCursor` is null on the last page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

export interface Page<Item> { items: Item[], nextCursor: string | null }

/** Of a list that can be read both ways: `cursor` goes on after a page, `before` goes back. */
export const TwoWayQuery = PageQuery.extend({ before: z.string().max(mostCursor).optional().describe('`prevCursor` of a page: the rows before it') })

/**
 * A page of a long list. It may be short, even empty, with a `nextCursor`: rows that few match are looked for in bounded
 * steps. `count` comes with the first page: exact, or "at least so many".
 */
export function countedPageOf<Item extends z.ZodType>(item: Item) {
  return pageOf(item).extend({
    prevCursor: z.string().nullable(),
    count: z.object({ value: z.number().int(), exact: z.boolean().describe('False: there may be more') }).nullable(),
  })
}

export interface CountedPage<Item> extends Page<Item> {
  prevCursor: string | null
  count: { value: number, exact: boolean } | null
}
