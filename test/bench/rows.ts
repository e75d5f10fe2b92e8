import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import Database from 'better-sqlite3'
import { openDatabase } from '../../server/store/database.ts'
import { createInsightStore } from '../../server/store/insight-store.ts'
import { createJobStore } from '../../server/store/job-store.ts'
import { migrate } from '../../server/store/migrate.ts'

const migrations = join(import.meta.dirname, '../../prisma/migrations')
const rounds = 30

// Fills a table of jobs of all kinds, most of them ended, and measures each reading of the dashboard at the stores.
// Usage: node test/bench/rows.ts [jobs]
const jobs = Number(process.argv[2] ?? 50_000)
const folder = await mkdtemp(join(tmpdir(), 'gleaner-rows-'))
try {
  const file = join(folder, 'app.db')
  await migrate(file, migrations)
  const began = performance.now()
  fill(file)
  const filledS = (performance.now() - began) / 1000
  await using database = await openDatabase({ file, migrations })
  const store = createJobStore(database)
  const insight = createInsightStore(database)
  const now = Date.parse('2026-11-24T12:00:00.000Z')
  const list = (query: object) => () => store.list({ limit: 50, status: undefined, ...query })
  const deep = await store.list({ limit: 1, status: undefined, search: 'page 77' })
  const cases: Record<string, () => Promise<unknown>> = {
    'newest': list({}),
    'failed': list({ status: ['failed'] }),
    'two statuses': list({ status: ['failed', 'cancelled'] }),
    'type and status': list({ type: 'scrape-brand', status: ['completed'] }),
    'brand': list({ brandId: 'b7' }),
    'brand, failed': list({ brandId: 'b7', status: ['failed'] }),
    'worker and priority': list({ worker: 'w3', priority: 4 }),
    'priority that no job has': list({ priority: 99 }),
    'cause': list({ cause: 'http-status: The shop answered with an error (5xx).' }),
    'finished, newest': list({ sort: 'finished' }),
    'longest of a brand': list({ sort: 'duration', brandId: 'b7' }),
    'longest failed': list({ sort: 'duration', status: ['failed'] }),
    'finished in an hour': list({ finishedAfter: '2026-11-23T10:00:00.000Z', finishedBefore: '2026-11-23T11:00:00.000Z' }),
    'search, one word of many jobs': list({ search: 'acme' }),
    'search, beginning of a word': list({ search: 'ac' }),
    'search, two words, failed': list({ search: 'acme 77', status: ['failed'] }),
    'search, a word that is not there': list({ search: 'zebra' }),
    'search, sorted by duration': list({ search: 'acme', sort: 'duration' }),
    'page after a search': list({ search: 'page', cursor: deep.nextCursor ?? undefined }),
    'counts': () => store.counts(),
    'oldest pending': () => store.oldestPending(),
    'series of minutes': () => insight.series('minute', now),
    'durations of a day': () => insight.durations('hour', now),
    'failures': () => insight.failures({ limit: 50 }),
    'attention': () => insight.attention(50),
  }
  const lines = []
  for (const [name, ask] of Object.entries(cases)) {
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      const start = performance.now()
      await ask()
      times.push(performance.now() - start)
    }
    times.sort((a, b) => a - b)
    lines.push(`| ${name} | ${times[rounds / 2]!.toFixed(1)} | ${times.at(-1)!.toFixed(1)} |`)
    process.stdout.write(`${lines.at(-1)}\n`)
  }
  const text = [`# Readings of the dashboard at ${jobs.toLocaleString('en')} jobs`, '', `\`node test/bench/rows.ts ${jobs}\`, at the stores (without HTTP), ${rounds} times each, in milliseconds. The table was filled in ${filledS.toFixed(0)} s with its triggers and words.`, '', '| reading | median | slowest |', '|---|---|---|', ...lines, ''].join('\n')
  await writeFile(join(import.meta.dirname, 'RESULTS-rows.md'), text)
}
finally {
  await rm(folder, { recursive: true, force: true })
}

function fill(file: string): void {
  const db = new Database(file)
  db.pragma('synchronous = OFF')
  const day = Date.parse('2026-11-23T00:00:00.000Z')
  const at = (ms: number) => new Date(ms).toISOString().replace('Z', '+00:00')
  const brand = db.prepare('INSERT INTO "Brand" ("id", "name", "url", "createdAt", "updatedAt") VALUES (?, ?, ?, ?, ?)')
  for (let index = 0; index < 200; index++)
    brand.run(`b${index}`, `Acme ${index}`, `https://acme-${index}.test/`, at(day), at(day))
  const insert = db.prepare('INSERT INTO "Job" ("id", "type", "status", "priority", "data", "result", "error", "errorCode", "cause", "brandId", "maxAttempts", "worker", "createdAt", "startedAt", "completedAt", "durationMs", "updatedAt") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 3, ?, ?, ?, ?, ?, ?)')
  const types = ['scrape-brand', 'scrape-product-details', 'export-csv']
  const chunk = 10_000
  for (let start = 0; start < jobs; start += chunk) {
    db.transaction(() => {
      for (let index = start; index < Math.min(jobs, start + chunk); index++) {
        const kind = index % 20
        const status = kind === 0 ? 'failed' : kind === 1 ? 'cancelled' : kind === 2 && index % 40 === 2 ? 'pending' : 'completed'
        const created = day + index * 80
        const ms = status === 'pending' ? null : 50 + (index * 7919) % 600_000
        const error = status === 'failed' ? { code: 'http-status', message: `The shop answered with an error (50${index % 5}).`, retryable: true } : null
        insert.run(`01930000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`, types[index % 3], status, index % 5, JSON.stringify({ brandId: `b${index % 200}`, note: `page ${index % 1000}` }), status === 'completed' ? JSON.stringify({ found: index % 500, failed: index % 9, complete: true }) : null, error && JSON.stringify(error), error && error.code, error && 'http-status: The shop answered with an error (5xx).', `b${index % 200}`, `w${index % 8}`, at(created), ms === null ? null : at(created), ms === null ? null : at(created + ms), ms, at(created))
      }
    })()
  }
  db.exec('ANALYZE')
  db.close()
}
