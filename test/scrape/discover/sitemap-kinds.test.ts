import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { goods, layout, productPage } from '../shops/goods.ts'
import { discoverShop } from '../shops/run.ts'
import { notFound, send, serve } from '../shops/server.ts'

const all = goods(60)
const pathOf = (handle: string): string => `/shop/${handle}.html`

/** Each way to write down addresses: where the file stands, its type, what it says. */
const kinds: Record<string, { path: string, type: string, write: (urls: string[]) => string, isNamed: boolean, isPacked?: boolean }> = {
  'plain text': { path: '/sitemap.txt', type: 'text/plain', isNamed: false, write: urls => `${urls.join('\r\n')}\r\n` },
  'packed text': { path: '/lists/all.txt.gz', type: 'application/octet-stream', isNamed: true, isPacked: true, write: urls => urls.join('\n') },
  'an RSS feed': { path: '/feed.rss', type: 'application/rss+xml', isNamed: true, write: urls => `<?xml version="1.0"?><rss version="2.0"><channel><title>New</title><link>${new URL('/', urls[0]).href}</link>${urls.map(url => `<item><title>x</title><link>${url}</link><pubDate>Thu, 01 Oct 2026 08:00:00 GMT</pubDate></item>`).join('')}</channel></rss>` },
  'an Atom feed': { path: '/feed.atom', type: 'application/atom+xml', isNamed: true, write: urls => `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="${new URL('/feed.atom', urls[0]).href}"/>${urls.map(url => `<entry><link rel="alternate" href="${url}"/><updated>2026-10-01T08:00:00Z</updated></entry>`).join('')}</feed>` },
  'XML with a prefix and pictures': { path: '/sitemap.xml', type: 'text/xml', isNamed: false, write: urls => `<?xml version="1.0"?><sm:urlset xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${urls.map(url => `<sm:url><sm:loc><![CDATA[${url}]]></sm:loc><image:image><image:loc>${url}.jpg</image:loc></image:image><sm:lastmod>2026-10-01</sm:lastmod></sm:url>`).join('')}</sm:urlset>` },
}

test.each(Object.entries(kinds))('a shop is found whole through %s', async (_, { path, type, write, isNamed, isPacked = false }) => {
  await using server = await serve(({ url, headers }, response) => {
    const origin = `http://${headers.host}`
    if (url.pathname === '/robots.txt')
      return send(response, 200, isNamed ? `Sitemap: ${path}\n` : 'User-agent: *\nAllow: /\n', { 'content-type': 'text/plain' })
    if (url.pathname === path) {
      const text = write([`${origin}/about`, ...all.map(({ handle }) => origin + pathOf(handle))])
      return send(response, 200, isPacked ? gzipSync(text) : text, { 'content-type': type })
    }
    const good = all.find(({ handle }) => pathOf(handle) === url.pathname)
    if (good)
      return send(response, 200, productPage(good, origin + url.pathname))
    return url.pathname === '/' || url.pathname === '/about' ? send(response, 200, layout('Shop', '<p>Words about us.</p>')) : notFound(response)
  })
  const { products, report } = await discoverShop(server)
  expect(report).toMatchObject({ strategy: 'sitemap', complete: true, failures: [] })
  expect(products.map(({ url }) => url.slice(server.origin.length)).sort()).toEqual(all.map(({ handle }) => pathOf(handle)).sort())
})

test('a product that a sitemap names by ten addresses is one product', async () => {
  const spellings = (url: string): string[] => [url, `${url}?utm_source=mail&utm_medium=x`, `${url}?gclid=abc`, `${url}?fbclid=1`, `${url}#reviews`, url.replace('http://', 'HTTP://'), `${url}?ref=`, `${url}/`, `${url}?srsltid=z`, `${url}?mc_cid=1`]
  await using server = await serve(({ url, headers }, response) => {
    if (url.pathname === '/sitemap.xml')
      return send(response, 200, `<urlset>${all.flatMap(({ handle }) => spellings(`http://${headers.host}/shop/${handle}`)).map(loc => `<url><loc>${loc.replaceAll('&', '&amp;')}</loc></url>`).join('')}</urlset>`)
    const good = all.find(({ handle }) => `/shop/${handle}` === url.pathname.replace(/\/$/, ''))
    return good ? send(response, 200, productPage(good, url.href)) : url.pathname === '/' ? send(response, 200, layout('Shop', '')) : notFound(response)
  })
  const { products } = await discoverShop(server)
  expect(products.map(({ key }) => key).sort()).toEqual([...new Set(products.map(({ key }) => key))].sort())
  expect(products).toHaveLength(all.length)
})
