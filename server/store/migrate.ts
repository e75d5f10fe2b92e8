import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { backfills } from './backfill.ts'
import { checkFile } from './check-file.ts'

/** The table that `prisma migrate deploy` keeps, so that both agree on what has been applied. */
const ledger = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

interface Applied { migration_name: string, checksum: string }

/**
 * Brings the SQLite file up to the newest migration, each one in a transaction with its own record.
 * @param file path of the database file; made when absent
 * @param folder `prisma/migrations`
 * @returns names of the migrations applied now
 * @throws when a migration recorded as applied has been edited since, or the file holds one we do not know (a newer version of the program wrote it)
 */
export async function migrate(file: string, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter(entry => entry.isDirectory()).map(entry => entry.name).sort()
  const scripts = await Promise.all(names.map(async name => ({ name, sql: await readFile(join(folder, name, 'migration.sql'), 'utf8') })))
  const db = new Database(file, { timeout: 10_000 })
  try {
    // Journal mode first: it cannot change inside a transaction.
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    checkFile(db)
    db.exec(ledger)
    return db.transaction(() => applyMissing(db, scripts)).immediate()
  }
  finally {
    db.close()
  }
}

function applyMissing(db: Database.Database, scripts: { name: string, sql: string }[]): string[] {
  const applied = db.prepare<[], Applied>('SELECT migration_name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL').all()
  const known = new Map(applied.map(row => [row.migration_name, row.checksum]))
  const done: string[] = []
  for (const { name, sql } of scripts) {
    const checksum = createHash('sha256').update(sql).digest('hex')
    const before = known.get(name)
    known.delete(name)
    if (before === checksum)
      continue
    if (before !== undefined)
      throw new Error(`The migration ${name} was applied with other content; restore it, or start with an empty database.`)
    db.exec(sql)
    backfills[name]?.(db)
    db.prepare(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)`)
      .run(randomUUID(), checksum, name, Date.now(), Date.now())
    done.push(name)
  }
  if (known.size > 0)
    throw new Error(`The database was made by a newer version of this program (unknown migration ${[...known.keys()].join(', ')}).`)
  return done
}
