import type { JobSummary, RunDiffItem } from '../../server/contract/index.ts'

/** Scrapes of a whole; parts of one are made after the job that waits for them, other jobs of a flow before it. */
export function comparableRuns(jobs: JobSummary[]): JobSummary[] {
  return jobs.filter(job => job.type !== 'export-csv' && job.completedAt !== null && (job.parentId === null || job.parentId > job.id))
}

const names: Record<string, string> = { priceMinor: 'price', listPriceMinor: 'listPrice' }

/** A change as people read it: the field's name, and amounts as money. */
export function readableChange({ field, before, after }: RunDiffItem['fields'][number], money: (minor: number) => string) {
  const text = (value: string | null) => value !== null && field in names ? money(Number(value)) : value
  return { field: names[field] ?? field, before: text(before), after: text(after) }
}
