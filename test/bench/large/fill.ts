import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { openDatabase } from '../../../server/store/database.ts'
import { migrate } from '../../../server/store/migrate.ts'
import { createWordStore } from '../../../server/store/words/word-store.ts'
import { fillBrands } from './fill-brands.ts'
import { fillJobs } from './fill-jobs.ts'
import { fillProducts } from './fill-products.ts'
import { createRandom, timeText } from './random.ts'

const migrations = join(import.meta.dirname, '../../../prisma/migrations')
/** The first one that looks at what is there already: rows are filled in before it, as on an installation that is brought up to date. */
const firstOfLarge = '20261124020000_insight'
const historyMs = 120 * 86_400_000

export interface FillOptions { file: string, jobs: number, products: number, seed: number, say: (line: string) => void }
export interface Filled {
  fillMs: number
  /** How long each migration took that found the rows there. */
  migrationsMs: Record<string, number>
  /** Of all products, which the server does in the background, with rests. */
  wordsMs: number
}

/**
 * Makes a database of so many jobs and products, the same for the same seed but for its last day, which is today. Rows
 * come first, without indexes; then the later migrations are applied as the server would, and timed.
 */
export async function fillDatabase({ file, jobs, products, seed, say }: FillOptions): Promise<Filled> {
  await using folder = await migrationFolder()
  const names = (await readdir(migrations)).filter(name => /^\d/.test(name)).sort()
  const isEarly = (name: string) => name < firstOfLarge
  for (const name of names.filter(isEarly))
    await folder.add(name)
  await mkdir(dirname(file), { recursive: true })
  await migrate(file, folder.path)
  const startedAt = performance.now()
  fillTables(file, { jobs, products, seed })
  const fillMs = performance.now() - startedAt
  say(`filled in ${(fillMs / 1000).toFixed(0)} s`)
  const migrationsMs: Record<string, number> = {}
  for (const name of names.filter(each => !isEarly(each))) {
    await folder.add(name)
    const began = performance.now()
    await migrate(file, folder.path)
    migrationsMs[name] = performance.now() - began
    say(`${name}: ${(migrationsMs[name] / 1000).toFixed(1)} s`)
  }
  addSeries(file)
  const wordsMs = await indexWords(file)
  say(`words: ${(wordsMs / 1000).toFixed(0)} s`)
  return { fillMs, migrationsMs, wordsMs }
}

function fillTables(file: string, { jobs, products, seed }: Pick<FillOptions, 'jobs' | 'products' | 'seed'>): void {
  const db = new Database(file)
  try {
    db.pragma('synchronous = OFF')
    db.pragma('cache_size = -200000')
    const indexes = db.prepare<[], { name: string, sql: string }>(`SELECT "name", "sql" FROM sqlite_schema WHERE "type" = 'index' AND "sql" IS NOT NULL AND "tbl_name" IN ('Job', 'JobEvent', 'Product', 'ProductChange')`).all()
    for (const { name } of indexes)
      db.exec(`DROP INDEX "${name}"`)
    const random = createRandom(seed)
    const lastMs = Date.now()
    const span = { firstMs: lastMs - historyMs, lastMs }
    const brands = fillBrands(db, random, span.firstMs)
    fillJobs(db, { brands, random, ...span, count: jobs })
    fillProducts(db, { brands, random, ...span, count: products })
    // What waits stays waiting: nothing is to run while requests are measured.
    for (const queue of ['scrape-brand', 'scrape-product-details', 'export-csv'])
      db.prepare('INSERT INTO "QueueSetting" ("name", "paused", "updatedAt") VALUES (?, 1, ?)').run(queue, timeText(lastMs))
    for (const { sql } of indexes)
      db.exec(sql)
    db.exec('UPDATE "Brand" SET "productCount" = (SELECT COUNT(*) FROM "Product" p WHERE p."brandId" = "Brand"."id" AND p."status" <> \'gone\')')
    db.pragma('wal_checkpoint(TRUNCATE)')
  }
  finally {
    db.close()
  }
}

async function indexWords(file: string): Promise<number> {
  await using database = await openDatabase({ file, migrations })
  const words = createWordStore(database)
  const startedAt = performance.now()
  while (await words.index({ rest: 0 }))
    continue
  return performance.now() - startedAt
}

/** What the overview draws is kept while jobs end; these have ended before. */
function addSeries(file: string): void {
  const db = new Database(file)
  try {
    for (const [span, width, days] of [['minute', 16, 1], ['hour', 13, 30]] as const) {
      db.prepare(`INSERT OR REPLACE INTO "_QueueEnded" SELECT ?, substr("completedAt", 1, ${width}) AS "at", "type", SUM("status" = 'completed'), SUM("status" = 'failed'), SUM("status" = 'cancelled') FROM "Job" WHERE "completedAt" > ? GROUP BY "at", "type"`).run(span, timeText(Date.now() - days * 86_400_000))
      db.prepare(`INSERT OR REPLACE INTO "_QueueDuration" SELECT ?, substr("completedAt", 1, ${width}) AS "at", "type", CAST(ceil(ln(MAX(1, "durationMs")) / ln(1.1)) AS INTEGER) AS "bucket", COUNT(*) FROM "Job" WHERE "completedAt" > ? GROUP BY "at", "type", "bucket"`).run(span, timeText(Date.now() - days * 86_400_000))
    }
    db.pragma('wal_checkpoint(TRUNCATE)')
  }
  finally {
    db.close()
  }
}

async function migrationFolder(): Promise<AsyncDisposable & { path: string, add: (name: string) => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'gleaner-migrations-'))
  return {
    path,
    add: name => cp(join(migrations, name), join(path, name), { recursive: true }),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  }
}
