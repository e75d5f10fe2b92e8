import Sqlite from 'better-sqlite3'

export interface JobRecord {
  id: string
  type: string
  status: string
  flowId: string | null
  parentId: string | null
  generation: number
  attempts: number
  failures: number
  starts: number
  worker: string | null
  errorCode: string | null
  result: string | null
  heartbeatAt: string | null
  createdAt: string
  startedAt: string | null
  completedAt: string | null
}

export interface EventRecord { jobId: string, at: string, kind: string, message: string, worker: string | null }
export interface ExportRecord { jobId: string, filename: string, rows: number, bytes: number, sha256: string, createdAt: string }
export interface ProductRecord { url: string, key: string, status: string, name: string | null, priceMinor: number | null, sku: string | null, readBy: string | null }

/** The server's database as it is on the disk, read from outside and never written. */
export function openRecords(file: string) {
  const db = new Sqlite(file, { readonly: true, timeout: 10_000 })
  const all = <Row>(sql: string, ...values: unknown[]) => db.prepare(sql).all(...values) as Row[]
  return {
    jobs: () => all<JobRecord>('SELECT "id", "type", "status", "flowId", "parentId", "generation", "attempts", "failures", "starts", "worker", "errorCode", "result", "heartbeatAt", "createdAt", "startedAt", "completedAt" FROM "Job" ORDER BY "id"'),
    countOpen: () => (db.prepare(`SELECT count(*) AS n FROM "Job" WHERE "status" IN ('pending', 'delayed', 'active')`).get() as { n: number }).n,
    countEnded: () => (db.prepare(`SELECT count(*) AS n FROM "Job" WHERE "status" NOT IN ('pending', 'delayed', 'active')`).get() as { n: number }).n,
    /** Something else after each change of a job. */
    changes: () => JSON.stringify(db.prepare('SELECT count(*) AS jobs, total("version") AS versions FROM "Job"').get()),
    /** Ids of jobs that the queue has been given and that have not come to an end. */
    undone: () => all<{ id: string }>(`SELECT "id" FROM "Job" WHERE "status" IN ('pending', 'delayed', 'active') AND "dispatchedAt" IS NOT NULL`).map(row => row.id),
    active: () => all<JobRecord>(`SELECT * FROM "Job" WHERE "status" = 'active'`),
    events: (...kinds: string[]) => all<EventRecord>(`SELECT "jobId", "at", "kind", "message", "worker" FROM "JobEvent" WHERE "kind" IN (${kinds.map(() => '?').join(', ')}) ORDER BY "id"`, ...kinds),
    exports: () => all<ExportRecord>('SELECT "jobId", "filename", "rows", "bytes", "sha256", "createdAt" FROM "Export"'),
    scheduleRuns: () => all<{ dueAt: string, jobId: string | null, outcome: string }>('SELECT "dueAt", "jobId", "outcome" FROM "ScheduleRun" ORDER BY "dueAt"'),
    products: () => all<ProductRecord>('SELECT "url", "key", "status", "name", "priceMinor", "sku", "readBy" FROM "Product" ORDER BY "id"'),
    productIds: () => all<{ id: string }>('SELECT "id" FROM "Product" ORDER BY "id"').map(row => row.id),
    integrity: () => (db.pragma('integrity_check') as { integrity_check: string }[]).map(row => row.integrity_check).join('; '),
    close: () => void db.close(),
  }
}
export type Records = ReturnType<typeof openRecords>
