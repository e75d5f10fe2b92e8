import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { ScraperConfig } from './config.ts'
import type { Resolve } from './fetch/connector.ts'
import type { Scraper, ScrapeRun, Shop } from './ports.ts'
import type { ReadPage } from './read-page.ts'
import { createShopClient } from './client/shop-client.ts'
import { createTally } from './client/tally.ts'
import { productToken, resolveConfig } from './config.ts'
import { discover } from './discover/discover.ts'
import { strategies } from './discover/registry.ts'
import { extractProduct } from './extract/index.ts'
import { createSafeFetch } from './fetch/safe-fetch.ts'
import { createPoliteness } from './politeness/politeness.ts'
import { readProduct } from './read-product.ts'
import { createRobotsCache } from './robots/robots-cache.ts'

export interface ScraperDeps {
  config: ScraperConfig
  log: Log
  clock: Clock
  /** Where pages are parsed; in this thread when absent. */
  readPage?: ReadPage
  /** Answers for DNS, in tests. */
  resolve?: Resolve
}

const readHere: ReadPage = async (page, options) => extractProduct(page, options)

/** The scraping engine: one pool of connections, one robots cache and one politeness for all runs of this process. */
export function createScraper({ config, log, clock, readPage = readHere, resolve }: ScraperDeps): Scraper & { ledger: ReturnType<typeof createPoliteness>['ledger'] } {
  const resolved = resolveConfig(config)
  const safeFetch = createSafeFetch({ ...resolved, clock, resolve })
  const politeness = createPoliteness({ clock, backoff: resolved.backoff })
  const robots = createRobotsCache({ fetch: safeFetch.fetch, productToken: productToken(resolved.userAgent), clock })

  function open(shop: Shop): ScrapeRun {
    safeFetch.policy.target(shop.url)
    const tally = createTally()
    const client = createShopClient({ shop, config: resolved, fetch: safeFetch.fetch, policy: safeFetch.policy, politeness, robots, tally, clock })
    return {
      discover: options => discover({ shop, client, readPage, log }, strategies, options),
      read: (url, options) => readProduct({ shop, client, readPage }, url, options),
      report: tally.report,
      // Connections belong to the scraper and end by themselves when idle.
      async [Symbol.asyncDispose]() {},
    }
  }

  return { open, ledger: politeness.ledger, [Symbol.asyncDispose]: safeFetch[Symbol.asyncDispose] }
}
