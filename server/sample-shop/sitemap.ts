import { categories } from './catalogue/index.ts'
import { shopProducts } from './product.ts'

/** In the sitemap, but gone: answers 404. */
export const retiredPath = '/products/enamel-kettle'
/** In the sitemap, but its page says nothing about a product. */
export const emptyPath = '/products/gift-card'

const lastModified = '2026-10-01'

export function sitemapXml(origin: string): string {
  const paths = ['/', '/pages/about', ...categories.map(({ slug }) => `/collections/${slug}`), ...shopProducts.map(({ path }) => path), retiredPath, emptyPath]
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map(path => `<url><loc>${origin}${path}</loc><lastmod>${lastModified}</lastmod></url>`).join('\n')}
</urlset>
`
}

export function robotsTxt(origin: string): string {
  return `User-agent: *
Disallow: /basket
Disallow: /account
Disallow: /search

Sitemap: ${origin}/sitemap.xml
`
}
