import type { FetchReport } from '../../contract/job-types.ts'
import type { HopOutcome } from '../fetch/safe-fetch.ts'
import { outcomeName } from '../politeness/ledger.ts'

/** Counts what one run asks of the shop. */
export function createTally() {
  const report: FetchReport = { requests: 0, byOutcome: {}, bytes: 0, waitedMs: 0, robots: null }
  return {
    answered(outcome: HopOutcome): void {
      report.requests++
      const name = outcomeName(outcome)
      report.byOutcome[name] = (report.byOutcome[name] ?? 0) + 1
      report.bytes += outcome.bytes
    },
    refused(code: string): void {
      report.byOutcome[code] = (report.byOutcome[code] ?? 0) + 1
    },
    waited(ms: number): void {
      report.waitedMs += Math.round(ms)
    },
    robots(summary: string): void {
      report.robots ??= summary
    },
    report: (): FetchReport => ({ ...report, byOutcome: { ...report.byOutcome } }),
  }
}
export type Tally = ReturnType<typeof createTally>
