import type { Page } from '../contract/page.ts'
import { Buffer } from 'node:buffer'
import { tell } from '../contract/told.ts'
import { fieldError, InvalidInput } from '../errors.ts'

/** Opaque to clients: the id of the last row of a page. Survives the deletion of that row. */
export function encodeCursor(id: string): string {
  return Buffer.from(id, 'utf8').toString('base64url')
}

export function decodeCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined)
    return undefined
  const id = Buffer.from(cursor, 'base64url').toString('utf8')
  if (!/^[\w-]{1,64}$/.test(id))
    throw new InvalidInput([fieldError('cursor', tell('no-cursor'))])
  return id
}

/** Cuts the `limit + 1` rows that were asked for down to a page and its cursor. */
export function toPage<Row extends { id: string }, Item>(rows: Row[], limit: number, map: (row: Row) => Item): Page<Item> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items: items.map(map), nextCursor: rows.length > limit && last ? encodeCursor(last.id) : null }
}
