import type { ledgerBuckets } from './ledger-words.ts'
import { z } from 'zod'
import { JobStatus } from './job-status.ts'
import { JobId } from './job.ts'
import { diffKinds } from './ledger-words.ts'
import { PageQuery } from './page.ts'
import { Currency, MinorAmount, ProductId, ProductStatus } from './product.ts'
import { Timestamp } from './time.ts'

export type LedgerBucket = (typeof ledgerBuckets)[number]

/**
 * What became of everything a run has to do with. Each thing is in exactly one bucket. `discovered` is no sum: it is
 * what the run was asked for and planned when it began, or what its crawl says it has met. The books of a run are right
 * when `discovered = queued + running + done + failed + skipped + cancelled + duplicate`.
 *
 * Of a details run, things are the products that it was asked to read:
 * - `done`: read, or left out because the shop's own dates say that they have not changed,
 * - `failed`: their pages could not be read; of a failed run, all that it did not get done,
 * - `queued`, `running`, `cancelled`: not settled, in a run (or a part of it) that waits, is active, was cancelled. A page
 *   that failed in an active run is not settled yet, because a restart tries it again,
 * - `skipped`: asked for, but not to be read: gone, read before, or not there,
 * - `duplicate`: named more than once in the request.
 *
 * Of a search for products, things are the addresses that it has met; what it has not met yet it does not know:
 * - `done`: products met and kept,
 * - `failed`: pages of the shop that could not be read,
 * - `skipped`: kept out by robots.txt, or listed though their pages are gone or no products,
 * - `duplicate`: products met again by a second source.
 */
export const LedgerCounts = z.object({
  discovered: z.number().int(),
  queued: z.number().int(),
  running: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  skipped: z.number().int(),
  cancelled: z.number().int(),
  duplicate: z.number().int(),
}).describe('`discovered` is counted by itself: what was planned, or met; all others together should be as many')
export type LedgerCounts = z.infer<typeof LedgerCounts>

/** Requests by class of their status; `none` got no answer, or were not sent because robots.txt or a guard forbids them. */
export const StatusClasses = z.object({
  '2xx': z.number().int(),
  '3xx': z.number().int(),
  '4xx': z.number().int(),
  '5xx': z.number().int(),
  'none': z.number().int(),
})
export type StatusClasses = z.infer<typeof StatusClasses>

export const LedgerRequests = z.object({
  total: z.number().int().describe('The sum of the classes'),
  byClass: StatusClasses,
  byHost: z.array(z.object({ host: z.string(), total: z.number().int(), byClass: StatusClasses })),
})
export type LedgerRequests = z.infer<typeof LedgerRequests>

/** How many of the pages that were read in full gave each field, beside the last good run of the same brand. */
export const LedgerCoverage = z.object({
  pages: z.number().int().describe('Pages read in full: as many as gave the field that most of them gave, since every product page names its product'),
  fields: z.array(z.object({
    field: z.string(),
    pages: z.number().int(),
    share: z.number().min(0).max(1),
    before: z.number().min(0).max(1).nullable().describe('The share in the last good run; null without one'),
  })),
  against: z.object({ jobId: JobId, completedAt: Timestamp }).nullable().describe('The last good run: it read the whole brand, was completed, and at most a tenth of its pages failed'),
})
export type LedgerCoverage = z.infer<typeof LedgerCoverage>

/** The books of a scrape. */
export const JobLedger = z.object({
  jobId: JobId,
  status: JobStatus,
  unit: z.enum(['products', 'addresses']),
  counts: LedgerCounts,
  unaccounted: z.number().int().describe('What was discovered and is in no bucket; below 0, what is in two. Anything but 0 is a fault of ours'),
  parts: z.number().int().describe('Jobs that share the work; 0 when it was not split'),
  requests: LedgerRequests.nullable().describe('Null as long as the run has not reported any'),
  coverage: LedgerCoverage.nullable().describe('Null for a search, and as long as no page was read in full'),
})
export type JobLedger = z.infer<typeof JobLedger>

/**
 * What is different between the ends of two runs:
 * - `new`: products first met after the end of `from`, and not after that of `to`,
 * - `gone`: products that are gone now, and were last seen since `from` began but before `to` did,
 * - `changed`: products that were there before, with a followed field (name, prices, currency, availability, numbers, address) that changed in between.
 */
export const DiffKind = z.enum(diffKinds)
export type DiffKind = z.infer<typeof DiffKind>

export const RunDiffQuery = PageQuery.extend({
  from: JobId.describe('The earlier run'),
  to: JobId.describe('The later run'),
  kind: DiffKind,
})
export type RunDiffQuery = z.infer<typeof RunDiffQuery>

export const RunEnd = z.object({ jobId: JobId, startedAt: Timestamp, completedAt: Timestamp })
export type RunEnd = z.infer<typeof RunEnd>

export const RunDiffItem = z.object({
  id: ProductId,
  name: z.string().nullable(),
  url: z.string(),
  status: ProductStatus.describe('As it is now'),
  priceMinor: MinorAmount.nullable(),
  currency: Currency.nullable(),
  fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })).describe('Of `changed`: each field at the end of both runs'),
})
export type RunDiffItem = z.infer<typeof RunDiffItem>

/** A page, newest product first. It may be short, even empty, with a `nextCursor`: rare changes are looked for in bounded steps. */
export const RunDiff = z.object({
  from: RunEnd,
  to: RunEnd,
  kind: DiffKind,
  items: z.array(RunDiffItem),
  nextCursor: z.string().nullable(),
})
export type RunDiff = z.infer<typeof RunDiff>
