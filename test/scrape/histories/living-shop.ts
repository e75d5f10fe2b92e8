import type { ServerResponse } from 'node:http'
import type { Good } from '../shops/goods.ts'
import type { TestServer } from '../shops/server.ts'
import { decimalOf, goods, layout, productPage } from '../shops/goods.ts'
import { notFound, send, sendJson, serve } from '../shops/server.ts'
import { urlset } from '../shops/sitemap-shop.ts'

/** A shop whose life a test writes: what it lists, what its pages say, and where it misbehaves. */
export interface LivingShop extends TestServer {
  /** `sitemap` names its products' addresses only; the other two have an API as well. */
  platform: 'shopify' | 'woocommerce' | 'sitemap'
  listed: Good[]
  /** With a page; all that is listed has one. */
  alive: Good[]
  currency: string
  /** Answers a path in its own way. */
  odd: Map<string, (response: ServerResponse) => unknown>
  /** Changes what is sent of every page. */
  retouch: (html: string) => string
  /** Changes the address of a product in the sitemap. */
  address: (url: string) => string
  pathOf: (good: Good) => string
}

export async function openLivingShop(platform: LivingShop['platform'], count = 12): Promise<LivingShop> {
  const all = goods(count).map(good => ({ ...good, sizes: [] }))
  const shop: Omit<LivingShop, keyof TestServer> = {
    platform,
    listed: all,
    alive: [...all],
    currency: 'EUR',
    odd: new Map(),
    retouch: html => html,
    address: url => url,
    pathOf: good => `/${shop.platform === 'woocommerce' ? 'product' : 'products'}/${good.handle}`,
  }
  const server = await serve(({ url, headers }, response) => {
    const origin = `http://${headers.host}`
    const odd = shop.odd.get(url.pathname)
    if (odd)
      return odd(response)
    if (url.pathname === '/')
      return send(response, 200, shop.retouch(layout('Fernwood', '<h1>Welcome</h1>')))
    if (url.pathname === '/sitemap.xml')
      return send(response, 200, urlset(shop.listed.map(good => shop.address(origin + shop.pathOf(good)))), { 'content-type': 'application/xml' })
    if (url.pathname === '/meta.json' && shop.platform === 'shopify')
      return sendJson(response, { currency: shop.currency, published_products_count: shop.listed.length })
    if (url.pathname === '/products.json' && shop.platform === 'shopify')
      return sendJson(response, { products: url.searchParams.get('page') === '1' ? shop.listed.map(shopifyRow) : [] })
    if (url.pathname === '/wp-json/wc/store/v1/products' && shop.platform === 'woocommerce')
      return sendJson(response, shop.listed.map(good => wooRow(good, origin + shop.pathOf(good), shop.currency)), { 'x-wp-total': String(shop.listed.length) })
    const good = shop.alive.find(each => shop.pathOf(each) === url.pathname)
    if (!good)
      return notFound(response)
    const page = productPage(good, origin + url.pathname).replaceAll('"EUR"', `"${shop.currency}"`).replaceAll('€', shop.currency === 'EUR' ? '€' : `${shop.currency} `)
    return send(response, 200, shop.retouch(page))
  })
  // One object: what a test changes is what the handler reads.
  return Object.assign(shop, server)
}

function shopifyRow(good: Good): object {
  return { id: good.id, handle: good.handle, title: good.name, vendor: good.brand, images: [{ src: `https://cdn.shopify.com/${good.handle}.jpg` }], options: [], variants: [{ id: good.id * 10, title: 'Default Title', sku: good.sku, price: decimalOf(good.priceMinor), available: good.inStock }] }
}

function wooRow(good: Good, permalink: string, currency: string): object {
  const prices = { price: String(good.priceMinor), regular_price: String(good.priceMinor), sale_price: '', currency_code: currency, currency_minor_unit: 2 }
  return { id: good.id + 50_000, name: good.name, type: 'simple', permalink, sku: good.sku, prices, is_in_stock: good.inStock, images: [], variations: [] }
}
