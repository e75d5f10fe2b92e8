import type Database from 'better-sqlite3'
import { causeOf } from '../contract/failure.ts'
import { Failure } from '../contract/problem.ts'

/** What a migration cannot say in SQL, done right after it in the same transaction; by the migration's name. */
export const backfills: Readonly<Record<string, (db: Database.Database) => void>> = {
  '20261124020000_insight': fillCauses,
}

/** Jobs that failed before causes were kept. */
function fillCauses(db: Database.Database): void {
  const write = db.prepare('UPDATE "Job" SET "cause" = ? WHERE "id" = ?')
  for (const { id, error } of db.prepare<[], { id: string, error: string }>('SELECT "id", "error" FROM "Job" WHERE "errorCode" IS NOT NULL AND "error" IS NOT NULL').all()) {
    const failure = Failure.safeParse(JSON.parse(error))
    if (failure.success)
      write.run(causeOf(failure.data), id)
  }
}
