import type { Buffer } from 'node:buffer'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { goods, layout, productPage, textPage } from '../shops/goods.ts'
import { listingShop } from '../shops/listing-shop.ts'
import { discoverShop, shopAt, testScraper } from '../shops/run.ts'
import { notFound, send, sendJson, serve } from '../shops/server.ts'
import { shopifyShop } from '../shops/shopify-shop.ts'
import { urlset } from '../shops/sitemap-shop.ts'

const all = goods(60)
const card = (path: string, name: string): string => `<li class="card"><a href="${path}"><img src="/i.jpg">${name}</a><b>€ 9.95</b></li>`
const grid = (from: number, to: number): string => `<ul>${all.slice(from, to).map(good => card(`/item/${good.handle}`, good.name)).join('')}</ul>`

/** A shop whose list is written by `list`; product pages as usual. */
function trapShop(list: (url: URL) => string | null) {
  return serve(({ url }, response) => {
    const good = all.find(({ handle }) => url.pathname === `/item/${handle}`)
    if (good)
      return send(response, 200, productPage(good, url.href))
    const body = list(url)
    return body === null ? notFound(response) : send(response, 200, layout('List', body))
  })
}

describe('lists without end', () => {
  test('page numbers that go on for ever end soon after the last product', async () => {
    await using server = await trapShop((url) => {
      if (url.pathname !== '/')
        return null
      const page = Number(url.searchParams.get('page') ?? 1)
      return `${grid((page - 1) * 20, page * 20)}<div class="pagination"><a href="/?page=${page + 1}">Next</a></div>`
    })
    const { products, report } = await discoverShop(server)
    expect(products).toHaveLength(60)
    expect(Math.max(...server.visits.map(visit => Number(/\?page=(\d+)/.exec(visit.path)?.[1] ?? 0)))).toBeLessThanOrEqual(8)
    expect(report.complete).toBe(false)
    expect(report.tried.at(-1)?.note).toMatch(/goes on without showing anything new/)
  })

  test('a list that shows its last page for every number ends too', async () => {
    await using server = await trapShop((url) => {
      const page = Math.min(Number(url.searchParams.get('page') ?? 1), 3)
      return url.pathname === '/' ? `${grid((page - 1) * 20, page * 20)}<a rel="next" href="/?page=${Number(url.searchParams.get('page') ?? 1) + 1}">more</a>` : null
    })
    const { products } = await discoverShop(server)
    expect(products).toHaveLength(60)
    expect(server.visits.length).toBeLessThan(40)
  })

  test('a "load more" that only scripts know is found by its page number, and ends', async () => {
    await using server = await trapShop((url) => {
      const page = Number(url.searchParams.get('page') ?? 1)
      return url.pathname === '/' ? grid((page - 1) * 20, page * 20) || '<p>Nothing more</p>' : null
    })
    const { products, report } = await discoverShop(server)
    expect(products).toHaveLength(60)
    expect(report.complete).toBe(true)
  })

  test('a second page that was only guessed at, and is not there, is no failure', async () => {
    await using server = await trapShop(url => url.pathname === '/' && !url.searchParams.has('page') ? grid(0, 60) : null)
    const { products, report } = await discoverShop(server)
    expect(products).toHaveLength(60)
    expect(report).toMatchObject({ complete: true, failures: [] })
    expect(server.visits.filter(visit => visit.path === '/?page=2')).toHaveLength(1)
  })

  test('products that only an argument tells apart stay apart, though a template gives all their pages one address', async () => {
    const items = all.map((good, id) => ({ ...good, path: `/item?id=${id}` }))
    await using server = await serve(({ url }, response) => {
      const good = url.pathname === '/item' ? items[Number(url.searchParams.get('id'))] : undefined
      if (good)
        return send(response, 200, productPage(good, '/item').replace('</head>', '<link rel="canonical" href="/item"></head>'))
      return url.pathname === '/' && !url.searchParams.has('page') ? send(response, 200, layout('List', `<ul>${items.map(({ path, name }) => card(path, name)).join('')}</ul>`)) : notFound(response)
    })
    const { products } = await discoverShop(server)
    expect(products.map(product => product.url).toSorted()).toEqual(items.map(({ path }) => server.origin + path).toSorted())
  })

  test('session ids, calendars, sortings, filters and circles are not followed', async () => {
    let session = 0
    await using server = await trapShop((url) => {
      const links = [
        `/?PHPSESSID=${'ab12cd34'.repeat(3)}${session++}`,
        `${url.pathname}/deeper`.replace('//', '/'),
        `/calendar/2026/${(session % 12) + 1}`,
        `/?month=${session}`,
        `/?sort=price&dir=${session}`,
        `/?color=red&size=${session}`,
        `/?filter[a]=${session}`,
        `${url.pathname}/a/b`.replace('//', '/'),
      ]
      return grid(0, 60) + links.map(href => `<a href="${href}">x</a>`).join('')
    })
    const { products } = await discoverShop(server)
    expect(products).toHaveLength(60)
    const lists = server.visits.filter(visit => !visit.path.startsWith('/item/')).map(visit => visit.path)
    expect(lists.length).toBeLessThan(80)
    expect(lists.filter(path => /PHPSESSID|calendar|month=|sort=|color=|filter/.test(path))).toEqual([])
  })
})

describe('sitemaps', () => {
  const sitemapServer = (files: (origin: string) => Record<string, string | Buffer>) => serve(({ url, headers }, response) => {
    const body = files(`http://${headers.host}`)[url.pathname]
    if (body !== undefined)
      return send(response, 200, body, { 'content-type': 'application/xml' })
    const good = all.find(({ handle }) => url.pathname === `/item/${handle}`)
    return good ? send(response, 200, productPage(good, url.href)) : url.pathname === '/' ? send(response, 200, textPage('Home')) : notFound(response)
  })
  const index = (locs: string[]): string => `<sitemapindex>${locs.map(loc => `<sitemap><loc>${loc}</loc></sitemap>`).join('')}</sitemapindex>`

  test('a sitemap that lists itself is read once', async () => {
    await using server = await sitemapServer(origin => ({ '/sitemap.xml': index([`${origin}/sitemap.xml`, `${origin}/b.xml`]), '/b.xml': index([`${origin}/sitemap.xml`, `${origin}/c.xml`]), '/c.xml': urlset(all.map(good => `${origin}/item/${good.handle}`)) }))
    const { products, report } = await discoverShop(server)
    expect(products).toHaveLength(60)
    expect(report).toMatchObject({ strategy: 'sitemap', complete: true })
    expect(server.visits.filter(visit => visit.path === '/c.xml')).toHaveLength(1)
  })

  test('a missing file of an index makes the run partial and is told', async () => {
    await using server = await sitemapServer(origin => ({ '/sitemap.xml': index([`${origin}/gone.xml`, `${origin}/c.xml`]), '/c.xml': urlset(all.map(good => `${origin}/item/${good.handle}`)) }))
    const { products, report } = await discoverShop(server)
    expect(products).toHaveLength(60)
    expect(report).toMatchObject({ complete: false, failures: [{ code: 'http-status', status: 404, url: `${server.origin}/gone.xml` }] })
  })

  test('addresses of other hosts, inner ones among them, are never visited', async () => {
    await using inner = await serve((_, response) => send(response, 200, productPage(all[0]!, '/')))
    await using server = await sitemapServer(origin => ({ '/sitemap.xml': index([`${inner.origin}/more.xml`, `${origin}/c.xml`]), '/c.xml': urlset([...all.map(good => `${origin}/item/${good.handle}`), `${inner.origin}/item/x`, 'http://169.254.169.254/item/y', 'javascript:alert(1)', 'nonsense']) }))
    const { products, report } = await discoverShop(server)
    expect(products).toHaveLength(60)
    expect(report.failures).toMatchObject([{ code: 'address-forbidden' }])
    expect(inner.visits).toEqual([])
  })

  test('one product in many languages is one', async () => {
    await using server = await sitemapServer((origin) => {
      const url = (path: string, good: { handle: string }): string => `<url><loc>${origin}${path}/${good.handle}</loc><xhtml:link rel="alternate" hreflang="de" href="${origin}/de/item/${good.handle}"/><xhtml:link rel="alternate" hreflang="en" href="${origin}/item/${good.handle}"/></url>`
      return { '/sitemap.xml': `<urlset>${all.map(good => url('/item', good) + url('/de/item', good)).join('')}</urlset>`, ...Object.fromEntries(all.map(good => [`/de/item/${good.handle}`, productPage(good, '')])) }
    })
    const { products } = await discoverShop(server)
    expect(products.map(product => product.url)).toEqual(all.map(good => `${server.origin}/item/${good.handle}`))
  })

  test('a bomb of a sitemap is told and ends', async () => {
    const bomb = gzipSync(`<urlset>${' '.repeat(120_000_000)}`)
    await using server = await sitemapServer(() => ({ '/sitemap.xml': bomb }))
    const { products, report } = await discoverShop(server)
    expect(products).toEqual([])
    expect(report.tried.find(tried => tried.strategy === 'sitemap')?.note).toMatch(/larger than|unpacks to more/)
  })
})

describe('shops that are not as they should be', () => {
  test('an empty shop is an answer: nothing found, nothing complete', async () => {
    await using server = await shopifyShop([])
    const { products, report } = await discoverShop(server)
    expect(products).toEqual([])
    expect(report).toMatchObject({ strategy: null, complete: false })
    expect(report.tried[0]).toMatchObject({ strategy: 'shopify', found: 0, note: '0 products, 1 page of products.json', told: [{ code: 'products-met', values: { n: 0 } }, { code: 'pages-of', values: { n: 1, source: 'products.json' } }] })
  })

  test('a shop that robots.txt forbids is not visited', async () => {
    await using server = await serve(({ path }, response) => path === '/robots.txt' ? send(response, 200, 'User-agent: *\nDisallow: /') : send(response, 200, textPage('Shop')))
    await expect(discoverShop(server)).rejects.toMatchObject({ code: 'robots-forbidden', retryable: false })
    expect(server.visits.map(visit => visit.path)).toEqual(['/robots.txt'])
  })

  test('one\'s own shop may be visited in spite of robots.txt, and the report says why', async () => {
    await using server = await serve(({ path }, response) => path === '/robots.txt' ? send(response, 200, 'User-agent: *\nDisallow: /') : path.startsWith('/products.json') ? sendJson(response, { products: [] }) : notFound(response))
    await using scraper = testScraper(server)
    await using run = scraper.open(shopAt(server.origin, { ignoreRobots: { reason: 'our own shop' } }))
    await run.discover({ maxProducts: 10, signal: AbortSignal.timeout(10_000), onProgress: () => {} }).next()
    expect(server.visits.some(visit => visit.path.startsWith('/products.json'))).toBe(true)
    expect(run.report().robots).toBe('robots.txt ignored, the shop is one’s own: our own shop')
  })

  test('a robots.txt that answers with an error closes the shop for now', async () => {
    await using server = await serve((_, response) => send(response, 503, 'later'))
    await expect(discoverShop(server)).rejects.toMatchObject({ code: 'robots-forbidden', retryable: true })
  })

  test('a robots.txt of 10 MB is obeyed in its first 500 KiB', async () => {
    await using server = await serve(({ path }, response) => {
      if (path === '/robots.txt')
        return send(response, 200, `User-agent: *\nDisallow: /secret\n${'# nothing to see here\n'.repeat(500_000)}Disallow: /\n`)
      return path === '/' ? send(response, 200, layout('Shop', `${grid(0, 20)}<a href="/secret">x</a>`)) : path.startsWith('/item/') ? send(response, 200, productPage(all.find(good => path === `/item/${good.handle}`)!, path)) : notFound(response)
    })
    const { products } = await discoverShop(server)
    expect(products).toHaveLength(20)
    expect(server.visits.map(visit => visit.path)).not.toContain('/secret')
  })

  test('a shop that has moved to another host is followed there, and the move is told', async () => {
    await using target = await listingShop(goods(30))
    await using old = await serve(({ path }, response) => path === '/robots.txt' ? notFound(response) : send(response, 301, '', { location: target.origin + path }))
    const { products, report } = await discoverShop(old, { config: { allowPrivateHosts: [old.host, target.host] } })
    expect(products).toHaveLength(30)
    expect(products.every(product => product.url.startsWith(target.origin))).toBe(true)
    expect(report.tried[0]).toEqual({ strategy: 'first page', found: 0, note: `The shop has moved from ${old.host} to ${target.host}.`, told: [{ code: 'shop-moved', values: report.moved }] })
    expect(report.moved).toEqual({ from: old.host, to: target.host })
  })

  test('a host that does not answer is an error of the run', async () => {
    const server = await serve(() => {})
    await server[Symbol.asyncDispose]()
    await expect(discoverShop(server)).rejects.toMatchObject({ code: 'host-unreachable', retryable: true })
  })

  test('a shop that says "too many requests" is left, with the time it asks for', async () => {
    await using server = await serve(({ path }, response) => path === '/robots.txt' ? notFound(response) : send(response, 429, '', { 'retry-after': '3600' }))
    await expect(discoverShop(server)).rejects.toMatchObject({ code: 'rate-limited', retryable: true })
    expect(server.visits.length).toBeLessThanOrEqual(2)
  })

  test('a limit of products is kept to the piece and makes the run partial', async () => {
    await using server = await shopifyShop(goods(300))
    const { products, report } = await discoverShop(server, { maxProducts: 100 })
    expect(products).toHaveLength(100)
    expect(report).toMatchObject({ complete: false, strategy: 'shopify' })
  })

  test('an aborted run ends with its reason', async () => {
    const controller = new AbortController()
    const reason = new Error('cancelled by a person')
    await using server = await serve(({ path }, response) => {
      if (path.startsWith('/products.json'))
        controller.abort(reason)
      return path === '/' ? send(response, 200, textPage('Home')) : notFound(response)
    })
    await expect(discoverShop(server, { signal: controller.signal })).rejects.toBe(reason)
  })
})
