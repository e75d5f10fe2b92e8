/** A condition of SQL with its parameters; columns are those of the table under the name `r`. */
export interface Condition { sql: string, params: unknown[] }

/** Where rows of a list come from, in the order of an index. */
export interface Source {
  /** `FROM …`, with the table as `r`. */
  from: string
  /** What the rows are sorted by before their ids; null where the ids are the order. */
  key: string | null
  /** What the index gives; the rest is looked at row by row. */
  driving: Condition[]
  /** Parameters of `from`. */
  inner?: unknown[]
}

export interface Step {
  source: Source
  /** Conditions that no index helps with. */
  residual: Condition[]
  descending: boolean
  /** Rows after this place, in the direction of reading. */
  after: readonly [string | number, string] | null
  /** Rows looked at. */
  window: number
}

/** @returns the rows that a step looks at, in their order, as a sub-query */
export function windowOf({ source, descending, after, window }: Omit<Step, 'residual'>): Condition {
  const { key } = source
  const sign = descending ? '<' : '>'
  const place: Condition[] = after === null ? [] : [key === null ? { sql: `r."id" ${sign} ?`, params: [after[1]] } : { sql: `(${key}, r."id") ${sign} (?, ?)`, params: [...after] }]
  const where = and([...source.driving, ...place])
  const direction = descending ? 'DESC' : 'ASC'
  const order = key === null ? `r."id" ${direction}` : key === 't.rowid' ? `t.rowid ${direction}` : `${key} ${direction}, r."id" ${direction}`
  return { sql: `SELECT r.*, ${key ?? 'r."id"'} AS "k" ${source.from} WHERE ${where.sql} ORDER BY ${order} LIMIT ${window}`, params: [...source.inner ?? [], ...where.params] }
}

export function and(conditions: Condition[]): Condition {
  return { sql: conditions.map(each => each.sql).join(' AND ') || '1', params: conditions.flatMap(each => each.params) }
}
