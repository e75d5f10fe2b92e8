import type { Handler } from '../scrape/shops/server.ts'
import { describe, expect, test } from 'vitest'
import { openEvidence } from '../../server/contract/evidence.ts'
import { decimalOf, goods } from '../scrape/shops/goods.ts'
import { discoverShop, shopAt, testScraper } from '../scrape/shops/run.ts'
import { notFound, send, sendJson, serve } from '../scrape/shops/server.ts'
import { browserMissing } from '../support/browser.ts'
import { program, shell, signal } from './rendering.ts'

const [good, other] = goods(2)

/** A page that its script fills from the shop's API. */
const app = `
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = '/app.css'
  document.head.append(link, Object.assign(document.createElement('link'), { rel: 'prefetch', href: '/later.js' }), Object.assign(new Image(), { src: '/banner.png' }))
  fetch('/api' + location.pathname, { headers: { 'x-api-key': 'public-key' } }).then(answer => answer.json()).then((good) => {
    document.title = good.name
    document.getElementById('root').innerHTML = '<h1></h1><img src="/photo.jpg">'
    document.querySelector('h1').textContent = good.name
    const data = document.createElement('script')
    data.type = 'application/ld+json'
    data.textContent = JSON.stringify({ '@context': 'https://schema.org', '@type': 'Product', 'name': good.name, 'sku': good.sku, 'offers': { '@type': 'Offer', 'price': good.price, 'priceCurrency': 'EUR', 'availability': 'https://schema.org/InStock' } })
    document.head.append(data)
  })`
const appPage = shell('').replace('<script></script>', '<script src="/app.js"></script>')

const appShop: Handler = ({ path }, response) => {
  const found = goods(2).find(each => path === `/api/p/${each.handle}`)
  if (found)
    return sendJson(response, { name: found.name, sku: found.sku, price: decimalOf(found.priceMinor) })
  if (path === '/app.js')
    return send(response, 200, app, { 'content-type': 'text/javascript' })
  return path.startsWith('/p/') ? send(response, 200, appPage, { etag: '"shell"' }) : notFound(response)
}

describe.skipIf(browserMissing !== null)('a shop whose pages are made by scripts', () => {
  test('reads a shop that its scripts fill, politely: each script once, no picture, no style, nothing for later', async () => {
    await using server = await serve(appShop)
    await using scraper = testScraper(server, { renderer: program })
    await using run = scraper.open(shopAt(server.origin))
    const reading = await run.read(`${server.origin}/p/${good!.handle}`, { memory: null, signal: signal() })
    expect(reading).toMatchObject({ outcome: 'read', url: `${server.origin}/p/${good!.handle}`, failure: null, draft: { name: good!.name, sku: good!.sku, priceMinor: good!.priceMinor, currency: 'EUR', availability: 'InStock' } })
    expect(openEvidence(reading.evidence).price).toMatchObject({ source: 'json-ld', path: expect.stringMatching(/^rendered/) as string })
    expect(reading.memory, 'the shell\'s version is not the product\'s').toMatchObject({ etag: null, lastModified: null })
    expect(await run.read(`${server.origin}/p/${good!.handle}`, { memory: reading.memory, signal: signal() })).toMatchObject({ outcome: 'unchanged' })
    expect(await run.read(`${server.origin}/p/${other!.handle}`, { memory: null, signal: signal() })).toMatchObject({ draft: { priceMinor: other!.priceMinor } })
    expect(run.report()).toMatchObject({ rendered: 3, requests: 8, byOutcome: { 200: 7, 404: 1 } })
    const counts = Map.groupBy(server.visits.map(visit => visit.path), path => path)
    expect(Object.fromEntries([...counts].map(([path, visits]) => [path, visits.length]))).toEqual({
      '/robots.txt': 1,
      '/app.js': 1,
      [`/p/${good!.handle}`]: 2,
      [`/api/p/${good!.handle}`]: 2,
      [`/p/${other!.handle}`]: 1,
      [`/api/p/${other!.handle}`]: 1,
    })
    const api = server.visits.find(visit => visit.path.startsWith('/api'))!
    expect(api.headers).toMatchObject({ 'user-agent': expect.stringMatching(/^Gleaner/) as string, 'x-api-key': 'public-key' })
  })

  test('finds the products of such a shop by its sitemap, though every page comes empty', async () => {
    const all = goods(2)
    await using server = await serve((request, response) => request.path === '/sitemap.xml'
      ? send(response, 200, `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${all.map(each => `<url><loc>http://${request.headers.host}/p/${each.handle}</loc></url>`).join('')}</urlset>`, { 'content-type': 'application/xml' })
      : appShop(request, response))
    const { products, report } = await discoverShop(server, { config: { renderer: program } })
    expect(products.map(each => each.url).sort()).toEqual(all.map(each => `${server.origin}/p/${each.handle}`).sort())
    expect(report.strategy).toBe('sitemap')
  })

  test('finds the products of a shop whose lists are made by scripts alone, over all pages', async () => {
    const all = goods(24)
    const list = `fetch('/api/list' + location.search).then(answer => answer.json()).then(({ goods, next }) => {
      document.getElementById('root').innerHTML = '<ul>' + goods.map(good => '<li class="card"><a href="/p/' + good.handle + '"><img src="/i.jpg">' + good.name + '</a><b>€ 9.95</b></li>').join('') + '</ul>' + (next ? '<a rel="next" href="/?page=' + next + '">Next</a>' : '')
    })`
    await using server = await serve((request, response) => {
      if (request.url.pathname === '/')
        return send(response, 200, shell(list))
      if (request.url.pathname === '/api/list') {
        const page = Number(request.url.searchParams.get('page') ?? 1)
        return sendJson(response, { goods: all.slice(page * 12 - 12, page * 12), next: page < 2 ? page + 1 : null })
      }
      const found = all.find(({ handle }) => request.path === `/api/p/${handle}`)
      return found ? sendJson(response, { name: found.name, sku: found.sku, price: decimalOf(found.priceMinor) }) : appShop(request, response)
    })
    const { products, report } = await discoverShop(server, { config: { renderer: program } })
    expect(report).toMatchObject({ strategy: 'listing', complete: true, failures: [] })
    expect(products.map(each => each.url).sort()).toEqual(all.map(each => `${server.origin}/p/${each.handle}`).sort())
  })

  test('a shop whose lists are made by scripts says what is missing to find its products', async () => {
    await using server = await serve(({ path }, response) => path === '/' ? send(response, 200, shell('document.getElementById("root").innerHTML = "<h1>Welcome</h1><a href=/p/1>Our first bowl</a>"')) : notFound(response))
    const { products, report } = await discoverShop(server, { config: { renderer: program } })
    expect(products).toEqual([])
    expect(report).toMatchObject({ complete: false, failures: [{ code: 'needs-javascript', message: expect.stringContaining('sitemap') as string }] })
  })

  test('robots.txt holds for what scripts ask, too, and the reading says that something was refused', async () => {
    await using server = await serve((request, response) => request.path === '/robots.txt' ? send(response, 200, 'User-agent: *\nDisallow: /api/') : appShop(request, response))
    await using scraper = testScraper(server, { renderer: program })
    await using run = scraper.open(shopAt(server.origin))
    const { outcome, failure } = await run.read(`${server.origin}/p/${good!.handle}`, { memory: null, signal: signal() })
    expect({ outcome, failure }).toMatchObject({ outcome: 'failed', failure: { code: 'needs-javascript', message: expect.stringContaining('1 of their 2 requests were refused') as string } })
    expect(server.visits.filter(visit => visit.path.startsWith('/api'))).toEqual([])
  })
})
