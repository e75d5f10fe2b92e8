import type { FetchReport, PageFailure, ScrapeProductDetailsResult } from '../contract/job-types.ts'
import type { Job } from '../contract/job.ts'
import type { NewJob } from '../store/job-store.ts'
import type { ProductStore } from '../store/product-store.ts'
import type { ReadSelection } from '../store/product/stream.ts'
import { z } from 'zod'
import { jobTypes } from '../contract/job-types.ts'
import { addFetchReports } from './add-fetch-reports.ts'
import { addRemarks } from './count-remarks.ts'

const SplitMark = z.object({ split: z.literal(true) })
const longestFailureList = 100
const pageSize = 1000
const noFetch: FetchReport = { requests: 0, byOutcome: {}, bytes: 0, waitedMs: 0, robots: null }

/** Whether an earlier run gave the work to parts: then this one sums up. */
export function wasSplit(checkpoint: Record<string, unknown> | null): boolean {
  return SplitMark.safeParse(checkpoint).success
}

/** Jobs of `batch` products each, of one brand each, that together read what `job` was to read. */
export async function planParts(job: Job, products: Pick<ProductStore, 'nextToRead'>, selection: ReadSelection, brandIds: string[], batch: number): Promise<NewJob[]> {
  const parts: NewJob[] = []
  for (const brandId of brandIds) {
    const ids: string[] = []
    for (let after: string | null = null; ;) {
      const page = await products.nextToRead({ ...selection, brandId }, { jobId: job.id, after, limit: pageSize })
      const last = page.at(-1)
      if (!last)
        break
      ids.push(...page.map(task => task.id))
      after = last.id
    }
    for (let start = 0; start < ids.length; start += batch)
      parts.push({ type: job.type, data: { productIds: ids.slice(start, start + batch), full: job.data.full === true }, brandId, priority: job.priority, tags: job.tags, maxAttempts: job.maxAttempts, runAt: null, onChildFailure: 'ignore', children: [] })
  }
  return parts
}

/** The results of all parts as one; what a part should have read and did not has failed with it, or counts as skipped where it was stopped. */
export function sumParts(parts: Job[]): ScrapeProductDetailsResult {
  const total: ScrapeProductDetailsResult = { products: 0, read: 0, changed: 0, unchanged: 0, failed: 0, skipped: 0, notModified: 0, moved: 0, coverage: {}, failures: [], fetch: noFetch }
  for (const part of parts) {
    const own = jobTypes['scrape-product-details'].result.safeParse(part.result)
    const products = Array.isArray(part.data.productIds) ? part.data.productIds.length : 0
    total.products += products
    if (own.success)
      add(total, own.data)
    else
      addStopped(total, part, products)
  }
  return total
}

function add(total: ScrapeProductDetailsResult, part: ScrapeProductDetailsResult): void {
  for (const field of ['read', 'changed', 'unchanged', 'failed', 'skipped', 'moved'] as const)
    total[field] += part[field]
  total.notModified = (total.notModified ?? 0) + (part.notModified ?? 0)
  total.freshness ??= part.freshness
  for (const [field, pages] of Object.entries(part.coverage))
    total.coverage[field] = (total.coverage[field] ?? 0) + pages
  total.failures.push(...part.failures.slice(0, longestFailureList - total.failures.length) satisfies PageFailure[])
  addRemarks(total.remarks ??= [], part.remarks ?? [])
  total.fetch = addFetchReports(total.fetch, part.fetch)
}

const Stopped = z.object({ read: z.number(), changed: z.number(), unchanged: z.number(), failed: z.number() })

function addStopped(total: ScrapeProductDetailsResult, { result, status }: Job, products: number): void {
  const sofar = Stopped.safeParse(result)
  const { read, changed, unchanged, failed } = sofar.success ? sofar.data : { read: 0, changed: 0, unchanged: 0, failed: 0 }
  total.read += read
  total.changed += changed
  total.unchanged += unchanged
  const left = Math.max(0, products - read - failed)
  total.failed += failed + (status === 'failed' ? left : 0)
  total.skipped += status === 'failed' ? 0 : left
}
