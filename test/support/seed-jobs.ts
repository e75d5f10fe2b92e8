import { join } from 'node:path'
import Database from 'better-sqlite3'
import { newId } from '../../server/store/id.ts'

export interface SeededJob {
  type?: 'scrape-brand' | 'scrape-product-details' | 'export-csv'
  status?: 'completed' | 'failed' | 'cancelled'
  brandId?: string
  data?: Record<string, unknown>
}

/**
 * Writes ended jobs straight into the database of an installation, also of one that runs; its triggers see them as any
 * others.
 * @returns their ids, oldest first
 */
export function seedJobs(dataFolder: string, count: number, { type = 'export-csv', status = 'failed', brandId, data = {} }: SeededJob = {}): string[] {
  const db = new Database(join(dataFolder, 'app.db'), { timeout: 30_000 })
  try {
    const now = new Date().toISOString().replace('Z', '+00:00')
    const error = status === 'failed' ? { code: 'timeout', message: 'The shop did not answer in time.', retryable: true } : null
    const insert = db.prepare('INSERT INTO "Job" ("id", "type", "status", "data", "error", "errorCode", "cause", "brandId", "attempts", "maxAttempts", "createdAt", "startedAt", "completedAt", "durationMs", "updatedAt") VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 1, ?, ?, ?, 0, ?)')
    const ids = Array.from({ length: count }, () => newId())
    const chunk = 1000
    for (let start = 0; start < count; start += chunk) {
      db.transaction(() => {
        for (const id of ids.slice(start, start + chunk))
          insert.run(id, type, status, JSON.stringify(data), error && JSON.stringify(error), error && error.code, error && 'timeout: The shop did not answer in time.', brandId ?? null, now, now, now, now)
      })()
    }
    return ids
  }
  finally {
    db.close()
  }
}
