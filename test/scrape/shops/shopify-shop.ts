import type { Good } from './goods.ts'
import type { TestServer } from './server.ts'
import { decimalOf, productPage, textPage } from './goods.ts'
import { notFound, send, sendJson, serve } from './server.ts'
import { urlset } from './sitemap-shop.ts'

export interface ShopifyExtras {
  /** Products with a page that `products.json` leaves out. */
  hidden?: readonly Good[]
  /** Handles that only the sitemap knows. */
  listed?: readonly string[]
  robots?: string
  /** How many products it gives at a time, whatever it is asked for. */
  size?: number
}

/** A Shopify shop as its public addresses show it: `products.json`, `meta.json`, a sitemap index and product pages. */
export function shopifyShop(all: readonly Good[], currency = 'EUR', { hidden = [], listed = [], robots = '', size = 250 }: ShopifyExtras = {}): Promise<TestServer> {
  return serve(({ url, headers }, response) => {
    const origin = `http://${headers.host}`
    if (url.pathname === '/')
      return send(response, 200, textPage('Fernwood'))
    if (url.pathname === '/meta.json')
      return sendJson(response, { id: 1, name: 'Fernwood', currency, published_products_count: all.length })
    if (url.pathname === '/products.json') {
      const limit = Math.min(size, Number(url.searchParams.get('limit') ?? 30))
      const page = Number(url.searchParams.get('page') ?? 1)
      return sendJson(response, { products: all.slice((page - 1) * limit, page * limit).map(good => toShopify(good)) })
    }
    if (url.pathname === '/robots.txt')
      return send(response, 200, `User-agent: *\n${robots}\nSitemap: ${origin}/sitemap.xml\n`, { 'content-type': 'text/plain' })
    if (url.pathname === '/sitemap.xml')
      return send(response, 200, `<sitemapindex><sitemap><loc>${origin}/sitemap_products_1.xml?from=1&amp;to=9</loc></sitemap><sitemap><loc>${origin}/sitemap_pages_1.xml</loc></sitemap></sitemapindex>`, { 'content-type': 'application/xml' })
    if (url.pathname === '/sitemap_products_1.xml')
      return send(response, 200, urlset([`${origin}/`, ...[...all, ...hidden].map(({ handle }) => handle).concat(listed).map(handle => `${origin}/products/${handle}`)]), { 'content-type': 'application/xml' })
    const good = [...all, ...hidden].find(({ handle }) => url.pathname === `/products/${handle}`)
    return good ? send(response, 200, productPage(good, origin + url.pathname)) : notFound(response)
  })
}

function toShopify(good: Good): object {
  const sizes = good.sizes.length > 0 ? good.sizes : ['Default Title']
  return {
    id: good.id,
    title: good.name,
    handle: good.handle,
    body_html: `<p>Made of <b>good</b> things &amp; with care.</p>`,
    vendor: good.brand,
    product_type: 'Things',
    updated_at: '2026-10-01T10:00:00+02:00',
    tags: [],
    options: [{ name: good.sizes.length > 0 ? 'Size' : 'Title', position: 1, values: sizes }],
    images: [{ id: good.id, src: `https://cdn.shopify.com/s/files/${good.handle}.jpg?v=1`, variant_ids: [] }],
    variants: sizes.map((size, index) => ({
      id: good.id * 10 + index,
      title: size,
      option1: size,
      option2: null,
      option3: null,
      sku: good.sizes.length > 0 ? `${good.sku}-${size}` : good.sku,
      available: good.inStock,
      price: decimalOf(good.priceMinor + index * 100),
      compare_at_price: good.listPriceMinor === null ? null : decimalOf(good.listPriceMinor + index * 100),
      featured_image: null,
    })),
  }
}
