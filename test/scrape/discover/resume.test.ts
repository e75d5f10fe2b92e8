import type { DiscoveredProduct, DiscoverOptions, DiscoveryReport } from '../../../server/scrape/ports.ts'
import type { TestServer } from '../shops/server.ts'
import { expect, test } from 'vitest'
import { goods } from '../shops/goods.ts'
import { listingShop } from '../shops/listing-shop.ts'
import { shopAt, testScraper } from '../shops/run.ts'
import { shopifyShop } from '../shops/shopify-shop.ts'
import { sitemapShop } from '../shops/sitemap-shop.ts'
import { wooShop } from '../shops/woo-shop.ts'

const all = goods(1200)
const kinds = {
  shopify: { open: () => shopifyShop(all), page: /^\/products\.json\?limit=250/, last: 1 },
  woocommerce: { open: () => wooShop(all), page: /^\/wp-json.*orderby=id&order=asc$/, last: 1 },
  sitemap: { open: () => sitemapShop(all, { perFile: 60 }), page: /^\/maps\/\d+\.xml\.gz$/, last: 0 },
  listing: { open: () => listingShop(all, { perPage: 24 }), page: /^\/(?:kitchen|living|garden)/, last: 3 },
}

interface Part { products: DiscoveredProduct[], cursor: Record<string, unknown> | null, report: DiscoveryReport | null }

/** Runs until `batches` batches have been kept, then dies: what comes after is lost. */
async function part(server: TestServer, batches: number, resume: DiscoverOptions['resume'] = null): Promise<Part> {
  await using scraper = testScraper(server)
  await using run = scraper.open(shopAt(`${server.origin}/`))
  const kept: Part = { products: [], cursor: null, report: null }
  let cursor: Record<string, unknown> | null = null
  const discovery = run.discover({ maxProducts: 10_000, signal: AbortSignal.timeout(60_000), onProgress: () => {}, resume, onCursor: next => void (cursor = next) })
  for (let count = 0; count < batches; count++) {
    const step = await discovery.next()
    if (step.done)
      return { ...kept, report: step.value }
    kept.products.push(...step.value)
    kept.cursor = structuredClone(cursor)
  }
  return kept
}

test.each(Object.keys(kinds) as (keyof typeof kinds)[])('a %s run that died goes on behind the last page that was kept, and meets the rest', async (kind) => {
  await using server = await kinds[kind].open()
  const pagesAsked = (): string[] => server.visits.map(visit => visit.path).filter(path => kinds[kind].page.test(path))
  const first = await part(server, 2)
  expect(first.report).toBeNull()
  const before = pagesAsked()
  server.visits.length = 0

  const second = await part(server, 1000, { cursor: JSON.parse(JSON.stringify(first.cursor)), met: first.products })
  const asked = pagesAsked()
  const urls = [...first.products, ...second.products].map(product => product.url)
  expect(urls).toHaveLength(all.length)
  expect(new Set(urls).size).toBe(all.length)
  expect(second.report).toMatchObject({ strategy: kind, complete: true, failures: [] })
  expect(second.report?.tried.find(way => way.strategy === kind)?.found).toBeGreaterThanOrEqual(all.length)
  expect(before.length).toBeGreaterThan(1)
  expect(new Set(asked).intersection(new Set(before)).size).toBeLessThanOrEqual(kinds[kind].last)
})

test('a cursor that is not one, and one of a way that is no more, begin the run anew', async () => {
  await using server = await shopifyShop(goods(30))
  for (const cursor of [{ nonsense: true }, 'x', null, { strategy: 'telepathy', state: null, found: 3, before: 0, tried: [], sources: [], failures: [] }]) {
    const { products, report } = await part(server, 100, { cursor, met: [] })
    expect(products).toHaveLength(30)
    expect(report).toMatchObject({ strategy: 'shopify', complete: true })
  }
})

test('a state that its way cannot read begins that way anew', async () => {
  await using server = await shopifyShop(goods(30))
  const { products } = await part(server, 100, { cursor: { strategy: 'shopify', state: { page: 'seven' }, found: 12, before: 0, tried: [], sources: [], failures: [] }, met: [] })
  expect(products).toHaveLength(30)
})
