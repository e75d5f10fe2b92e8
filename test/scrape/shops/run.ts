import type { ScraperConfig } from '../../../server/scrape/config.ts'
import type { DiscoveredProduct, DiscoveryReport, Shop } from '../../../server/scrape/ports.ts'
import type { TestServer } from './server.ts'
import { systemClock } from '../../../server/clock.ts'
import { createScraper } from '../../../server/scrape/scraper.ts'
import { silentLog } from '../../support/log.ts'

export interface Discovery {
  products: DiscoveredProduct[]
  report: DiscoveryReport
}

/** Short pauses, so that tests of trouble take no minutes. */
export const quick: ScraperConfig = { parseThreads: 0, backoff: { errorMs: 5, rateLimitMs: 20 } }

export function testScraper(server: Pick<TestServer, 'host'>, config: ScraperConfig = {}) {
  return createScraper({ config: { ...quick, allowPrivateHosts: [server.host], ...config }, log: silentLog, clock: systemClock })
}

export function shopAt(url: string, settings: Shop['settings'] = {}): Shop {
  return { url, recipe: null, settings }
}

/** Layer 1 against a test shop, from open to report. */
export async function discoverShop(server: TestServer, { path = '/', settings = {}, config = {}, maxProducts = 1_000_000, signal = AbortSignal.timeout(60_000) }: { path?: string, settings?: Shop['settings'], config?: ScraperConfig, maxProducts?: number, signal?: AbortSignal } = {}): Promise<Discovery> {
  await using scraper = testScraper(server, config)
  await using run = scraper.open(shopAt(server.origin + path, settings))
  const products: DiscoveredProduct[] = []
  const discovery = run.discover({ maxProducts, signal, onProgress: () => {} })
  for (;;) {
    const next = await discovery.next()
    if (next.done)
      return { products, report: next.value }
    products.push(...next.value)
  }
}
