import type { Good } from './goods.ts'
import type { TestServer } from './server.ts'
import { productPage, textPage } from './goods.ts'
import { notFound, send, sendJson, serve } from './server.ts'

export interface WooShopOptions {
  currency?: string
  /** Decimals that the shop shows: its amounts are in that unit. */
  minorUnit?: number
}

/** A WooCommerce shop: the Store API with totals in its headers, variations apart, and product pages. */
export function wooShop(all: readonly Good[], { currency = 'EUR', minorUnit = 2 }: WooShopOptions = {}): Promise<TestServer> {
  const amount = (minor: number): string => String(Math.round(minor * 10 ** (minorUnit - 2)))
  return serve(({ url, headers }, response) => {
    const origin = `http://${headers.host}`
    const permalink = (good: Good): string => `${origin}/product/${good.handle}/`
    if (url.pathname === '/')
      return send(response, 200, textPage('Fernwood'))
    const good = all.find(({ handle }) => url.pathname === `/product/${handle}/`)
    if (good)
      return send(response, 200, productPage(good, permalink(good)))
    if (url.pathname !== '/wp-json/wc/store/v1/products')
      return notFound(response)

    const prices = (good: Good, extra = 0): object => ({ price: amount(good.priceMinor + extra), regular_price: amount((good.listPriceMinor ?? good.priceMinor) + extra), sale_price: amount(good.priceMinor + extra), currency_code: currency, currency_minor_unit: minorUnit, price_range: null })
    const parents = url.searchParams.get('parent')?.split(',').map(Number)
    const rows = url.searchParams.get('type') === 'variation'
      ? all.filter(good => parents?.includes(good.id)).flatMap(good => good.sizes.map((size, index) => ({ id: good.id * 10 + index, parent: good.id, type: 'variation', name: good.name, sku: `${good.sku}-${size}`, permalink: `${permalink(good)}?attribute_size=${size}`, prices: prices(good, index * 100), is_in_stock: good.inStock, images: [] })))
      : all.map(good => ({
          id: good.id,
          name: good.name.replace('No.', 'No&#46;'),
          type: good.sizes.length > 0 ? 'variable' : 'simple',
          permalink: permalink(good),
          sku: good.sku,
          description: '<p>Made with care.</p>',
          prices: prices(good),
          is_in_stock: good.inStock,
          average_rating: '4.5',
          review_count: 2,
          images: [{ id: 1, src: `${origin}/i/${good.handle}.jpg` }],
          categories: [{ id: 5, name: 'Home &amp; Living' }],
          brands: [{ id: 9, name: good.brand }],
          attributes: good.sizes.length > 0 ? [{ name: 'Size', terms: good.sizes.map(name => ({ name })) }] : [],
          variations: good.sizes.map((size, index) => ({ id: good.id * 10 + index, attributes: [{ name: 'Size', value: size }] })),
        }))
    const perPage = Number(url.searchParams.get('per_page') ?? 10)
    const page = Number(url.searchParams.get('page') ?? 1)
    return sendJson(response, rows.slice((page - 1) * perPage, page * perPage), { 'x-wp-total': String(rows.length), 'x-wp-totalpages': String(Math.ceil(rows.length / perPage)) })
  })
}
