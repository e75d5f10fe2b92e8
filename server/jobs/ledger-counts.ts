import type { JobStatus } from '../contract/job-status.ts'
import type { FetchReport } from '../contract/job-types.ts'
import type { LedgerBucket, LedgerCounts, LedgerRequests, StatusClasses } from '../contract/ledger.ts'
import { z } from 'zod'
import { CompletenessAccount } from '../contract/job-types.ts'
import { ledgerBuckets } from '../contract/ledger.ts'

const noCounts: LedgerCounts = { discovered: 0, queued: 0, running: 0, done: 0, failed: 0, skipped: 0, cancelled: 0, duplicate: 0 }

/** Where the things of a run belong that it has not settled. */
const unsettled = { pending: 'queued', delayed: 'queued', active: 'running', completed: 'skipped', failed: 'failed', cancelled: 'cancelled' } as const satisfies Record<JobStatus, LedgerBucket>

const count = z.number().int().min(0)
const Reading = z.object({ products: count.optional(), read: count.default(0), failed: count.default(0), notModified: count.default(0) })
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

/** `met`: products that the rows name this run as having met, for a run that did not come to a result. */
export function countSearch({ kept, met }: { kept: unknown, met: number }): LedgerCounts {
  const { found = met, failed = 0, account } = Search.safeParse(kept).data ?? {}
  const sightings = account?.sources.reduce((sum, source) => sum + source.found, 0) ?? 0
  return balanced({
    done: found,
    failed,
    skipped: account ? account.blocked + account.dead : 0,
    duplicate: account ? Math.max(0, sightings - account.found) : 0,
  })
}

/** A run by itself, or a part of one. */
export function countDetails({ status, asked, repeated, kept }: DetailsRun): LedgerCounts {
  const { products = 0, read = 0, failed = 0, notModified = 0 } = Reading.safeParse(kept).data ?? {}
  const counts = { ...noCounts, done: read + notModified, failed, duplicate: repeated }
  counts[unsettled[status]] += Math.max(0, Math.max(asked - repeated, products) - counts.done - failed)
  return balanced(counts)
}

/** A run whose work was shared: what no part was given had not to be read. */
export function countParts(whole: DetailsRun, parts: LedgerCounts[]): LedgerCounts {
  const sum = { ...noCounts, duplicate: whole.repeated }
  for (const part of parts) {
    for (const bucket of ledgerBuckets)
      sum[bucket] += part[bucket]
  }
  const { products = whole.asked - whole.repeated } = Reading.safeParse(whole.kept).data ?? {}
  sum.skipped += Math.max(0, products - (balanced(sum).discovered - sum.duplicate))
  return balanced(sum)
}

/** Everything discovered is in a bucket, and nothing else is: the sum is the only way to the total. */
function balanced(buckets: Partial<Record<LedgerBucket, number>>): LedgerCounts {
  const counts = { ...noCounts, ...buckets }
  counts.discovered = ledgerBuckets.reduce((sum, bucket) => sum + counts[bucket], 0)
  return counts
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
