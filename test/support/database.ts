import type { Database } from '../../server/store/database.ts'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBrandStore } from '../../server/store/brand-store.ts'
import { createSecretBox } from '../../server/store/brand/secret-box.ts'
import { openDatabase } from '../../server/store/database.ts'
import { createExportStore } from '../../server/store/export-store.ts'
import { createJobStore } from '../../server/store/job-store.ts'
import { migrate } from '../../server/store/migrate.ts'
import { createProductStore } from '../../server/store/product-store.ts'
import { createSnapshotStore } from '../../server/store/snapshot-store.ts'
import { createWordStore } from '../../server/store/words/word-store.ts'

export const migrationsDir = join(import.meta.dirname, '../../prisma/migrations')

export async function temporaryFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'gleaner-test-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

let template: Promise<Uint8Array> | null = null

/** The file as the migrations leave it: running them takes longer than most tests, and is done once in a process. */
async function migrated(): Promise<Uint8Array> {
  await using folder = await temporaryFolder()
  const file = join(folder.path, 'app.db')
  await migrate(file, migrationsDir)
  return await readFile(file)
}

/** A real database in a folder of its own, with its stores. */
export async function openTestStores() {
  const folder = await temporaryFolder()
  const file = join(folder.path, 'app.db')
  await writeFile(file, await (template ??= migrated()))
  const database: Database = await openDatabase({ file, migrations: migrationsDir })
  return {
    folder: folder.path,
    database,
    brands: createBrandStore(database, createSecretBox(new Uint8Array(32).fill(7))),
    products: createProductStore(database),
    jobs: createJobStore(database),
    exports: createExportStore(database),
    snapshots: createSnapshotStore(database),
    words: createWordStore(database),
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}
export type TestStores = Awaited<ReturnType<typeof openTestStores>>
