import type { MatchIdentities } from '../contract/identity.ts'
import type { ScrapeBrandResult } from '../contract/job-types.ts'
import type { DiscoveredProduct, DiscoveryReport, Scraper, ScrapeRun } from '../scrape/ports.ts'
import type { BrandStore } from '../store/brand-store.ts'
import type { ProductStore } from '../store/product-store.ts'
import type { RunContext } from './define.ts'
import { z } from 'zod'
import { jobTypes } from '../contract/job-types.ts'
import { ScrapeError } from '../errors.ts'
import { checkMissing } from './check-missing.ts'
import { defineJob } from './define.ts'

export interface ScrapeBrandDeps {
  brands: Pick<BrandStore, 'get'>
  products: Pick<ProductStore, 'upsert' | 'missing' | 'mark' | 'foldMoved' | 'foldRedirected' | 'recount'>
  scraper: Pick<Scraper, 'open'>
  matchIdentities: MatchIdentities
  maxProducts: number
  /** Pages looked at at a time to see what became of missing products. */
  pagesAtOnce: number
}

/** More missing products than this are left as they are: a shop does not drop so many, a crawl may lose them. */
const mostMissing = 1000

/** Layer 1: finds a brand's products and keeps them; what a complete run does not meet any more is looked after. */
export const scrapeBrand = defineJob<'scrape-brand', ScrapeBrandDeps>({
  type: 'scrape-brand',
  ...jobTypes['scrape-brand'],
  async run(data, context, { brands, products, scraper, matchIdentities, maxProducts, pagesAtOnce }) {
    const brand = await brands.get(data.brandId)
    await using run = scraper.open({ url: brand.url, recipe: brand.recipe, settings: brand.settings })
    const limit = data.maxProducts ?? brand.settings.maxProducts ?? maxProducts
    const tally = { found: 0, ...resume(context.checkpoint) }

    const report = await collect(run, limit, context, async (batch) => {
      const write = { jobId: context.job.id, now: new Date() }
      await context.commit(async (tx, remember) => {
        const changes = await products.upsert(tx, brand.id, batch.map(({ key, url, draft, lastModified }) => ({ key, url, draft, listedModified: lastModified, met: true, read: false })), write)
        tally.found += batch.length
        tally.added += changes.added
        tally.updated += changes.changed
        tally.moved += changes.moved
        remember({ added: tally.added, updated: tally.updated, moved: tally.moved })
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
      onChecked: done => context.progress(95 + 4 * done / checkable.length, `${done} of ${checkable.length} missing products looked after`),
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
      fetch: run.report(),
    }
    return {
      result,
      message: `Found ${tally.found} products through ${report.strategy ?? 'several ways'}: ${tally.added} new, ${tally.updated} changed`,
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

const Saved = z.object({ added: z.number(), updated: z.number(), moved: z.number().default(0) })

/**
 * A run that begins again meets every product once more, which the rows take as the same ones: it counts what there is
 * from the start, and what it made new or changed together with the run before it.
 */
function resume(checkpoint: Record<string, unknown> | null): z.infer<typeof Saved> {
  const saved = Saved.safeParse(checkpoint)
  return saved.success ? saved.data : { added: 0, updated: 0, moved: 0 }
}

async function collect(run: ScrapeRun, maxProducts: number, context: RunContext, keep: (batch: DiscoveredProduct[]) => Promise<void>): Promise<DiscoveryReport> {
  const { signal } = context
  const discovery = run.discover({
    maxProducts,
    signal,
    onProgress: (found, of, note) => context.progress(of ? 95 * Math.min(1, found / of) : 95 * (1 - 1 / (1 + found / 200)), note),
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
  const ways = report.tried.map(({ strategy, note }) => `${strategy}: ${note}`).join('; ')
  const [failure] = report.failures
  if (failure)
    return new ScrapeError(failure.code, `No products found. ${failure.message}${ways && ` (${ways})`}`, { url: failure.url, status: failure.status, retryable: failure.retryable })
  return new ScrapeError('no-products', `No products found${ways && ` (${ways})`}. Check the address, or give the brand a recipe.`, { url })
}
