import type { DiscoveredProduct, DiscoveryReport, ProductReading, Scraper, ScrapeRun } from '../../server/scrape/ports.ts'
import { sealEvidence } from '../../server/contract/evidence.ts'
import { emptyDraft } from '../../server/store/product/columns.ts'

const noMemory = { etag: null, lastModified: null, contentHash: null }

export function discovered(key: string, draft: DiscoveredProduct['draft'] = {}): DiscoveredProduct {
  return { key, url: `https://shop.test/${key}`, draft, lastModified: null }
}

export function readingOf(url: string, draft: ProductReading['draft'] | object = {}): ProductReading {
  return { outcome: 'read', url, draft: { ...emptyDraft, name: `Product ${url}`, ...draft }, evidence: sealEvidence({ name: { source: 'json-ld', path: null, raw: url, confidence: 1, others: [] } }), memory: noMemory, failure: null, remarks: [], html: null }
}

export function failedReading(url: string, retryable = false): ProductReading {
  return { outcome: 'failed', url, draft: null, evidence: sealEvidence({}), memory: noMemory, failure: { code: 'http-status', message: 'The shop answered 404.', retryable, url, status: 404 }, remarks: [], html: null }
}

export interface FakeShop {
  batches?: DiscoveredProduct[][]
  report?: Partial<DiscoveryReport>
  discover?: ScrapeRun['discover']
  read?: ScrapeRun['read']
}

async function* listed(shop: FakeShop): AsyncGenerator<DiscoveredProduct[], DiscoveryReport> {
  yield* shop.batches ?? []
  return { strategy: 'sitemap', platform: null, moved: null, tried: [], complete: true, failures: [], ...shop.report }
}

/** A scraper whose shop is in memory: what the network would say is given by the test. */
export function fakeScraper(shop: FakeShop): Scraper {
  const run: ScrapeRun = {
    discover: options => shop.discover?.(options) ?? listed(shop),
    read: async (url, options) => shop.read?.(url, options) ?? readingOf(url),
    report: () => ({ requests: 1, byOutcome: { ok: 1 }, bytes: 10, waitedMs: 0, robots: null }),
    [Symbol.asyncDispose]: async () => {},
  }
  return { open: () => run, [Symbol.asyncDispose]: async () => {} }
}
