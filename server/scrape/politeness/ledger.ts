import type { HostConduct } from '../../contract/job-types.ts'
import type { HopOutcome } from '../fetch/safe-fetch.ts'
import type { Pace } from './pace.ts'

/** The conduct towards a host so far; lets an owner prove that it was good. */
export interface HostLedger extends HostConduct {
  lastRequestAt: number | null
}

export function emptyLedger(host: string): HostLedger {
  return { host, requests: 0, byOutcome: {}, bytes: 0, waitedMs: 0, crawlDelayMs: null, delayMs: 0, shortestGapMs: null, rateLimited: 0, robotsVersion: null, lastRequestAt: null }
}

/** The word under which a request is counted: its error's code, else its status. */
export function outcomeName({ status, code }: HopOutcome): string {
  return code ?? String(status)
}

export const note = {
  start(ledger: HostLedger, now: number, pace: Pace): void {
    ledger.requests++
    if (ledger.lastRequestAt !== null)
      ledger.shortestGapMs = Math.min(ledger.shortestGapMs ?? Number.POSITIVE_INFINITY, now - ledger.lastRequestAt)
    ledger.lastRequestAt = now
    ledger.delayMs = Math.max(ledger.delayMs, pace.delayMs)
    if (pace.crawlDelayMs !== null)
      ledger.crawlDelayMs = Math.max(ledger.crawlDelayMs ?? 0, pace.crawlDelayMs)
  },
  end(ledger: HostLedger, outcome: HopOutcome): void {
    const name = outcomeName(outcome)
    ledger.byOutcome[name] = (ledger.byOutcome[name] ?? 0) + 1
    ledger.bytes += outcome.bytes
    if (outcome.status === 429 || outcome.status === 430 || (outcome.status === 503 && outcome.retryAfterMs !== null))
      ledger.rateLimited++
  },
}
