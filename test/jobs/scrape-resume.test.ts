import type { DiscoveredProduct, DiscoveryReport } from '../../server/scrape/ports.ts'
import type { TestServer } from '../scrape/shops/server.ts'
import { expect, test } from 'vitest'
import { tell } from '../../server/contract/told.ts'
import { ScrapeError } from '../../server/errors.ts'
import { goods } from '../scrape/shops/goods.ts'
import { testScraper } from '../scrape/shops/run.ts'
import { notFound, send, sendJson, serve } from '../scrape/shops/server.ts'
import { discovered } from '../support/scraper.ts'
import { settingsOf } from '../support/settings.ts'
import { createJobWorld } from './world.ts'

const report: DiscoveryReport = { strategy: 'sitemap', platform: null, moved: null, tried: [], complete: true, failures: [] }

test('a search that failed half-way doubles nothing when it is tried again, skips nothing, and counts all that it added', async () => {
  let tries = 0
  await using world = await createJobWorld({
    async* discover(): AsyncGenerator<DiscoveredProduct[], DiscoveryReport> {
      yield [discovered('a'), discovered('b')]
      if (++tries === 1)
        throw new ScrapeError('timeout', tell('raw', { raw: 'The shop was slow.' }), { url: 'https://shop.test/', retryable: true })
      yield [discovered('c')]
      return report
    },
  })
  const job = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id }, maxAttempts: 2 })
  await world.start(job).outcome
  expect(await world.products.count({})).toBe(2)
  await world.start(job).outcome
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'completed', attempts: 2, result: { found: 3, added: 3, updated: 0, gone: 0 } })
  expect(await world.products.count({})).toBe(3)
})

interface Gate { page: number, reached: () => void, opened: Promise<void> }

/** A Shopify shop of `all` that keeps one page waiting. */
function pagedShop(all: ReturnType<typeof goods>, gate: { current: Gate | null }): Promise<TestServer> {
  return serve(async ({ url }, response) => {
    if (url.pathname === '/')
      return send(response, 200, '<title>Shop</title>')
    if (url.pathname === '/meta.json')
      return sendJson(response, { currency: 'EUR', published_products_count: all.length })
    if (url.pathname !== '/products.json')
      return notFound(response)
    const page = Number(url.searchParams.get('page'))
    if (gate.current?.page === page) {
      gate.current.reached()
      await gate.current.opened
    }
    return sendJson(response, { products: all.slice((page - 1) * 250, page * 250).map(good => ({ id: good.id, handle: good.handle, title: good.name, variants: [{ id: good.id, price: '9.95', available: true }] })) })
  })
}

function gateAt(page: number): Gate & { wasReached: Promise<void>, open: () => void } {
  const reached = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<void>()
  return { page, reached: reached.resolve, opened: opened.promise, wasReached: reached.promise, open: opened.resolve }
}

test('a run that loses its worker again and again asks for each page once, and calls gone only what no attempt has met', async () => {
  const all = goods(2500)
  const gate: { current: Gate | null } = { current: null }
  await using server = await pagedShop(all, gate)
  await using scraper = testScraper(server)
  await using world = await createJobWorld({})
  Object.assign(world.runner.deps, { scraper, settings: settingsOf({ maxProducts: 10_000, pagesAtOnce: 4 }) })
  await world.brands.update(world.brand.id, { url: `${server.origin}/` }, new Date())
  const insert = () => world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id }, brandId: world.brand.id })
  await world.start(await insert()).outcome
  const [sold] = all.splice(1200, 1)
  server.visits.length = 0

  const job = await insert()
  for (const page of [3, 6, 9]) {
    const closed = gateAt(page)
    gate.current = closed
    const run = world.start(job)
    await closed.wasReached
    // As after kill -9: nothing is written any more, and another worker takes over.
    run.abort('lock-lost')
    closed.open()
    await run.outcome
  }
  gate.current = null
  await world.start(job).outcome

  const asked = server.visits.map(visit => /^\/products\.json\?limit=250&page=(\d+)$/.exec(visit.path)?.[1]).filter(page => page !== undefined).map(Number)
  expect(asked.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9, 9, 10])
  const { status, result } = await world.jobs.get(job.id)
  expect({ status, result }).toMatchObject({ status: 'completed', result: { strategy: 'shopify', found: 2499, added: 0, updated: 0, unchanged: 2499, gone: 1, hidden: 0, moved: 0, complete: true } })
  expect((await world.products.list({ limit: 5, status: 'gone' })).items.map(product => product.key)).toEqual([`shopify:${sold!.id}`])
  expect((result!.fetch as { requests: number }).requests).toBeGreaterThanOrEqual(asked.length - 3)
})

test('a brand that was given another address meanwhile is searched from the beginning', async () => {
  const gate: { current: Gate | null } = { current: null }
  await using server = await pagedShop(goods(700), gate)
  await using scraper = testScraper(server)
  await using world = await createJobWorld({})
  Object.assign(world.runner.deps, { scraper })
  await world.brands.update(world.brand.id, { url: `${server.origin}/` }, new Date())
  const job = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id }, brandId: world.brand.id })
  const closed = gateAt(2)
  gate.current = closed
  const run = world.start(job)
  await closed.wasReached
  run.abort('lock-lost')
  closed.open()
  await run.outcome
  await world.brands.update(world.brand.id, { url: `${server.origin}/?again` }, new Date(Date.now() + 1000))
  server.visits.length = 0
  await world.start(job).outcome
  expect(server.visits.some(visit => visit.path === '/products.json?limit=250&page=1')).toBe(true)
  expect((await world.jobs.get(job.id)).result).toMatchObject({ found: 700, added: 700 })
})
