import type Sqlite from 'better-sqlite3'

/**
 * Statements on the connection that writes, prepared once: for what is done a thousand times a second, where Prisma's own
 * way costs several times the work of the database. Only for use within `write`, whose transaction they become a part of.
 */
export type Statements = (sql: string) => Sqlite.Statement<unknown[], Record<string, unknown>>

/** `open` answers the connection, once there is one. Whole numbers are read as numbers. */
export function createStatements(open: () => Sqlite.Database): Statements {
  const prepared = new Map<string, ReturnType<Statements>>()
  return (sql) => {
    const known = prepared.get(sql)
    if (known)
      return known
    const statement = open().prepare<unknown[], Record<string, unknown>>(sql).safeIntegers(false)
    prepared.set(sql, statement)
    return statement
  }
}

/** A time as Prisma writes it into a SQLite column. */
export function timeText(time: Date): string {
  return time.toISOString().replace('Z', '+00:00')
}
