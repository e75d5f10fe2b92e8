import type Database from 'better-sqlite3'
import type { LargeBrand } from './fill-brands.ts'
import type { Random } from './random.ts'
import { inChunks, insertInto } from './insert.ts'
import { idAt, timeText } from './random.ts'

const failures = [
  ['http-status', 'The shop answered with an error (503).'],
  ['http-status', 'The shop answered with an error (404).'],
  ['rate-limited', 'The shop asked to slow down (429) 5 times.'],
  ['blocked', 'The shop shows a page against robots instead of its products.'],
  ['timeout', 'No answer within 30 s.'],
  ['connection-failed', 'The connection to the shop broke off.'],
  ['no-products', 'No way of finding products found any.'],
  ['robots-forbidden', 'robots.txt forbids these pages.'],
] as const

export interface FillJobsOptions { brands: readonly LargeBrand[], random: Random, firstMs: number, lastMs: number, count: number }

/** A history as an installation has it after months: nearly all has ended, most of it well; a few thousand wait. */
export function fillJobs(db: Database.Database, { brands, random, firstMs, lastMs, count }: FillJobsOptions): void {
  const event = insertInto(db, 'JobEvent', ['id', 'jobId', 'at', 'kind', 'level', 'attempt', 'worker', 'message'])
  const exported = insertInto(db, 'Export', ['id', 'jobId', 'brandId', 'filename', 'rows', 'bytes', 'sha256', 'createdAt'])
  let insert: ReturnType<typeof insertInto> | null = null
  inChunks(db, count, (index) => {
    const createdMs = firstMs + Math.floor((lastMs - firstMs) * index / count)
    const row = jobRow(brands[random.skewed(brands.length, 2)]!, random, { index, count, createdMs })
    insert ??= insertInto(db, 'Job', Object.keys(row))
    insert(Object.values(row))
    // Timelines of old jobs add size and change nothing.
    if (index > count * 0.95) {
      for (const [place, kind] of ['created', 'dispatched', 'started', row.status === 'failed' ? 'failed' : 'completed'].entries())
        event([idAt(createdMs + place, index * 4 + place), row.id, timeText(createdMs + place), kind, 'info', 1, row.worker, kind])
    }
    if (row.type === 'export-csv' && row.status === 'completed' && index % 10 === 0)
      exported([idAt(createdMs, index), row.id, row.brandId, `export-${index}.csv`, random.below(5000), random.below(5_000_000), 'a'.repeat(64), timeText(createdMs)])
  })
}

function jobRow(brand: LargeBrand, random: Random, { index, count, createdMs }: { index: number, count: number, createdMs: number }) {
  const kind = random.next()
  const type = kind < 0.2 ? 'scrape-brand' : kind < 0.92 ? 'scrape-product-details' : 'export-csv'
  const chance = random.next()
  const isWaiting = index >= count - Math.min(2000, count / 20)
  const status = isWaiting ? 'pending' : chance < 0.04 ? 'failed' : chance < 0.055 ? 'cancelled' : 'completed'
  const durationMs = Math.round(Math.exp(4 + random.next() * 9))
  const failure = status === 'failed' ? failures[random.skewed(failures.length, 1.5)]! : null
  const result = status !== 'completed' ? null : resultOf(type, random)
  return {
    id: idAt(createdMs, index),
    type,
    status,
    priority: random.chance(0.02) ? 10 : 0,
    progress: status === 'completed' ? 100 : 0,
    data: JSON.stringify(type === 'export-csv' ? { brandId: brand.id, filename: `${random.words(1)}-${index}.csv` } : { brandId: brand.id }),
    result: result && JSON.stringify(result),
    error: failure && JSON.stringify({ code: failure[0], message: failure[1], retryable: true }),
    errorCode: failure && failure[0],
    brandId: brand.id,
    attempts: isWaiting ? 0 : 1,
    maxAttempts: 2,
    worker: isWaiting ? null : `worker-${index % 12}`,
    createdAt: timeText(createdMs),
    startedAt: isWaiting ? null : timeText(createdMs + 400),
    completedAt: isWaiting ? null : timeText(createdMs + 400 + durationMs),
    updatedAt: timeText(createdMs + (isWaiting ? 0 : 400 + durationMs)),
  }
}

function resultOf(type: string, random: Random) {
  const fetch = { requests: random.below(2000), byOutcome: { ok: random.below(2000) }, bytes: random.below(90_000_000), waitedMs: random.below(60_000), robots: null }
  const found = random.skewed(5000)
  const failed = random.chance(0.1) ? random.below(20) : 0
  if (type === 'scrape-brand')
    return { strategy: 'shopify', tried: [{ strategy: 'shopify', found, note: '' }], found, added: random.below(9), updated: random.below(30), gone: 0, moved: 0, hidden: 0, unsure: 0, complete: !random.chance(0.05), failures: [], failed, fetch }
  if (type === 'scrape-product-details')
    return { products: found, read: found, changed: random.below(40), unchanged: found, failed, skipped: 0, moved: 0, coverage: { name: found, price: found }, failures: [], fetch }
  return { exportId: 'x', filename: `${random.words(1)}.csv`, rows: found, bytes: found * 300, sha256: 'a'.repeat(64) }
}
