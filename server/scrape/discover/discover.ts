import type { PageFailure } from '../../contract/job-types.ts'
import type { DiscoveredProduct, DiscoverOptions, DiscoveryReport } from '../ports.ts'
import type { DiscoverContext, Strategy, StrategyOutcome } from './strategy.ts'
import { ScrapeError, toFailure } from '../../errors.ts'
import { urlKey } from '../url/canonical.ts'
import { endsRun } from './explain.ts'

export type DiscoverDeps = Pick<DiscoverContext, 'shop' | 'client' | 'readPage' | 'log'>

const mostFailures = 100

/**
 * Layer 1: tries the strategies in the order of cost until one has met all products; what a later one finds besides is
 * added. Raises when the shop cannot be asked at all: no such host, all of it forbidden, or the signal aborted.
 */
export async function* discover(deps: DiscoverDeps, strategies: readonly Strategy[], options: DiscoverOptions): AsyncGenerator<DiscoveredProduct[], DiscoveryReport> {
  const { shop, log } = deps
  const { maxProducts, signal, onProgress } = options
  const report: DiscoveryReport = { strategy: null, tried: [], complete: false, failures: [] }
  const base = new URL(shop.url)
  await assertOpen(deps, signal)

  const seen = createSeen()
  for (const strategy of strategies) {
    const context: DiscoverContext = {
      ...deps,
      base,
      maxProducts,
      signal,
      fail: (url, error) => noteFailure(report.failures, url, error, signal),
      progress: (of, note) => onProgress(seen.count(), of === null ? null : Math.min(of, maxProducts), note),
    }
    const run = strategy.find(context)
    let own = 0
    let outcome: StrategyOutcome
    for (;;) {
      const next = await run.next()
      if (next.done) {
        outcome = next.value
        break
      }
      own += next.value.length
      const fresh = seen.fresh(next.value).slice(0, Math.max(0, maxProducts - seen.count()))
      seen.add(fresh)
      if (fresh.length > 0)
        yield fresh
      if (seen.count() >= maxProducts) {
        outcome = { complete: false, note: `stopped at the limit of ${maxProducts} products` }
        await run.return(outcome)
        break
      }
    }
    report.tried.push({ strategy: strategy.name, found: own, note: outcome.note })
    log.info({ event: 'discover.tried', strategy: strategy.name, found: own, complete: outcome.complete, note: outcome.note }, 'way of finding products tried')
    if (own > 0 && (outcome.complete || seen.count() >= maxProducts)) {
      report.complete = outcome.complete
      break
    }
  }
  report.strategy = report.tried.filter(tried => tried.found > 0).toSorted((a, b) => b.found - a.found)[0]?.strategy ?? null
  report.complete &&= report.failures.length === 0
  return report

  async function assertOpen({ client }: DiscoverDeps, signal: AbortSignal): Promise<void> {
    if (shop.settings.ignoreRobots)
      return
    const robots = await client.robots(signal)
    if (!robots.isAllowed(base.href) && !robots.isAllowed(`${base.origin}/products.json`))
      throw new ScrapeError('robots-forbidden', 'robots.txt forbids this shop to us.', { url: shop.url })
  }
}

function noteFailure(failures: PageFailure[], url: string, error: unknown, signal: AbortSignal): void {
  signal.throwIfAborted()
  if (!(error instanceof ScrapeError) || endsRun.has(error.code))
    throw error
  if (failures.length < mostFailures)
    failures.push({ ...toFailure(error), url, status: error.status })
}

/** Products met so far in this run, by key and by address: the same product found in two ways is one. */
function createSeen() {
  const keys = new Set<string>()
  const addresses = new Set<string>()
  let count = 0
  return {
    count: () => count,
    fresh: (batch: readonly DiscoveredProduct[]): DiscoveredProduct[] => {
      const inBatch = new Set<string>()
      return batch.filter(({ key, url }) => {
        const address = urlKey(url)
        const isKnown = keys.has(key) || addresses.has(address) || inBatch.has(key) || inBatch.has(address)
        inBatch.add(key).add(address)
        return !isKnown
      })
    },
    add: (batch: readonly DiscoveredProduct[]): void => {
      for (const { key, url } of batch) {
        keys.add(key)
        addresses.add(urlKey(url))
        count++
      }
    },
  }
}
