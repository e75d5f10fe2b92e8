import type { Good } from './goods.ts'
import type { TestServer } from './server.ts'
import { gzipSync } from 'node:zlib'
import { productPage, textPage } from './goods.ts'
import { notFound, send, serve } from './server.ts'

const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const articles = ['our-story', 'care-for-wool', 'makers', 'spring', 'summer', 'autumn', 'winter', 'journal-8', 'journal-9', 'journal-10']

export interface SitemapShopOptions {
  /** Path of a product's page. */
  pathOf?: (good: Good) => string
  perFile?: number
  robots?: string
}

/** A shop without an API: robots.txt names an index of gzipped sitemaps; products, articles and pages are mixed in them. */
export function sitemapShop(all: readonly Good[], { pathOf = good => `/shop/${good.handle}.html`, perFile = 250, robots = '' }: SitemapShopOptions = {}): Promise<TestServer> {
  const paths = new Map(all.map(good => [pathOf(good), good]))
  const pages = ['/', '/about', ...articles.map(slug => `/magazine-stories/${slug}`), ...paths.keys()]
  const files = Array.from({ length: Math.ceil(pages.length / perFile) }, (_, index) => pages.slice(index * perFile, (index + 1) * perFile))
  return serve(({ url, headers }, response) => {
    const origin = `http://${headers.host}`
    if (url.pathname === '/robots.txt')
      return send(response, 200, `User-agent: *\nDisallow: /cart\n${robots}\nSitemap: ${origin}/maps/index.xml\n`, { 'content-type': 'text/plain' })
    if (url.pathname === '/maps/index.xml')
      return send(response, 200, `<?xml version="1.0"?><sitemapindex ${namespace}>${files.map((_, index) => `<sitemap><loc>${origin}/maps/${index}.xml.gz</loc></sitemap>`).join('')}</sitemapindex>`, { 'content-type': 'application/xml' })
    const file = files[Number(/^\/maps\/(\d+)\.xml\.gz$/.exec(url.pathname)?.[1] ?? -1)]
    if (file)
      return send(response, 200, gzipSync(urlset(file.map(path => origin + path))), { 'content-type': 'application/gzip' })
    const good = paths.get(url.pathname)
    if (good)
      return send(response, 200, productPage(good, origin + url.pathname))
    return pages.includes(url.pathname) ? send(response, 200, textPage(url.pathname)) : notFound(response)
  })
}

export function urlset(addresses: readonly string[], lastModified = '2026-10-02'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${namespace}>${addresses.map(loc => `<url><loc>${loc}</loc><lastmod>${lastModified}</lastmod></url>`).join('\n')}</urlset>`
}
