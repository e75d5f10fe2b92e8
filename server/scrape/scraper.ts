import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { ScraperConfig, UsualPace } from './config.ts'
import type { Resolve } from './fetch/connector.ts'
import type { Parser } from './parse/parser.ts'
import type { HostBook } from './politeness/host-lease.ts'
import type { Politeness } from './politeness/politeness.ts'
import type { Scraper, ScrapeRun, Shop } from './ports.ts'
import { createShopAccess } from './client/access.ts'
import { createShopClient } from './client/shop-client.ts'
import { createTally } from './client/tally.ts'
import { productToken, resolveConfig } from './config.ts'
import { discover } from './discover/discover.ts'
import { strategies } from './discover/registry.ts'
import { createSafeFetch } from './fetch/safe-fetch.ts'
import { createPageMemory } from './page-memory.ts'
import { createParser } from './parse/parser.ts'
import { createPoliteness } from './politeness/politeness.ts'
import { readProduct } from './read-product.ts'
import { createRenderedReader } from './render/rendered-reader.ts'
import { createRenderer } from './render/renderer.ts'
import { createRobotsCache } from './robots/robots-cache.ts'

export interface ScraperDeps {
  config: ScraperConfig
  log: Log
  clock: Clock
  /** Where pages are parsed; threads of its own when absent. */
  parser?: Parser
  /** Where several processes agree on who asks a host; absent when there is only this one. */
  hosts?: HostBook
  /** How fast a host may be asked at present, where neither brand nor site says otherwise; the configuration's when absent. */
  pace?: () => Promise<UsualPace>
  /** Answers for DNS, in tests. */
  resolve?: Resolve
}

/** The scraping engine: one pool of connections, one robots cache and one politeness for all runs of this process. */
export function createScraper({ config, log, clock, parser, hosts, pace, resolve }: ScraperDeps): Scraper & Pick<Politeness, 'ledger' | 'throttles'> {
  const resolved = resolveConfig(config)
  const safeFetch = createSafeFetch({ ...resolved, clock, resolve })
  const memory = createPageMemory()
  const politeness = createPoliteness({ clock, backoff: resolved.backoff, book: hosts })
  const robots = createRobotsCache({ fetch: safeFetch.fetch, productToken: productToken(resolved.userAgent), clock })

  const { readPage, readListing, [Symbol.asyncDispose]: closeParser } = parser ?? createParser({ threads: resolved.parseThreads })
  const renderer = resolved.renderer === undefined ? null : createRenderer({ program: resolved.renderer, userAgent: resolved.userAgent, log })

  function open(shop: Shop): ScrapeRun {
    safeFetch.policy.target(shop.url)
    const tally = createTally(clock.now)
    const client = createShopClient({ shop, config: resolved, fetch: safeFetch.fetch, memory, policy: safeFetch.policy, politeness, robots, tally, clock, access: createShopAccess(shop), pace: pace ?? (async () => resolved) })
    const reader = createRenderedReader({ readPage, readListing, renderer, client, onRendered: () => tally.rendered(), log })
    return {
      discover: options => discover({ shop, client, readPage: reader.product(options.signal), readListing: reader.listing(options.signal), log }, strategies, options),
      read: (url, options) => readProduct({ shop, client, readPage: reader.product(options.signal) }, url, options),
      report: tally.report,
      // Connections belong to the scraper and end by themselves when idle.
      async [Symbol.asyncDispose]() {},
    }
  }

  return {
    open,
    ledger: politeness.ledger,
    throttles: politeness.throttles,
    async [Symbol.asyncDispose]() {
      await renderer?.[Symbol.asyncDispose]()
      await safeFetch[Symbol.asyncDispose]()
      await politeness[Symbol.asyncDispose]()
      await closeParser()
    },
  }
}
