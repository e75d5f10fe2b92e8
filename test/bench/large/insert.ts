import type Database from 'better-sqlite3'

const chunk = 20_000

/** A prepared insertion of rows whose values come in the order of `columns`. */
export function insertInto(db: Database.Database, table: string, columns: readonly string[]): (values: readonly unknown[]) => void {
  const statement = db.prepare(`INSERT INTO "${table}" (${columns.map(column => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
  return values => void statement.run(...values)
}

/** `insert` for each number below `count`, many to a transaction. */
export function inChunks(db: Database.Database, count: number, insert: (index: number) => void): void {
  for (let start = 0; start < count; start += chunk) {
    db.transaction(() => {
      for (let index = start; index < Math.min(count, start + chunk); index++)
        insert(index)
    })()
  }
}
