import type { JobSummary } from '../contract/job.ts'
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { guardCell } from './formula.ts'

const columns: Record<string, (job: JobSummary) => string | number | null> = {
  id: job => job.id,
  type: job => job.type,
  status: job => job.status,
  brand: job => guardCell(job.brandName ?? ''),
  priority: job => job.priority,
  tags: job => guardCell(job.tags.join(', ')),
  progress: job => job.progress,
  attempts: job => job.attempts,
  error_code: job => job.error?.code ?? null,
  error: job => guardCell(job.error?.message ?? ''),
  worker: job => guardCell(job.worker ?? ''),
  created_at: job => job.createdAt,
  started_at: job => job.startedAt,
  completed_at: job => job.completedAt,
}

/** A list of jobs as CSV (RFC 4180, a header first), text cells guarded against being run as formulas. */
export function jobListCsv(jobs: AsyncIterable<JobSummary>): Readable {
  async function* records() {
    for await (const job of jobs)
      yield Object.values(columns).map(of => of(job))
  }
  const csv = stringify({ header: true, columns: Object.keys(columns), record_delimiter: 'windows' })
  return Readable.from(records()).on('error', error => csv.destroy(error)).pipe(csv)
}
