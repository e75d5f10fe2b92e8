import type { HopOutcome } from '../fetch/safe-fetch.ts'
import type { Pace } from './pace.ts'

/** What was asked of a host and how: lets an owner prove good conduct. Durations in milliseconds. */
export interface HostLedger {
  host: string
  requests: number
  byOutcome: Record<string, number>
  bytes: number
  waitedMs: number
  /** The longest delay asked for by robots.txt; null when it asks for none. */
  crawlDelayMs: number | null
  /** The longest delay we meant to keep, and the shortest time there ever was between two requests. */
  delayMs: number
  shortestGapMs: number | null
  /** Answers 429, 430, or 503 with `Retry-After`. */
  rateLimited: number
  lastRequestAt: number | null
}

export function emptyLedger(host: string): HostLedger {
  return { host, requests: 0, byOutcome: {}, bytes: 0, waitedMs: 0, crawlDelayMs: null, delayMs: 0, shortestGapMs: null, rateLimited: 0, lastRequestAt: null }
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
