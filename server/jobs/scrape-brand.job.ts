import type { MatchIdentities } from '../contract/identity.ts'
import type { ScrapeBrandResult } from '../contract/job-types.ts'
import type { Telling, ToldNote } from '../contract/told.ts'
import type { DiscoveredProduct, DiscoverOptions, DiscoveryReport, Scraper, ScrapeRun } from '../scrape/ports.ts'
import type { BrandStore } from '../store/brand-store.ts'
import type { ProductStore } from '../store/product-store.ts'
import type { RunContext } from './define.ts'
import type { CurrentSettings } from './settings-service.ts'
import { z } from 'zod'
import { FetchReport, jobTypes } from '../contract/job-types.ts'
import { tell } from '../contract/told.ts'
import { ScrapeError } from '../errors.ts'
import { addFetchReports } from './add-fetch-reports.ts'
import { checkMissing } from './check-missing.ts'
import { defineJob } from './define.ts'
import { followPace } from './follow-pace.ts'

export interface ScrapeBrandDeps {
  brands: Pick<BrandStore, 'get' | 'shop'>
  products: Pick<ProductStore, 'upsert' | 'met' | 'forgetMet' | 'missing' | 'mark' | 'foldMoved' | 'foldRedirected' | 'recount'>
  scraper: Pick<Scraper, 'open'>
  matchIdentities: MatchIdentities
  settings: CurrentSettings
}

/** More missing products than this are left as they are: a shop does not drop so many, a crawl may lose them. */
const mostMissing = 1000

/** A search that was stopped longer ago than this begins anew: what it met then may be gone by now. */
const longestPauseMs = 6 * 3_600_000

/**
 * What a run leaves for the one after it, in the transaction that keeps the products: what it has made new or changed,
 * and where the search stands. The products met until then are those that the rows name this job as having seen.
 */
const Saved = z.object({
  added: z.number(),
  updated: z.number(),
  moved: z.number(),
  fetch: FetchReport,
  search: z.object({ cursor: z.record(z.string(), z.unknown()), found: z.number(), at: z.string(), brand: z.string() }).nullable(),
})
type Saved = z.infer<typeof Saved>

/** Layer 1: finds a brand's products and keeps them; what a complete run does not meet any more is looked after. */
export const scrapeBrand = defineJob<'scrape-brand', ScrapeBrandDeps>({
  type: 'scrape-brand',
  ...jobTypes['scrape-brand'],
  async run(data, context, { brands, products, scraper, matchIdentities, settings }) {
    const { maxProducts, pagesAtOnce } = await settings.current()
    const brand = await brands.get(data.brandId)
    await using run = scraper.open({ ...await brands.shop(brand.id), pace: followPace(brands, brand) })
    const limit = data.maxProducts ?? brand.settings.maxProducts ?? maxProducts
    const saved = Saved.safeParse(context.checkpoint).data
    // A search is gone on with only while the shop is the same, and what was met is still fresh.
    const stopped = saved?.search && saved.search.brand === brand.updatedAt && Date.now() - Date.parse(saved.search.at) < longestPauseMs ? saved.search : null
    const tally = { found: stopped?.found ?? 0, added: saved?.added ?? 0, updated: saved?.updated ?? 0, moved: saved?.moved ?? 0 }
    const fetchSoFar = (): FetchReport => saved?.fetch ? addFetchReports(saved.fetch, run.report()) : run.report()
    // A run that begins anew has met nothing yet, whatever this job did before.
    if (!stopped)
      await context.commit(tx => products.forgetMet(tx, brand.id, context.job.id))

    let cursor: Record<string, unknown> | null = null
    const resume = stopped && { cursor: stopped.cursor, met: await products.met(brand.id, context.job.id) }
    const report = await collect(run, { maxProducts: limit, resume, onCursor: next => void (cursor = next) }, context, tally, async (batch) => {
      const now = new Date()
      await context.commit(async (tx, remember) => {
        const changes = await products.upsert(tx, brand.id, batch.map(({ key, url, draft, lastModified }) => ({ key, url, draft, listedModified: lastModified, met: true, read: false })), { jobId: context.job.id, now })
        tally.found += batch.length
        tally.added += changes.added
        tally.updated += changes.changed
        tally.moved += changes.moved
        const { found, ...sum } = tally
        remember({ ...sum, fetch: fetchSoFar(), search: cursor && { cursor, found, at: now.toISOString(), brand: brand.updatedAt } } satisfies Saved)
      })
      context.partial({ ...tally })
    })
    if (tally.found === 0)
      throw nothingFound(brand.url, report)

    const complete = report.complete && tally.found < limit
    const missing = complete ? await products.missing(brand.id, context.job.id, mostMissing + 1) : []
    const checkable = missing.length <= mostMissing ? missing : []
    const verdicts = await checkMissing({
      run,
      missing: checkable,
      signal: context.signal,
      pagesAtOnce,
      onChecked: done => context.progress(95 + 4 * done / checkable.length, [tell('missing-checked', { done, total: checkable.length })]),
    })
    const result: ScrapeBrandResult = {
      ...tally,
      unchanged: Math.max(0, tally.found - tally.added - tally.updated),
      strategy: report.strategy,
      tried: report.tried,
      gone: verdicts.gone.length,
      hidden: verdicts.hidden.length,
      unsure: verdicts.unsure + missing.length - checkable.length,
      complete,
      account: report.account,
      failures: report.failures.slice(0, 100),
      failed: report.failures.length,
      fetch: fetchSoFar(),
    }
    return {
      result,
      told: [...report.moved ? [tell('shop-moved', report.moved)] : [], foundThrough(report.strategy, tally)],
      async effects(tx) {
        const write = { jobId: context.job.id, now: new Date() }
        await products.mark(tx, verdicts.gone, 'gone')
        await products.mark(tx, verdicts.hidden, 'hidden')
        for (const redirected of verdicts.redirected) {
          if (await products.foldRedirected(tx, brand.id, redirected, write)) {
            result.moved++
          }
          else {
            await products.mark(tx, [redirected.id], 'gone')
            result.gone++
          }
        }
        const folded = await products.foldMoved(tx, brand.id, matchIdentities, write)
        result.moved += folded
        result.gone = Math.max(0, result.gone - folded)
        await products.recount(tx, brand.id)
      },
    }
  },
})

function foundThrough(way: string | null, { found: n, added, updated: changed }: Record<'found' | 'added' | 'updated', number>): Telling {
  return way === null ? tell('products-found', { n, added, changed }) : tell('products-found-through', { n, way, added, changed })
}

type Search = Pick<DiscoverOptions, 'maxProducts' | 'resume' | 'onCursor'>

async function collect(run: ScrapeRun, search: Search, context: RunContext, tally: { found: number }, keep: (batch: DiscoveredProduct[]) => Promise<void>): Promise<DiscoveryReport> {
  const { signal } = context
  const discovery = run.discover({
    ...search,
    signal,
    onProgress: (found, of, told) => context.progress(of ? 95 * Math.min(1, found / of) : 95 * (1 - 1 / (1 + Math.max(found, tally.found) / 200)), told),
  })
  for (;;) {
    const step = await discovery.next()
    if (step.done)
      return step.value
    await keep(step.value)
  }
}

/** An empty shop is an answer, an unreachable one is worth another attempt. */
function nothingFound(url: string, report: DiscoveryReport): ScrapeError {
  const notes = report.tried.map(({ strategy, note, told }): ToldNote => ({ way: strategy, text: note, told }))
  const [failure] = report.failures
  if (failure)
    return new ScrapeError(failure.code, notes.length > 0 ? tell('none-found-failure-by', { failure, notes }) : tell('none-found-failure', { failure }), { url: failure.url, status: failure.status, retryable: failure.retryable })
  return new ScrapeError('no-products', notes.length > 0 ? tell('none-found-by', { notes }) : tell('none-found'), { url })
}
