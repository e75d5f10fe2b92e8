import type { LedgerThing, LedgerThingQuery, LedgerThings } from '../contract/job-detail.ts'
import type { JobStatus } from '../contract/job-status.ts'
import type { Job } from '../contract/job.ts'
import type { LedgerThingStore, ThingKind } from '../store/ledger-thing-store.ts'
import { z } from 'zod'
import { finalStatuses, isFinal } from '../contract/job-status.ts'
import { CompletenessAccount, PageFailure } from '../contract/job-types.ts'
import { tell } from '../contract/told.ts'
import { Conflict } from '../errors.ts'
import { unsettled } from './ledger-counts.ts'

type Bucket = LedgerThingQuery['bucket']

const Search = z.object({ failed: z.number().default(0), failures: z.array(PageFailure).default([]), account: CompletenessAccount.optional().catch(undefined) }).catch({ failed: 0, failures: [], account: undefined })
const Reading = z.object({ notModified: z.number().default(0) }).catch({ notModified: 0 })
const onlyCounted: LedgerThings = { listed: 'none', items: [], nextCursor: null, sources: [] }

/** Parts that the things of a bucket are of; undefined for all of the run. */
const partsOf: Partial<Record<Bucket, JobStatus[]>> = { queued: ['pending', 'delayed'], running: ['active'], cancelled: ['cancelled'], skipped: ['completed'], failed: [...finalStatuses] }

/**
 * What is behind a number of a run's ledger. `kept` is its result, or what it has saved until now.
 * @throws {Conflict} for a job that scrapes nothing
 */
export async function listThings(store: LedgerThingStore, job: Job, kept: unknown, query: LedgerThingQuery): Promise<LedgerThings> {
  if (job.type === 'export-csv')
    throw new Conflict(tell('no-ledger'))
  return job.type === 'scrape-brand' ? listMet(store, job, Search.parse(kept), query) : listRead(store, job, Reading.parse(kept), query)
}

async function listMet(store: LedgerThingStore, job: Job, { failed, failures, account }: z.infer<typeof Search>, { bucket, cursor, limit }: LedgerThingQuery): Promise<LedgerThings> {
  if (bucket === 'done' || bucket === 'discovered')
    return { ...onlyCounted, listed: 'now', ...await store.products({ job, kinds: ['met'], cursor, limit }) }
  if (bucket === 'failed')
    return { ...onlyCounted, listed: failures.length < failed ? 'first' : 'all', items: failures.map(toThing) }
  return bucket === 'duplicate' ? { ...onlyCounted, sources: account?.sources ?? [] } : onlyCounted
}

function toThing({ url, code, message, told }: PageFailure, index: number): LedgerThing {
  return { id: String(index), productId: null, name: null, url, status: null, code, message, told }
}

async function listRead(store: LedgerThingStore, job: Job, { notModified }: z.infer<typeof Reading>, { bucket, cursor, limit }: LedgerThingQuery): Promise<LedgerThings> {
  if (bucket === 'duplicate')
    return { ...onlyCounted, listed: 'all', ...await store.products({ job, kinds: ['repeated'], cursor, limit }) }
  // What was left out by its dates was not touched: nothing tells it from what was not to be read.
  if (bucket === 'skipped' && notModified > 0)
    return onlyCounted
  const isSplit = await store.hasParts(job.id)
  const kinds = kindsOf(bucket, job.status, isSplit)
  if (kinds === null)
    return onlyCounted
  return { ...onlyCounted, listed: 'now', ...await store.products({ job, kinds, partStatuses: isSplit ? partsOf[bucket] : undefined, cursor, limit }) }
}

/** Null where a run of this status has no such things. */
function kindsOf(bucket: Exclude<Bucket, 'duplicate'>, status: JobStatus, isSplit: boolean): ThingKind[] | null {
  if (bucket === 'discovered')
    return ['all']
  if (bucket === 'done')
    return ['read']
  if (bucket === 'failed')
    return failedOf(status, isSplit)
  if (!isSplit && unsettled[status] !== bucket)
    return null
  // A page that failed in a run that goes on is tried again.
  return bucket === 'skipped' || bucket === 'cancelled' ? ['left'] : ['left', 'failed']
}

function failedOf(status: JobStatus, isSplit: boolean): ThingKind[] | null {
  if (isSplit)
    return ['failed', 'left-by-failed-parts']
  return status === 'failed' ? ['failed', 'left'] : isFinal(status) ? ['failed'] : null
}
