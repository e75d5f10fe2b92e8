import type { Brand, BulkOperation, Export, JobSummary } from '../../server/contract/index.ts'

let serial = 0

/** A job as the server lists it; each call makes another one, a second younger than the last. */
export function makeJob(changes: Partial<JobSummary> = {}): JobSummary {
  serial += 1
  return {
    id: `job-${serial}`,
    type: 'scrape-brand',
    status: 'pending',
    progress: 0,
    progressNote: null,
    priority: 0,
    tags: [],
    brandId: 'brand-1',
    brandName: 'Ackerfeld',
    parentId: null,
    flowId: null,
    attempts: 0,
    maxAttempts: 3,
    error: null,
    worker: null,
    runAt: null,
    createdAt: new Date(Date.UTC(2026, 10, 23, 12, 0, serial)).toISOString(),
    startedAt: null,
    completedAt: null,
    cause: null,
    durationMs: null,
    cancelRequestedAt: null,
    version: 1,
    ...changes,
  }
}

export function makeBrand(changes: Partial<Brand> = {}): Brand {
  return {
    id: 'brand-1',
    name: 'Ackerfeld',
    url: 'https://ackerfeld.example/',
    recipe: null,
    settings: {},
    productCount: 0,
    lastRun: null,
    createdAt: '2026-11-23T12:00:00.000Z',
    updatedAt: '2026-11-23T12:00:00.000Z',
    ...changes,
  }
}

export function makeExport(changes: Partial<Export> = {}): Export {
  serial += 1
  return {
    id: `export-${serial}`,
    jobId: `job-of-${serial}`,
    brandId: null,
    filename: `products-${serial}.csv`,
    rows: 1,
    bytes: 10,
    sha256: 'a'.repeat(64),
    createdAt: new Date(Date.UTC(2026, 10, 23, 12, 0, serial)).toISOString(),
    expiresAt: null,
    isFileGone: false,
    ...changes,
  }
}

/** An action on many jobs that is at work; each call makes another one. */
export function makeOperation(changes: Partial<BulkOperation> = {}): BulkOperation {
  serial += 1
  return {
    id: `operation-${serial}`,
    action: 'retry',
    status: 'running',
    named: null,
    filter: { status: ['failed'] },
    priority: null,
    delayMs: null,
    canary: null,
    matched: 10,
    processed: 0,
    done: 0,
    skipped: 0,
    failed: 0,
    undone: 0,
    undoUntil: null,
    error: null,
    abortRequestedAt: null,
    createdAt: new Date(Date.UTC(2026, 10, 23, 12, 0, serial)).toISOString(),
    startedAt: null,
    finishedAt: null,
    version: 1,
    ...changes,
  }
}
