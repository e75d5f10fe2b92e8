import type { SavedView } from '../../server/contract/index.ts'

type Query = SavedView['query']

/** What of an address belongs to a view: the texts under these keys. */
export function viewQuery(query: Readonly<Record<string, unknown>>, keys: readonly string[]): Query {
  return Object.fromEntries(keys.flatMap((key) => {
    const value = query[key]
    return typeof value === 'string' && value !== '' ? [[key, value]] : []
  }))
}

/** Do they show the same? */
export function isSameView(one: Query, other: Query): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every(key => one[key] === other[key])
}
