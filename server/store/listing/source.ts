/** A condition of SQL with its parameters; columns are those of the table under the name `r`. */
export interface Condition { sql: string, params: unknown[] }

/** Where rows of a list come from, in the order of an index. */
export interface Source {
  /** `FROM …`, with the table as `r`. */
  from: string
  /** What the rows are sorted by before their ids; null where the ids are the order. */
  key: string | null
  /** The key is text, times among it. */
  isText?: boolean
  /** Found by words: the key is a number that stands for the row, one for each. */
  isSearch?: boolean
  /** What the index gives; the rest is looked at row by row. */
  driving: Condition[]
  /** Parameters of `from`. */
  inner?: unknown[]
}

/** How a filter is answered: what an index gives, and what is looked at row by row. */
export interface ListPlan { source: Source, residual: Condition[] }

export interface Step {
  source: Source
  descending: boolean
  /** Rows after this place, in the direction of reading. */
  after: readonly [string | number, string] | null
  /** Rows looked at. */
  window: number
}

/** @returns the rows that a step looks at, in their order, as a sub-query */
export function windowOf({ source, descending, after, window }: Step): Condition {
  const { key, isSearch } = source
  const sign = descending ? '<' : '>'
  const place: Condition[] = after === null ? [] : [placeAfter(key, isSearch === true, sign, after)]
  const where = and([...source.driving, ...place])
  const direction = descending ? 'DESC' : 'ASC'
  const order = key === null ? `r."id" ${direction}` : isSearch ? `${key} ${direction}` : `${key} ${direction}, r."id" ${direction}`
  return { sql: `SELECT r.*, ${key ?? 'r."id"'} AS "k" ${source.from} WHERE ${where.sql} ORDER BY ${order} LIMIT ${window}`, params: [...source.inner ?? [], ...where.params] }
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

/** What a condition gives, when that is few rows: read whole, and sorted by `key`. */
export function sortedWhole(from: string, driving: Condition[], most: number, order: Pick<Source, 'key' | 'isText' | 'driving'>): Source {
  const { sql, params } = and(driving)
  return { ...order, from: `FROM (SELECT r.* ${from} WHERE ${sql} LIMIT ${most}) r`, inner: params }
}
