import type { RevealedSettings } from '../contract/brand.ts'
import type { SealedEvidence } from '../contract/evidence.ts'
import type { CompletenessAccount, FetchReport, PageFailure, TriedWay } from '../contract/job-types.ts'
import type { PageRemark } from '../contract/page-remark.ts'
import type { ProductDraft } from '../contract/product.ts'
import type { Recipe } from '../contract/recipe.ts'
import type { Told } from '../contract/told.ts'

/** The shop that a run works on. */
export interface Shop {
  url: string
  recipe: Recipe | null
  settings: RevealedSettings
  /** Its own pace as it is set at present; that of `settings` when absent. */
  pace?: () => Promise<Pick<RevealedSettings, 'concurrency' | 'delayMs'>>
}

/** A product that layer 1 met. `draft` holds what the listing or the shop's API already said. */
export interface DiscoveredProduct {
  /** Stable within the shop: `shopify:<id>`, `woo:<id>`, or `url:<canonical address without tracking>`. */
  key: string
  url: string
  draft: Partial<ProductDraft>
  /** From the sitemap or the API, ISO 8601. */
  lastModified: string | null
}

/** How layer 1 went. `complete` is false when a limit, a robots rule or a failure cut it short. */
export interface DiscoveryReport {
  strategy: string | null
  /** The software that the shop's first page shows itself to be made with. */
  platform: string | null
  tried: TriedWay[]
  /** Hosts, where the brand's address leads to another one; null where the shop is at home. */
  moved: { from: string, to: string } | null
  complete: boolean
  failures: PageFailure[]
  /** What several sources together say of how complete the run was; absent when the run was cut short. */
  account?: CompletenessAccount
}

export interface DiscoverOptions {
  maxProducts: number
  signal: AbortSignal
  /** Called as work goes on; `of` is null while the total is unknown. */
  onProgress: (found: number, of: number | null, told: Told) => void
  /** Goes on where an earlier run stopped: what its last `onCursor` said, and the products it had met by then. */
  resume?: { cursor: unknown, met: readonly Pick<DiscoveredProduct, 'key' | 'url'>[] } | null
  /** Told before each batch where the run will be once that batch is kept; plain data, meant for `resume`. */
  onCursor?: (cursor: Record<string, unknown>) => void
}

/** What is remembered of a product's page from the last reading, for conditional requests. */
export interface PageMemory {
  etag: string | null
  lastModified: string | null
  /** Of the extracted draft, not of the bytes. */
  contentHash: string | null
}

export interface ProductReading {
  outcome: 'read' | 'unchanged' | 'failed'
  /** Address after redirects and canonical link. */
  url: string
  draft: ProductDraft | null
  evidence: SealedEvidence
  memory: PageMemory
  failure: PageFailure | null
  /** What was odd in a page that was read, now or found unchanged. */
  remarks: PageRemark[]
  /** The page's source, when it came but could not be read. */
  html: string | null
}

/** One run against one shop: keeps cookies, robots and counts together. Dispose it to free its connections. */
export interface ScrapeRun extends AsyncDisposable {
  /** Layer 1: batches of products as they are met, each product once; the return value says how it went. */
  discover: (options: DiscoverOptions) => AsyncGenerator<DiscoveredProduct[], DiscoveryReport>
  /** Layer 2: reads one product's page. Throws only when `signal` is aborted; everything else is an outcome. */
  read: (url: string, options: { memory: PageMemory | null, signal: AbortSignal }) => Promise<ProductReading>
  report: () => FetchReport
}

export interface Scraper extends AsyncDisposable {
  open: (shop: Shop) => ScrapeRun
}
