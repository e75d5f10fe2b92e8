import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../server/store/migrate.ts'
import { migrationsDir, temporaryFolder } from '../support/database.ts'
import { expectedSchema, readSchema } from './schema.ts'

test('the migrated database is what schema.prisma says', async () => {
  await using folder = await temporaryFolder()
  const file = join(folder.path, 'app.db')
  await migrate(file, migrationsDir)
  using db = disposable(new Database(file, { readonly: true }))
  expect(readSchema(db)).toEqual(expectedSchema(await readFile(join(migrationsDir, '../schema.prisma'), 'utf8')))
})

test('a second start applies nothing', async () => {
  await using folder = await temporaryFolder()
  const file = join(folder.path, 'app.db')
  expect(await migrate(file, migrationsDir)).not.toEqual([])
  expect(await migrate(file, migrationsDir)).toEqual([])
})

test('a migration that was edited after it was applied stops the start', async () => {
  await using folder = await temporaryFolder()
  const copy = join(folder.path, 'migrations')
  await cp(migrationsDir, copy, { recursive: true })
  const file = join(folder.path, 'app.db')
  const [first] = await migrate(file, copy)
  await writeFile(join(copy, first!, 'migration.sql'), '-- something else\n')
  await expect(migrate(file, copy)).rejects.toThrow(/was applied with other content/)
})

test('a database of a newer version is refused, not touched', async () => {
  await using folder = await temporaryFolder()
  const copy = join(folder.path, 'migrations')
  await cp(migrationsDir, copy, { recursive: true })
  await cp(join(copy, (await firstMigration())), join(copy, '29990101000000_future'), { recursive: true })
  await writeFile(join(copy, '29990101000000_future', 'migration.sql'), 'CREATE TABLE "Future" ("id" TEXT);\n')
  const file = join(folder.path, 'app.db')
  await migrate(file, copy)
  await expect(migrate(file, migrationsDir)).rejects.toThrow(/newer version/)
})

test('a migration that fails half-way leaves nothing of itself', async () => {
  await using folder = await temporaryFolder()
  const copy = join(folder.path, 'migrations')
  await cp(migrationsDir, copy, { recursive: true })
  await cp(join(copy, (await firstMigration())), join(copy, '29990101000000_broken'), { recursive: true })
  await writeFile(join(copy, '29990101000000_broken', 'migration.sql'), 'CREATE TABLE "Half" ("id" TEXT);\nCREATE TABLE "Half" ("id" TEXT);\n')
  const file = join(folder.path, 'app.db')
  await expect(migrate(file, copy)).rejects.toThrow(/already exists/)
  expect(await migrate(file, migrationsDir)).not.toEqual([])
})

async function firstMigration(): Promise<string> {
  await using folder = await temporaryFolder()
  return (await migrate(join(folder.path, 'app.db'), migrationsDir))[0]!
}

function disposable(db: Database.Database): Database.Database & Disposable {
  return Object.assign(db, { [Symbol.dispose]: () => void db.close() })
}
