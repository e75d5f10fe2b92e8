import type { FetchReport } from '../contract/job-types.ts'

/** The sum of two runs' reports. */
export function addFetchReports(a: FetchReport, b: FetchReport): FetchReport {
  const byOutcome = { ...a.byOutcome }
  for (const [outcome, requests] of Object.entries(b.byOutcome))
    byOutcome[outcome] = (byOutcome[outcome] ?? 0) + requests
  return {
    requests: a.requests + b.requests,
    byOutcome,
    bytes: a.bytes + b.bytes,
    waitedMs: a.waitedMs + b.waitedMs,
    robots: b.robots ?? a.robots,
  }
}
