import type Sqlite from 'better-sqlite3'
import { timeText } from './statements.ts'

/**
 * Reads rows one by one, as lists of their columns, until `visit` answers false: for work that is bounded by time, which
 * a `LIMIT` is not. Nothing else happens meanwhile, so a scan must be short. Whole numbers are read as numbers, times as
 * they are spelled.
 */
export type Scan = <Row extends unknown[]>(sql: string, params: readonly unknown[], visit: (row: Row) => boolean) => void

/** `open` answers the connection, once there is one. */
export function createScan(open: () => Sqlite.Database): Scan {
  return (sql, params, visit) => {
    const statement = open().prepare(sql).safeIntegers(false).raw(true)
    for (const row of statement.iterate(...params.map(value => value instanceof Date ? timeText(value) : value))) {
      if (!visit(row as Parameters<typeof visit>[0]))
        return
    }
  }
}
