import type { Job, JobSummary } from '../contract/job.ts'

/** A job without its data and result, which lists and live updates do not carry. */
export function summaryOf({ data, options, result, ...summary }: Job): JobSummary {
  return summary
}
