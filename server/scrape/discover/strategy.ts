import type { Telling, Told } from '../../contract/told.ts'
import type { Log } from '../../log.ts'
import type { ShopClient } from '../client/shop-client.ts'
import type { Parser } from '../parse/parser.ts'
import type { DiscoveredProduct, Shop } from '../ports.ts'
import type { FrontPage } from './front-page.ts'
import type { Scope } from './scope.ts'

/** What every way of finding products works with. */
export interface DiscoverContext {
  shop: Shop
  /** The shop's address after the redirects of its first page. */
  base: URL
  /** Which part of the site is meant. */
  scope: Scope
  /** The page at `base` as it was read at the beginning, or null. */
  front: FrontPage
  client: ShopClient
  readPage: Parser['readPage']
  readListing: Parser['readListing']
  maxProducts: number
  /** What this way marked last in the run that this one goes on with; null when it begins. */
  resume: unknown
  /** Remembers where to go on, counting all that was yielded before and the batch yielded next. Plain data. */
  mark: (state: Record<string, unknown>) => void
  /** Whether the run has met a product at this address. */
  isMet: (url: string) => boolean
  signal: AbortSignal
  log: Log
  /** Counts a page that could not be read; raises the error again when it ends the whole run. */
  fail: (url: string, error: unknown) => void
  /** Progress for the people who watch; `of` is null while the total is unknown. */
  progress: (of: number | null, telling: Telling) => void
}

/** How one way went; `complete` when it believes to have met every product of the shop. */
export interface StrategyOutcome {
  complete: boolean
  /** One line for the job's result: what was asked, what came, why it ended. */
  told: Told
}

/**
 * One way of finding products. Yields batches as they are met; what the shop does not offer ends with `complete: false`
 * and a word why, never with an error. A new way is one file and one line in the registry.
 */
export interface Strategy {
  name: string
  /** False when it makes no sense for this shop; then it is not tried. */
  fits?: (context: DiscoverContext) => boolean
  find: (context: DiscoverContext) => AsyncGenerator<DiscoveredProduct[], StrategyOutcome>
}
