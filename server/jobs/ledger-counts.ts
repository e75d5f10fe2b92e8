import type { JobStatus } from '../contract/job-status.ts'
import type { FetchReport } from '../contract/job-types.ts'
import type { LedgerBucket, LedgerCounts, LedgerRequests, StatusClasses } from '../contract/ledger.ts'
import { z } from 'zod'
import { CompletenessAccount } from '../contract/job-types.ts'
import { ledgerBuckets } from '../contract/ledger-words.ts'

const noCounts: LedgerCounts = { discovered: 0, queued: 0, running: 0, done: 0, failed: 0, skipped: 0, cancelled: 0, duplicate: 0 }

/** Where the things of a run belong that it has not settled. */
export const unsettled = { pending: 'queued', delayed: 'queued', active: 'running', completed: 'skipped', failed: 'failed', cancelled: 'cancelled' } as const satisfies Record<JobStatus, LedgerBucket>

const count = z.number().int().min(0)
const Reading = z.object({ products: count.optional(), read: count.default(0), failed: count.default(0), notModified: count.default(0), skipped: count.optional() })
const Search = z.object({ found: count.optional(), failed: count.default(0), account: CompletenessAccount.optional() })

export interface DetailsRun {
  status: JobStatus
  /** Products that it was asked for: the named ones, or those of its selection as it is now. */
  asked: number
  /** Of the named ones, those named again. */
  repeated: number
  /** Its result, or what it has saved until now. */
  kept: unknown
}

/**
 * Of a search that believes itself complete, its crawl says what it has met; what was kept is counted on its own.
 * `met`: products that the rows name this run as having met, for a run that did not come to a result.
 */
export function countSearch({ kept, met }: { kept: unknown, met: number }): LedgerCounts {
  const { found = met, failed = 0, account } = Search.safeParse(kept).data ?? {}
  if (!account)
    return { ...noCounts, discovered: found + failed, done: found, failed }
  const sightings = account.sources.reduce((sum, source) => sum + source.found, 0)
  const skipped = account.blocked + account.dead
  // A second source that was only looked at in part may have met less than it gave.
  const duplicate = Math.max(0, sightings - account.found)
  return { ...noCounts, discovered: account.found + duplicate + failed + skipped, done: found, failed, skipped, duplicate }
}

/** A run by itself, or a part of one: what it was asked for and has not settled is where its status says. */
export function countDetails({ status, asked, repeated, kept }: DetailsRun): LedgerCounts {
  const { products = 0, read = 0, failed = 0, notModified = 0, skipped } = Reading.safeParse(kept).data ?? {}
  const discovered = Math.max(asked, products + repeated)
  const counts = { ...noCounts, discovered, done: read + notModified, failed, duplicate: repeated }
  const left = Math.max(0, discovered - repeated - counts.done - failed)
  // A completed run says itself what it left out; of named products, those that do not exist are left out beforehand.
  counts[unsettled[status]] += status === 'completed' && skipped !== undefined ? skipped + Math.max(0, asked - repeated - products) : left
  return counts
}

/** A run whose work was shared, against what it planned: of named products, those that do not exist were given to no part. */
export function countParts(whole: DetailsRun, parts: LedgerCounts[]): LedgerCounts {
  const { products = Math.max(0, whole.asked - whole.repeated) } = Reading.safeParse(whole.kept).data ?? {}
  const discovered = Math.max(whole.asked, products + whole.repeated)
  const counts = { ...noCounts, discovered, duplicate: whole.repeated, skipped: Math.max(0, discovered - whole.repeated - products) }
  for (const part of parts) {
    for (const bucket of ledgerBuckets)
      counts[bucket] += part[bucket]
  }
  return counts
}

/** What was discovered and is in no bucket; below 0, what is in more than one. */
export function unaccountedOf(counts: LedgerCounts): number {
  return ledgerBuckets.reduce((left, bucket) => left - counts[bucket], counts.discovered)
}

export function countRequests({ byOutcome, hosts = [] }: FetchReport): LedgerRequests {
  const byClass = classesOf(byOutcome)
  return {
    total: sumOf(byClass),
    byClass,
    byHost: hosts.map(({ host, byOutcome }) => ({ host, byClass: classesOf(byOutcome) }))
      .map(({ host, byClass }) => ({ host, total: sumOf(byClass), byClass }))
      .sort((a, b) => b.total - a.total || a.host.localeCompare(b.host)),
  }
}

function classesOf(byOutcome: Record<string, number>): StatusClasses {
  const classes: StatusClasses = { '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0, 'none': 0 }
  for (const [outcome, requests] of Object.entries(byOutcome)) {
    const name = /^[2-5]\d\d$/.test(outcome) ? `${outcome[0]}xx` : 'none'
    classes[name as keyof StatusClasses] += requests
  }
  return classes
}

function sumOf(classes: StatusClasses): number {
  return Object.values(classes).reduce((sum, requests) => sum + requests, 0)
}
