import type { MatchIdentities } from '../contract/identity.ts'
import type { PageFailure, ScrapeProductDetailsResult } from '../contract/job-types.ts'
import type { Job } from '../contract/job.ts'
import type { Scraper } from '../scrape/ports.ts'
import type { BrandStore } from '../store/brand-store.ts'
import type { JobStore } from '../store/job-store.ts'
import type { ProductStore } from '../store/product-store.ts'
import type { ReadSelection } from '../store/product/stream.ts'
import type { ProductChangeSet } from '../store/product/write.ts'
import type { SnapshotStore } from '../store/snapshot-store.ts'
import type { ReadBatch } from './read-pages.ts'
import type { CurrentSettings } from './settings-service.ts'
import { z } from 'zod'
import { jobTypes } from '../contract/job-types.ts'
import { inEnglish, tell } from '../contract/told.ts'
import { fieldError, InvalidInput, ScrapeError } from '../errors.ts'
import { addFetchReports } from './add-fetch-reports.ts'
import { planFreshness, sampleLied } from './check-dates.ts'
import { addRemarks } from './count-remarks.ts'
import { defineJob } from './define.ts'
import { planParts, sumParts, wasSplit } from './details-parts.ts'
import { followPace } from './follow-pace.ts'
import { readPages } from './read-pages.ts'

export interface ScrapeProductDetailsDeps {
  brands: Pick<BrandStore, 'get' | 'shop'>
  products: Pick<ProductStore, 'brandIds' | 'count' | 'nextToRead' | 'dateSpread' | 'notModified' | 'upsert' | 'markFailed' | 'markUnchanged' | 'foldMoved' | 'recount'>
  snapshots: Pick<SnapshotStore, 'keep'>
  jobs: Pick<JobStore, 'parts'>
  scraper: Pick<Scraper, 'open'>
  matchIdentities: MatchIdentities
  settings: CurrentSettings
}

const longestFailureList = 100

/** Layer 2: reads the page of every selected product. A page that cannot be read is counted and explained. */
export const scrapeProductDetails = defineJob<'scrape-product-details', ScrapeProductDetailsDeps>({
  type: 'scrape-product-details',
  ...jobTypes['scrape-product-details'],
  async run(data, context, deps) {
    const { brands, products, snapshots, scraper, settings } = deps
    const { detailsBatch, pagesAtOnce } = await settings.current()
    if (data.brandId !== undefined)
      await brands.get(data.brandId)
    const selection = { brandId: data.brandId, productIds: data.productIds, onlyUnread: data.onlyUnread }
    // What was planned when the job first ran: what has been read since then may be selected no more.
    const total = plannedBefore(context.checkpoint) ?? await products.count(selection)
    if (total === 0 && data.productIds)
      throw new InvalidInput([fieldError('data.productIds', tell('no-such-products'))])

    const brandIds = await products.brandIds(selection)
    const parts = wasSplit(context.checkpoint) ? await deps.jobs.parts(context.job.id) : []
    if (parts.length === 0 && context.checkpoint === null && total > detailsBatch) {
      const planned = await planParts(context.job, products, selection, brandIds, detailsBatch)
      if (planned.length > 1)
        return { parts: planned, planned: total }
    }
    const tally: Tally = parts.length > 0 ? sumParts(parts) : resume(context.checkpoint)
    const readBefore = parts.length > 0 ? 0 : tally.read
    let offered = 0
    context.partial(soFar(tally, total))

    /** Keeps what was read. A change among the samples, which have none by the shop's dates, is a lie of theirs. */
    async function keep(brandId: string, batch: ReadBatch, areSamples: boolean): Promise<void> {
      const write = { jobId: context.job.id, now: new Date() }
      await context.commit(async (tx, remember) => {
        await products.markFailed(tx, batch.failed.map(({ task, failure }) => ({ id: task.id, failure })))
        await products.markUnchanged(tx, batch.unchanged, write)
        const changes = await products.upsert(tx, brandId, batch.read.map(({ task, reading }) => ({ key: task.key, url: reading.url, draft: reading.draft!, evidence: reading.evidence.text, memory: reading.memory, met: false, read: true, listedModified: task.listedModified })), write)
        await snapshots.keep(tx, context.job.id, batch.failed.flatMap(({ task, failure, html }) => html === null ? [] : [{ productId: task.id, failure, html }]), write.now)
        add(tally, batch, changes)
        if (areSamples)
          tally.lied = (tally.lied ?? 0) + changes.followed
        // Failed pages are not remembered: a retry or a restart tries them again.
        remember({ ...tally, products: total, failed: 0, failures: [] })
      })
      const done = tally.read + tally.failed
      context.partial(soFar(tally, total))
      context.progress(total === 0 ? 100 : Math.min(99, 100 * done / total), [tell('pages-done', { done, total }), ...tally.failed > 0 ? [tell('pages-failed', { n: tally.failed })] : []])
    }

    for (const brandId of parts.length > 0 ? [] : brandIds) {
      const brand = await brands.get(brandId)
      await using run = scraper.open({ ...await brands.shop(brandId), pace: followPace(brands, brand) })
      const plan = data.full ? null : await planFreshness(products, { ...selection, brandId }, context.job, data.full === undefined && data.productIds !== undefined)
      const readAll = async (only: ReadSelection, areSamples = false): Promise<void> => {
        for await (const batch of readPages({ run, products, selection: { ...selection, brandId, ...only }, jobId: context.job.id, signal: context.signal, pagesAtOnce, onTask: () => offered++, full: data.full }))
          await keep(brandId, batch, areSamples)
      }
      if (plan?.sample.length) {
        const failed = tally.failed
        await readAll({ productIds: plan.sample }, true)
        // A page of the sample that failed is due now, and is asked for with all others.
        offered -= tally.failed - failed
        tally.failures.length -= Math.min(tally.failures.length, tally.failed - failed)
        tally.failed = failed
      }
      const isTrusted = plan !== null && plan.isTrusted && !sampleLied(tally)
      await readAll(isTrusted ? { dueSince: plan.readSince } : {})
      if (plan && isTrusted)
        tally.notModified = (tally.notModified ?? 0) + await plan.leftOut()
      if (plan && tally.freshness === undefined) {
        tally.freshnessTold = [plan.explain(isTrusted)]
        tally.freshness = inEnglish(tally.freshnessTold)
      }
      tally.fetch = addFetchReports(tally.fetch, run.report())
    }

    const { read, changed, unchanged, failed, coverage, failures, remarks = [], fetch, notModified = 0, freshness, freshnessTold } = tally
    if (read === 0 && failed > 0)
      throw allFailed(failures, failed)
    if (parts.length > 0 && parts.every(part => part.status !== 'completed'))
      throw noPartCompleted(parts)
    // Planned, and not there any more when its turn came. Not what is left of all others: then nothing would show a page that was lost.
    const skipped = parts.length > 0 ? sumParts(parts).skipped : Math.max(0, total - readBefore - offered - notModified)
    const result: ScrapeProductDetailsResult = { products: total, read, changed, unchanged, failed, coverage, failures, remarks: remarks.toSorted((a, b) => b.pages - a.pages), skipped, notModified, freshness, freshnessTold, moved: 0, fetch }
    return {
      result,
      told: [
        tell('details-read', { read, total, changed, unchanged, failed }),
        ...notModified > 0 ? [tell('not-modified', { n: notModified })] : [],
        ...parts.length > 0 ? [tell('in-parts', { n: parts.length })] : [],
      ],
      async effects(tx) {
        const write = { jobId: context.job.id, now: new Date() }
        for (const brandId of brandIds) {
          // Only now are the numbers known by which a product is recognised under a new address.
          result.moved += await products.foldMoved(tx, brandId, deps.matchIdentities, write)
          await products.recount(tx, brandId)
        }
      },
    }
  },
})

type Tally = Omit<ScrapeProductDetailsResult, 'products' | 'skipped' | 'moved'> & {
  /** Pages read to check the shop's dates that had changed all the same. */
  lied?: number
}

/** How many products the run before set out to read; null when there was none. */
function plannedBefore(checkpoint: Record<string, unknown> | null): number | null {
  return z.object({ products: z.number().int() }).safeParse(checkpoint).data?.products ?? null
}

/** A run that goes on after a crash adds to what the run before it had committed. */
function resume(checkpoint: Record<string, unknown> | null): Tally {
  const fresh: Tally = { read: 0, changed: 0, unchanged: 0, failed: 0, coverage: {}, failures: [], fetch: { requests: 0, byOutcome: {}, bytes: 0, waitedMs: 0, robots: null } }
  const saved = jobTypes['scrape-product-details'].result.omit({ products: true, skipped: true, moved: true }).extend({ lied: z.number().optional() }).safeParse(checkpoint)
  return saved.success ? saved.data : fresh
}

/** What a person is told of a run that was stopped. */
function soFar({ read, changed, unchanged, failed }: Tally, products: number): Record<string, number> {
  return { products, read, changed, unchanged, failed }
}

function add(tally: Tally, { read, unchanged, failed, remarks }: ReadBatch, changes: ProductChangeSet): void {
  tally.read += read.length + unchanged.length
  tally.changed += changes.changed + changes.added
  tally.unchanged += changes.unchanged + unchanged.length
  tally.failed += failed.length
  tally.failures.push(...failed.map(each => each.failure).slice(0, longestFailureList - tally.failures.length))
  addRemarks(tally.remarks ??= [], remarks)
  for (const { reading } of read)
    count(tally.coverage, reading.evidence.fields)
}

function count(coverage: Record<string, number>, fields: string[]): void {
  for (const field of fields)
    coverage[field] = (coverage[field] ?? 0) + 1
}

function noPartCompleted(parts: Pick<Job, 'status' | 'error'>[]): ScrapeError {
  const failure = parts.find(part => part.error)?.error
  const n = parts.length
  return new ScrapeError('all-pages-failed', failure ? tell('no-part-completed', { n, failure }) : tell('no-part-completed-status', { n, status: parts[0]!.status }), { url: '' })
}

function allFailed(failures: PageFailure[], failed: number): ScrapeError {
  const [first] = failures
  const retryable = failures.some(failure => failure.retryable)
  return new ScrapeError('all-pages-failed', tell('no-page-read', { n: failed, failure: first ?? { code: 'internal', message: 'unknown' } }), { url: first?.url ?? '', status: first?.status, retryable })
}
