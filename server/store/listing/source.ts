/** A condition of SQL with its parameters; columns are those of the table under the name `r`. */
export interface Condition { sql: string, params: unknown[] }

/** Where rows of a list come from, in the order of an index. */
export interface Source {
  /** `FROM …`, with the table as `r`. */
  from: string
  /** What the rows are sorted by before their ids; null where the ids are the order. */
  key: string | null
  /** Found by words: the key is a number that stands for the row, one for each. */
  isSearch?: boolean
  /** Read whole, and sorted. */
  isWhole?: boolean
  /** What the index gives; the rest is looked at row by row. */
  driving: Condition[]
  /** Parameters of `from`. */
  inner?: unknown[]
}

/** How a filter is answered: what an index gives, and what is looked at row by row. */
export interface ListPlan { source: Source, residual: Condition[] }

export interface Step extends ListPlan {
  descending: boolean
  /** Rows after this place, in the direction of reading. */
  after: readonly [string | number, string] | null
}

/** @returns the rows after a place in their order, each with its key, its id, and whether it matches */
export function stepOf({ source, residual, descending, after }: Step): Condition {
  const { key, isSearch, from, driving, inner = [] } = source
  const place: Condition[] = after === null ? [] : [placeAfter(key, isSearch === true, descending ? '<' : '>', after)]
  const where = and([...driving, ...place])
  const matches = and(residual)
  const direction = descending ? 'DESC' : 'ASC'
  const order = key === null ? `r."id" ${direction}` : isSearch ? `${key} ${direction}` : `${key} ${direction}, r."id" ${direction}`
  return { sql: `SELECT ${key ?? 'r."id"'}, r."id", ${matches.sql} ${from} WHERE ${where.sql} ORDER BY ${order}`, params: [...matches.params, ...inner, ...where.params] }
}

function placeAfter(key: string | null, isSearch: boolean, sign: string, [value, id]: readonly [string | number, string]): Condition {
  if (key === null)
    return { sql: `r."id" ${sign} ?`, params: [id] }
  // FTS5 begins at a number that it is given alone.
  return isSearch ? { sql: `${key} ${sign} ?`, params: [value] } : { sql: `(${key}, r."id") ${sign} (?, ?)`, params: [value, id] }
}

export function and(conditions: Condition[]): Condition {
  return { sql: conditions.map(each => each.sql).join(' AND ') || '1', params: conditions.flatMap(each => each.params) }
}

export function equals(column: string, value: unknown): Condition[] {
  return value === undefined ? [] : [{ sql: `r."${column}" = ?`, params: [value] }]
}

/** So many rows are read whole to be sorted; of more, the index of the sort meets one soon. */
export const mostSorted = 5000

/** What conditions give, when that is few rows: read whole, and sorted by `key`. */
export function sortedWhole(from: string, driving: Condition[], order: Pick<Source, 'key' | 'driving'>): Source {
  return whole(from, driving, '', order)
}

/** What words find, sorted; when that is more than can be sorted, the newest of it. */
export function newestSorted(from: string, driving: Condition[], order: Pick<Source, 'key' | 'driving'>): Source {
  return whole(from, driving, 'ORDER BY t.rowid DESC ', order)
}

/** One row more than may be sorted, to tell that there are. */
function whole(from: string, driving: Condition[], first: string, order: Pick<Source, 'key' | 'driving'>): Source {
  const { sql, params } = and(driving)
  return { ...order, isWhole: true, from: `FROM (SELECT r.* ${from} WHERE ${sql} ${first}LIMIT ${mostSorted + 1}) r`, inner: params }
}
