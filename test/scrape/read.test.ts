import type { PageMemory, ProductReading } from '../../server/scrape/ports.ts'
import type { Handler, TestServer } from './shops/server.ts'
import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { openEvidence } from '../../server/contract/evidence.ts'
import { goods, productPage, textPage } from './shops/goods.ts'
import { shopAt, testScraper } from './shops/run.ts'
import { notFound, send, serve } from './shops/server.ts'

const [good] = goods(1)

async function read(server: TestServer, path: string, memory: PageMemory | null = null, others: TestServer[] = []): Promise<ProductReading> {
  await using scraper = testScraper(server, { allowPrivateHosts: [server, ...others].map(each => each.host) })
  await using run = scraper.open(shopAt(server.origin))
  return await run.read(server.origin + path, { memory, signal: AbortSignal.timeout(30_000) })
}

/** A shop with one kind of page for every address but robots.txt. */
function pages(handler: Handler): Promise<TestServer> {
  return serve((request, response) => request.path === '/robots.txt' ? notFound(response) : handler(request, response))
}

test('a product page is read with evidence, and remembered', async () => {
  await using server = await pages(({ path }, response) => send(response, 200, productPage(good!, path), { 'etag': '"v1"', 'last-modified': 'Mon, 02 Nov 2026 10:00:00 GMT' }))
  const reading = await read(server, '/p/1')
  expect(reading).toMatchObject({ outcome: 'read', url: `${server.origin}/p/1`, failure: null, draft: { name: good!.name, priceMinor: good!.priceMinor, currency: 'EUR' } })
  expect(openEvidence(reading.evidence).price?.source).toBe('json-ld')
  expect(reading.memory).toMatchObject({ etag: '"v1"', lastModified: 'Mon, 02 Nov 2026 10:00:00 GMT' })
  expect(reading.memory.contentHash).toMatch(/^[0-9a-f]{64}$/)
})

describe('a second reading', () => {
  test('of a page that has not changed costs a 304', async () => {
    await using server = await pages(({ path, headers }, response) => headers['if-none-match'] === '"v1"' ? send(response, 304, '') : send(response, 200, productPage(good!, path), { etag: '"v1"' }))
    const first = await read(server, '/p/1')
    expect(await read(server, '/p/1', first.memory)).toMatchObject({ outcome: 'unchanged', draft: null, memory: first.memory })
  })

  test('of a page whose tokens rotate while its product stays is unchanged, twenty times', async () => {
    let count = 0
    await using server = await pages(({ path }, response) => send(response, 200, productPage(good!, path).replace('</body>', `<input type="hidden" name="csrf" value="${count++}-${Math.random()}"></body>`), { etag: `"${count}"` }))
    let memory = (await read(server, '/p/1')).memory
    for (let index = 0; index < 20; index++) {
      const again = await read(server, '/p/1', memory)
      expect(again.outcome).toBe('unchanged')
      memory = again.memory
    }
  })

  test('of a page with a new price is a reading', async () => {
    let price = 1000
    await using server = await pages(({ path }, response) => send(response, 200, productPage({ ...good!, priceMinor: price++ }, path)))
    const first = await read(server, '/p/1')
    expect(await read(server, '/p/1', first.memory)).toMatchObject({ outcome: 'read', draft: { priceMinor: 1001 } })
  })
})

describe('pages that are no products', () => {
  const cases: [string, { code: string, status?: number | null, retryable?: boolean }, Handler][] = [
    ['missing', { code: 'http-status', status: 404, retryable: false }, (_, response) => notFound(response)],
    ['gone', { code: 'http-status', status: 410, retryable: false }, (_, response) => send(response, 410, '')],
    ['a soft 404', { code: 'soft-404' }, (_, response) => send(response, 200, '<title>Page not found</title><h1>Sorry, page not found</h1>')],
    ['text only', { code: 'not-a-product' }, (_, response) => send(response, 200, textPage('Our story'))],
    ['a PDF', { code: 'unsupported-content' }, (_, response) => send(response, 200, '%PDF-1.7 …', { 'content-type': 'application/pdf' })],
    ['a PDF that calls itself HTML', { code: 'unsupported-content' }, (_, response) => send(response, 200, '%PDF-1.7 …')],
    ['30 MB', { code: 'too-large' }, (_, response) => send(response, 200, Buffer.alloc(30_000_000, 'x'))],
    ['forbidden', { code: 'blocked', status: 403 }, (_, response) => send(response, 403, 'no')],
    ['behind bot protection', { code: 'blocked' }, (_, response) => send(response, 200, '<title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/h/b/x.js"></script>')],
    ['made by scripts', { code: 'needs-javascript' }, (_, response) => send(response, 200, '<title>Shop</title><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="/a.js"></script></body>')],
    ['broken on the server', { code: 'http-status', status: 500, retryable: true }, (_, response) => send(response, 500, 'oops')],
    ['cut off', { code: 'connection-failed', retryable: true }, (_, response) => {
      response.writeHead(200, { 'content-length': '9999' })
      response.write('<html>', () => response.destroy())
    }],
    ['redirected in a circle', { code: 'too-many-redirects' }, ({ path }, response) => send(response, 302, '', { location: path })],
    ['redirected inside', { code: 'address-forbidden' }, (_, response) => send(response, 302, '', { location: 'http://169.254.169.254/latest/meta-data/' })],
    ['empty', { code: 'not-a-product' }, (_, response) => send(response, 200, '')],
  ]
  test.each(cases)('%s: told as such', async (_, failure, handler) => {
    await using server = await pages(handler)
    const reading = await read(server, '/p/1')
    expect(reading).toMatchObject({ outcome: 'failed', draft: null, failure: { url: `${server.origin}/p/1`, ...failure } })
    expect(reading.failure?.message).toMatch(/^[A-Z].*\.$/)
  })

  test('forbidden by robots.txt: not visited', async () => {
    await using server = await serve(({ path }, response) => path === '/robots.txt' ? send(response, 200, 'User-agent: gleaner\nDisallow: /p/') : send(response, 200, productPage(good!, path)))
    expect(await read(server, '/p/1')).toMatchObject({ outcome: 'failed', failure: { code: 'robots-forbidden' } })
    expect(server.visits.map(visit => visit.path)).toEqual(['/robots.txt'])
  })
})

test('troubles that pass are tried again, three times at most', async () => {
  let count = 0
  await using server = await pages(({ path }, response) => count++ < 2 ? send(response, 503, '') : send(response, 200, productPage(good!, path)))
  expect((await read(server, '/p/1')).outcome).toBe('read')
  expect(count).toBe(3)
})

test('a product that has moved is read at its new address', async () => {
  await using server = await pages(({ path }, response) => path === '/old' ? send(response, 301, '', { location: '/new' }) : send(response, 200, productPage(good!, path)))
  expect(await read(server, '/old')).toMatchObject({ outcome: 'read', url: `${server.origin}/new` })
})

test.each([
  ['/item.php?id=7', '/item.php', '/item.php?id=7'],
  ['/index.php?path=24&product_id=7', '/index.php?product_id=7', '/index.php?product_id=7'],
  ['/oak-desk?list=offers', '/oak-desk', '/oak-desk'],
])('%s, whose page calls itself %s, is kept as %s', async (path, canonical, kept) => {
  await using server = await pages((_, response) => send(response, 200, productPage(good!, path).replace('</head>', `<link rel="canonical" href="${canonical}"></head>`)))
  expect((await read(server, path)).url).toBe(server.origin + kept)
})

test('a canonical link to another site or to the first page is not believed', async () => {
  await using server = await pages(({ path }, response) => send(response, 200, productPage(good!, path).replace('</head>', `<link rel="canonical" href="${path === '/a' ? 'https://other.example/p' : '/'}"></head>`)))
  expect((await read(server, '/a')).url).toBe(`${server.origin}/a`)
  expect((await read(server, '/b')).url).toBe(`${server.origin}/b`)
})

test('a cancelled reading raises the reason and nothing else', async () => {
  const controller = new AbortController()
  const reason = new Error('cancelled by a person')
  await using server = await pages(() => controller.abort(reason))
  await using scraper = testScraper(server)
  await using run = scraper.open(shopAt(server.origin))
  await expect(run.read(`${server.origin}/p`, { memory: null, signal: controller.signal })).rejects.toBe(reason)
})

test('every request of a run is counted by its outcome', async () => {
  await using server = await pages(({ path }, response) => path === '/p/1' ? send(response, 200, productPage(good!, path)) : notFound(response))
  await using scraper = testScraper(server)
  await using run = scraper.open(shopAt(server.origin))
  const signal = AbortSignal.timeout(10_000)
  for (const path of ['/p/1', '/p/2', '/p/3'])
    await run.read(server.origin + path, { memory: null, signal })
  expect(run.report()).toMatchObject({ requests: 4, byOutcome: { 200: 1, 404: 3 }, robots: 'no robots.txt (404)' })
  expect(run.report().bytes).toBeGreaterThan(200)
})

test('the conduct towards each host is on record: delays kept, wishes to slow down, the robots.txt obeyed', async () => {
  let busy = true
  await using server = await serve(({ path }, response) => {
    if (path === '/robots.txt')
      return send(response, 200, 'User-agent: *\nCrawl-delay: 0.05\n')
    if (path === '/p/2' && busy) {
      busy = false
      return send(response, 429, '', { 'retry-after': '0' })
    }
    return send(response, 200, productPage(good!, path))
  })
  await using scraper = testScraper(server)
  await using run = scraper.open(shopAt(server.origin))
  const signal = AbortSignal.timeout(10_000)
  const startedAt = performance.now()
  await Promise.all(['/p/1', '/p/2', '/p/3'].map(path => run.read(server.origin + path, { memory: null, signal })))
  const [host] = run.report().hosts!
  expect(host).toMatchObject({ host: server.host, requests: 5, byOutcome: { 200: 4, 429: 1 }, crawlDelayMs: 50, rateLimited: 1 })
  expect(host!.robotsVersion).toMatch(/^[0-9a-f]{12}$/)
  expect(host!.shortestGapMs).toBeGreaterThanOrEqual(0)
  // Each may come late, on a busy machine, but none before its turn.
  const pages = server.visits.filter(visit => visit.path.startsWith('/p/')).map(visit => visit.at - startedAt)
  expect(pages.map((ms, turn) => ms - turn * 50).filter(early => early < -2)).toEqual([])
})

test('a page of mixed encodings is read by its header; what that cannot read is marked, and spoils nothing else', async () => {
  const [before, after] = productPage(good!, '/p/1').replace('<head>', '<head><meta charset="windows-1252">').split('</h1>')
  const body = Buffer.concat([Buffer.from(`${before} Größe</h1><p>`), Buffer.from('Caf\xE9', 'latin1'), Buffer.from(`</p>${after}`)])
  await using server = await pages((_, response) => send(response, 200, body, { 'content-type': 'text/html; charset=utf-8' }))
  const reading = await read(server, '/p/1')
  expect(reading).toMatchObject({ outcome: 'read', failure: null, draft: { name: good!.name, priceMinor: good!.priceMinor, sku: good!.sku } })
  expect(JSON.stringify(reading.draft)).not.toMatch(/Ã|\uFFFD/)
})

test('an address that is none is refused before anything is sent', async () => {
  await using server = await pages((_, response) => notFound(response))
  await using scraper = testScraper(server)
  for (const url of ['ftp://shop.example/', 'nonsense', 'http://localhost/', 'http://user:pass@shop.example/', 'http://10.0.0.1/'])
    expect(() => scraper.open(shopAt(url)), url).toThrow()
})
