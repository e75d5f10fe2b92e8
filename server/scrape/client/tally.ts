import type { FetchReport, HostConduct } from '../../contract/job-types.ts'
import type { Told } from '../../contract/told.ts'
import type { HopOutcome } from '../fetch/safe-fetch.ts'
import type { HostLedger } from '../politeness/ledger.ts'
import type { Pace } from '../politeness/pace.ts'
import { inEnglish } from '../../contract/told.ts'
import { emptyLedger, note, outcomeName } from '../politeness/ledger.ts'

const mostHosts = 50

/** Counts what one run asks of the shop, over all and host by host. */
export function createTally(now: () => number) {
  const report: FetchReport = { requests: 0, byOutcome: {}, bytes: 0, waitedMs: 0, robots: null }
  const hosts = new Map<string, HostLedger>()

  function ledgerOf(host: string): HostLedger {
    const ledger = hosts.get(host) ?? emptyLedger(host)
    if (hosts.size < mostHosts)
      hosts.set(host, ledger)
    return ledger
  }

  function count(name: string): void {
    report.byOutcome[name] = (report.byOutcome[name] ?? 0) + 1
  }

  return {
    /** A request goes out now, after `waitedMs` of politeness. */
    sent(host: string, pace: Pace, waitedMs: number): void {
      report.waitedMs += Math.round(waitedMs)
      const ledger = ledgerOf(host)
      ledger.waitedMs += Math.round(waitedMs)
      note.start(ledger, now(), pace)
    },
    answered(host: string, outcome: HopOutcome): void {
      report.requests++
      report.bytes += outcome.bytes
      count(outcomeName(outcome))
      note.end(ledgerOf(host), outcome)
    },
    /** A page whose scripts were run. */
    rendered(): void {
      report.rendered = (report.rendered ?? 0) + 1
    },
    /** Not sent at all. */
    refused: count,
    /** What the first robots.txt said, for people; the version that each host's rules are of. */
    robots(told: Told, host: string, version: string | null): void {
      report.robotsTold ??= told
      report.robots ??= inEnglish(told)
      ledgerOf(host).robotsVersion = version
    },
    report: (): FetchReport => ({ ...report, byOutcome: { ...report.byOutcome }, hosts: [...hosts.values()].map(conduct) }),
  }
}
export type Tally = ReturnType<typeof createTally>

function conduct({ lastRequestAt: _, ...ledger }: HostLedger): HostConduct {
  return { ...ledger, byOutcome: { ...ledger.byOutcome } }
}
