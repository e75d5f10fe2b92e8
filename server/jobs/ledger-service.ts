import type { LedgerThingQuery, LedgerThings } from '../contract/job-detail.ts'
import type { Job } from '../contract/job.ts'
import type { JobLedger, LedgerCoverage, RunDiff, RunDiffQuery, RunEnd } from '../contract/ledger.ts'
import type { BrandStore } from '../store/brand-store.ts'
import type { JobStore } from '../store/job-store.ts'
import type { LedgerThingStore } from '../store/ledger-thing-store.ts'
import type { ProductStore } from '../store/product-store.ts'
import type { RunStore } from '../store/run-store.ts'
import { z } from 'zod'
import { FetchReport } from '../contract/job-types.ts'
import { tell } from '../contract/told.ts'
import { Conflict, fieldError, InvalidInput } from '../errors.ts'
import { addFetchReports } from './add-fetch-reports.ts'
import { countDetails, countParts, countRequests, countSearch, unaccountedOf } from './ledger-counts.ts'
import { listThings } from './ledger-things.ts'

export interface LedgerServiceDeps {
  jobs: Pick<JobStore, 'get' | 'checkpoint'>
  brands: Pick<BrandStore, 'get'>
  products: Pick<ProductStore, 'count'>
  runs: RunStore
  things: LedgerThingStore
}

/** A run is good to be compared with when no larger share of its pages failed. */
const mostFailed = 0.1

const Coverage = z.record(z.string(), z.number().int().min(0))
const Kept = z.object({ fetch: FetchReport.optional().catch(undefined), coverage: Coverage.optional().catch(undefined) }).catch({})
const Good = z.object({ coverage: Coverage, products: z.number(), failed: z.number() })

/** The books of scrapes, from what runs keep: their result, their checkpoint, their parts, and the rows that they wrote. */
export function createLedgerService({ jobs, brands, products, runs, things }: LedgerServiceDeps) {
  /** @throws {NotFound} @throws {Conflict} for a job that scrapes nothing */
  async function ledger(id: string): Promise<JobLedger> {
    const job = await jobs.get(id)
    if (job.type === 'export-csv')
      throw new Conflict(tell('no-ledger'))
    // A run that was stopped leaves a few numbers as its result, and the rest in its checkpoint.
    const kept = { ...await jobs.checkpoint(id), ...job.result }
    const common = { jobId: job.id, status: job.status }
    if (job.type === 'scrape-brand') {
      // Rows are written together with a checkpoint: without one there are none to count.
      const isTold = 'found' in kept || Object.keys(kept).length === 0
      const counts = countSearch({ kept, met: isTold ? 0 : await runs.countMet(job.brandId, id) })
      return { ...common, unit: 'addresses', counts, unaccounted: unaccountedOf(counts), parts: 0, requests: requestsOf([kept]), coverage: null }
    }

    const ids = Array.isArray(job.data.productIds) ? job.data.productIds as string[] : null
    const asked = ids?.length ?? await products.count({ brandId: job.brandId ?? undefined })
    const whole = { status: job.status, asked: kept.products === undefined || ids ? asked : 0, repeated: ids ? ids.length - new Set(ids).size : 0, kept }
    const parts = await runs.parts(id)
    const sources = parts.length > 0 ? parts.map(part => part.kept) : [kept]
    const counts = parts.length > 0 ? countParts(whole, parts.map(part => countDetails({ ...part, repeated: 0 }))) : countDetails(whole)
    return {
      ...common,
      unit: 'products',
      counts,
      unaccounted: unaccountedOf(counts),
      parts: parts.length,
      requests: requestsOf(sources),
      coverage: await coverageOf(job, sumCoverage(sources)),
    }
  }

  async function coverageOf(job: Job, fields: Record<string, number>): Promise<LedgerCoverage | null> {
    const pages = pagesOf(fields)
    if (pages === 0)
      return null
    const last = job.brandId === null ? null : (await runs.completedBefore(job.brandId, job.id)).find(run => isGood(run.result)) ?? null
    const before = last && Good.parse(last.result).coverage
    const names = [...new Set([...Object.keys(fields), ...Object.keys(before ?? {})])]
    return {
      pages,
      fields: names
        .map(field => ({ field, pages: fields[field] ?? 0, share: (fields[field] ?? 0) / pages, before: before && (before[field] ?? 0) / pagesOf(before) }))
        .sort((a, b) => b.share - a.share || a.field.localeCompare(b.field)),
      against: last && { jobId: last.id, completedAt: last.completedAt },
    }
  }

  async function endOf(brandId: string, jobId: string, path: 'from' | 'to'): Promise<RunEnd> {
    const run = await runs.find(brandId, jobId)
    if (!run)
      throw new InvalidInput([fieldError(path, tell('no-scrape-of-brand'))])
    if (run.startedAt === null || run.completedAt === null)
      throw new Conflict(tell('run-open', { id: jobId }))
    return { jobId, startedAt: run.startedAt, completedAt: run.completedAt }
  }

  return {
    ledger,
    /** @throws {NotFound} @throws {InvalidInput} @throws {Conflict} for a job that scrapes nothing */
    async things(id: string, query: LedgerThingQuery): Promise<LedgerThings> {
      const job = await jobs.get(id)
      return listThings(things, job, { ...await jobs.checkpoint(id), ...job.result }, query)
    },
    /** @throws {NotFound} @throws {InvalidInput} @throws {Conflict} while one of the runs is open */
    async diff(brandId: string, query: RunDiffQuery): Promise<RunDiff> {
      await brands.get(brandId)
      const from = await endOf(brandId, query.from, 'from')
      const to = await endOf(brandId, query.to, 'to')
      if (to.completedAt < from.completedAt)
        throw new InvalidInput([fieldError('to', tell('ended-before-from'))])
      return { from, to, kind: query.kind, ...await runs.diff({ brandId, from, to, ...pageOf(query) }) }
    },
  }
}
export type LedgerService = ReturnType<typeof createLedgerService>

function pageOf({ kind, cursor, limit }: RunDiffQuery): Pick<RunDiffQuery, 'kind' | 'cursor' | 'limit'> {
  return { kind, cursor, limit }
}

function requestsOf(sources: unknown[]) {
  const reports = sources.flatMap(source => Kept.parse(source).fetch ?? [])
  const requests = reports.length === 0 ? null : countRequests(reports.reduce(addFetchReports))
  return requests?.total === 0 ? null : requests
}

function sumCoverage(sources: unknown[]): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const source of sources) {
    for (const [field, pages] of Object.entries(Kept.parse(source).coverage ?? {}))
      sum[field] = (sum[field] ?? 0) + pages
  }
  return sum
}

function pagesOf(coverage: Record<string, number>): number {
  return Math.max(0, ...Object.values(coverage))
}

function isGood(result: unknown): boolean {
  const good = Good.safeParse(result).data
  return good !== undefined && pagesOf(good.coverage) > 0 && good.failed <= mostFailed * good.products
}
