import type { Brand, Job } from '../../server/contract/index.ts'
import type { Telling } from '../../server/contract/told.ts'
import type { Gleaner, Home } from './gleaner.ts'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { v7 } from 'uuid'
import { inEnglish, tell } from '../../server/contract/told.ts'

interface Shop { id: string, name: string, url: string, products: number, trouble: 'none' | 'some' | 'much' }

const minuteMs = 60_000
const shops: Omit<Shop, 'id'>[] = [
  { name: 'Ackerfeld Werkstätten', url: 'https://ackerfeld.example/', products: 1284, trouble: 'none' },
  { name: 'Birch & Bow', url: 'https://birchandbow.example/', products: 312, trouble: 'none' },
  { name: 'Calluna Outdoor', url: 'https://calluna-outdoor.example/', products: 8460, trouble: 'some' },
  { name: 'Dünenhaus Strandkörbe und Gartenmöbel', url: 'https://duenenhaus-strandkoerbe-und-gartenmoebel.example/', products: 96, trouble: 'much' },
  { name: 'Eastmoor Ceramics', url: 'https://eastmoor-ceramics.example/', products: 740, trouble: 'none' },
  { name: 'Fernhill', url: 'https://fernhill.example/', products: 51_200, trouble: 'some' },
]
const failures = [
  { code: 'http-status', message: 'The shop answered with an error (503).', retryable: true },
  { code: 'timeout', message: 'The shop took longer than 30 s to answer.', retryable: true },
  { code: 'blocked', message: 'The shop answers with a page that asks whether the visitor is a human.', retryable: false },
] as const

/** Numbers that are the same each time: pictures should change only when the dashboard does. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** Fills a running installation with a day of work for several brands, as it would have come about. */
export async function furnish(gleaner: Gleaner, home: Home, now = Date.now()): Promise<void> {
  const known: Shop[] = []
  for (const shop of shops)
    known.push({ ...shop, id: (await gleaner.post<Brand>('/api/brands', { url: shop.url, name: shop.name })).id })
  using db = Object.assign(new Database(join(home.data, 'app.db'), { timeout: 20_000 }), { [Symbol.dispose]: () => db.close() })
  db.transaction(() => addDay(db, known, now))()
  const [, , calluna, dunes] = known
  await gleaner.submit({ type: 'export-csv', data: { brandId: calluna!.id, filename: 'calluna-weekly' }, delayMs: 90 * minuteMs, priority: 5 })
  await gleaner.post<Job>('/api/schedules', { name: 'Every night', timing: { cron: '15 3 * * *', timeZone: 'Europe/Berlin' }, work: { preset: 'refresh-and-export', brandId: calluna!.id } })
  await gleaner.post<Job>('/api/schedules', { name: 'Prices, every six hours', timing: { everyMs: 6 * 60 * minuteMs }, work: { type: 'scrape-product-details', data: { brandId: dunes!.id } } })
}

const columnsOf = (telling: Telling) => [inEnglish([telling]), JSON.stringify([telling])]

/** Jobs are written as waiting and then ended, so that the triggers count them as they count others. */
function addDay(db: Database.Database, brands: Shop[], now: number): void {
  const random = dice(7)
  const at = (ms: number) => new Date(ms).toISOString().replace('Z', '+00:00')
  const insert = db.prepare('INSERT INTO "Job" ("id", "type", "status", "data", "brandId", "maxAttempts", "attempts", "worker", "createdAt", "startedAt", "updatedAt") VALUES (?, ?, \'pending\', ?, ?, 2, 1, ?, ?, ?, ?)')
  const end = db.prepare('UPDATE "Job" SET "status" = ?, "progress" = ?, "result" = ?, "error" = ?, "errorCode" = ?, "cause" = ?, "completedAt" = ?, "version" = 3 WHERE "id" = ?')
  const event = db.prepare('INSERT INTO "JobEvent" ("id", "jobId", "at", "kind", "level", "attempt", "worker", "message", "told", "data") VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?)')
  const product = db.prepare('UPDATE "Brand" SET "productCount" = ? WHERE "id" = ?')
  for (const { id, products } of brands)
    product.run(products, id)
  for (let minute = 24 * 60; minute > 2; minute -= 3 + Math.floor(random() * 9)) {
    const brand = brands[Math.floor(random() * brands.length)]!
    const type = (['scrape-brand', 'scrape-product-details', 'scrape-product-details', 'export-csv'] as const)[Math.floor(random() * 4)]!
    const startedAt = now - minute * minuteMs
    const ms = Math.min((minute - 1) * minuteMs, Math.round((type === 'export-csv' ? 900 : 20_000) * (0.4 + random() * 2.2) * Math.log2(brand.products) / 8))
    const fails = type !== 'export-csv' && random() < { none: 0.01, some: 0.08, much: 0.6 }[brand.trouble]
    const failure = fails ? failures[brand.trouble === 'much' ? 2 : Math.floor(random() * 2)]! : null
    const status = failure ? 'failed' : random() < 0.02 ? 'cancelled' : 'completed'
    const worker = `shed-${1 + Math.floor(random() * 2)}-4711-${type}`
    const id = v7({ msecs: startedAt })
    insert.run(id, type, JSON.stringify({ brandId: brand.id }), brand.id, worker, at(startedAt), at(startedAt), at(startedAt))
    const last = failure ? tell('failure', { failure }) : status === 'cancelled' ? tell('stopped') : type === 'export-csv' ? tell('export-written', { n: brand.products, file: 'products.csv' }) : tell('details-read', { read: brand.products, total: brand.products, changed: 0, unchanged: brand.products, failed: 0 })
    const cause = failure && `${failure.code}: ${failure.message.replace(/\(5\d\d\)/, '(5xx)').replace(/\d+ s/, '# s')}`
    end.run(status, status === 'completed' ? 100 : Math.round(random() * 80), null, failure && JSON.stringify(failure), failure && failure.code, cause, at(startedAt + ms), id)
    event.run(v7({ msecs: startedAt }), id, at(startedAt), 'started', 'info', worker, ...columnsOf(tell('attempt', { attempt: 1, most: 2 })), null)
    event.run(v7({ msecs: startedAt + ms }), id, at(startedAt + ms), status, failure ? 'error' : 'info', worker, ...columnsOf(last), JSON.stringify({ ...failure, durationMs: ms }))
  }
}
