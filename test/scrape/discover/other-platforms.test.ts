import { expect, test } from 'vitest'
import { decimalOf, goods, layout, productPage } from '../shops/goods.ts'
import { discoverShop } from '../shops/run.ts'
import { notFound, send, sendJson, serve } from '../shops/server.ts'

const all = goods(250)

test('a Magento shop is read through its GraphQL, page by page', async () => {
  await using server = await serve(({ url, headers }, response) => {
    if (url.pathname === '/')
      return send(response, 200, layout('Shop', '<script type="text/x-magento-init">{}</script>'))
    if (url.pathname !== '/graphql')
      return notFound(response)
    const [, size, page] = /pageSize:(\d+),currentPage:(\d+)/.exec(url.searchParams.get('query')!)!.map(Number)
    const items = all.slice((page! - 1) * size!, page! * size!).map(good => ({
      id: good.id,
      sku: good.sku,
      name: good.name,
      url_key: good.handle,
      url_suffix: '.html',
      canonical_url: null,
      stock_status: good.inStock ? 'IN_STOCK' : 'OUT_OF_STOCK',
      description: { html: '<p>Good.</p>' },
      image: { url: `http://${headers.host}/i.jpg` },
      media_gallery: [{ url: `http://${headers.host}/i.jpg` }, { url: `http://${headers.host}/j.jpg` }],
      categories: [{ name: 'Home' }],
      price_range: { minimum_price: { final_price: { value: Number(decimalOf(good.priceMinor)), currency: 'EUR' }, regular_price: { value: Number(decimalOf(good.listPriceMinor ?? good.priceMinor)), currency: 'EUR' } } },
    }))
    return sendJson(response, { data: { products: { total_count: all.length, items } } })
  })
  const { products, report } = await discoverShop(server)
  expect(report).toMatchObject({ strategy: 'magento', complete: true, failures: [] })
  expect(products.map(({ key, url, draft }) => [key, url, draft.priceMinor, draft.listPriceMinor, draft.availability])).toEqual(all.map(good => [`magento:${good.id}`, `${server.origin}/${good.handle}.html`, good.priceMinor, good.listPriceMinor, good.inStock ? 'InStock' : 'OutOfStock']))
  expect(products[0]?.draft.images).toEqual([`${server.origin}/i.jpg`, `${server.origin}/j.jpg`])
})

/** A VTEX shop; beyond 2,500 its search answers an error, as the real one does. */
function vtexShop(goods: typeof all, page = '<script>{"culture":{"currency":"BRL"}}</script><img src="https://fern.vtexassets.com/logo.png">') {
  return serve(({ url }, response) => {
    if (url.pathname === '/')
      return send(response, 200, layout('Shop', page))
    const from = Number(url.searchParams.get('_from'))
    const to = Number(url.searchParams.get('_to'))
    if (url.pathname !== '/api/catalog_system/pub/products/search')
      return notFound(response)
    if (from > 2500 || to - from > 49)
      return send(response, 400, '"Parameter _from can\'t be greater than 2500."')
    const rows = goods.slice(from, to + 1).map(good => ({
      productId: String(good.id),
      productName: good.name,
      brand: good.brand,
      linkText: good.handle,
      description: '<p>Good.</p>',
      categories: ['/Home/Kitchen/', '/Home/'],
      items: [{ itemId: String(good.id * 10), images: [{ imageUrl: `https://fern.vteximg.com.br/${good.handle}.jpg` }], sellers: [{ commertialOffer: { Price: good.inStock ? good.priceMinor / 100 : 0, ListPrice: (good.listPriceMinor ?? good.priceMinor) / 100, AvailableQuantity: good.inStock ? 3 : 0 } }] }],
    }))
    return send(response, 206, JSON.stringify(rows), { 'content-type': 'application/json', 'resources': `${from}-${to}/${goods.length}` })
  })
}

test('a VTEX shop is read through its catalogue search; what is sold out has no price', async () => {
  await using server = await vtexShop(all)
  const { products, report } = await discoverShop(server)
  expect(report).toMatchObject({ strategy: 'vtex', complete: true, failures: [] })
  expect(products.map(({ key, url, draft }) => [key, url, draft.priceMinor ?? null, draft.listPriceMinor ?? null, draft.currency ?? null, draft.availability])).toEqual(all.map(good => [`vtex:${good.id}`, `${server.origin}/${good.handle}/p`, good.inStock ? good.priceMinor : null, good.inStock ? good.listPriceMinor : null, good.inStock ? 'BRL' : null, good.inStock ? 'InStock' : 'OutOfStock']))
  expect(products[0]?.draft).toMatchObject({ category: ['Home', 'Kitchen'], description: 'Good.', images: [`https://fern.vteximg.com.br/${all[0]!.handle}.jpg`] })
})

test('a VTEX shop that names no currency gives no price, and a larger one than its search shows is not complete', async () => {
  const many = goods(2700)
  await using server = await vtexShop(many, '<img src="https://fern.vtexassets.com/logo.png">')
  const { products, report } = await discoverShop(server)
  expect(products).toHaveLength(2550)
  expect(products.every(({ draft }) => draft.priceMinor == null)).toBe(true)
  expect(report).toMatchObject({ complete: false, failures: [] })
  expect(report.tried.find(way => way.strategy === 'vtex')?.note).toBe('2550 of 2700 products, Catalog Search API ends there')
})

test('a Spree shop is read through its Storefront API, page by page', async () => {
  await using server = await serve(({ url }, response) => {
    if (url.pathname === '/')
      return send(response, 200, layout('Shop', '<link rel="stylesheet" href="/assets/spree/frontend/all-6f1b3c.css">'))
    if (url.pathname !== '/api/v2/storefront/products')
      return notFound(response)
    const [page, size] = ['page', 'per_page'].map(name => Number(url.searchParams.get(name)))
    const data = all.slice((page! - 1) * size!, page! * size!).map(good => ({
      id: String(good.id),
      type: 'product',
      attributes: { name: good.name, slug: good.handle, sku: good.sku, description: '<p>Good.</p>', price: decimalOf(good.priceMinor), compare_at_price: good.listPriceMinor === null ? null : decimalOf(good.listPriceMinor), currency: 'EUR', display_price: `€${decimalOf(good.priceMinor)}`, in_stock: good.inStock, backorderable: false, purchasable: good.inStock, updated_at: '2026-10-02T08:00:00.000Z' },
      relationships: {},
    }))
    return sendJson(response, { data, meta: { count: data.length, total_count: all.length, total_pages: Math.ceil(all.length / size!) }, links: {} })
  })
  const { products, report } = await discoverShop(server)
  expect(report).toMatchObject({ platform: 'spree', strategy: 'spree', complete: true, failures: [] })
  expect(products.map(({ key, url, draft }) => [key, url, draft.name, draft.priceMinor, draft.listPriceMinor, draft.currency, draft.availability, draft.sku])).toEqual(all.map(good => [`spree:${good.id}`, `${server.origin}/products/${good.handle}`, good.name, good.priceMinor, good.listPriceMinor, 'EUR', good.inStock ? 'InStock' : 'OutOfStock', good.sku]))
  expect(products[0]).toMatchObject({ lastModified: '2026-10-02T08:00:00.000Z', draft: { description: 'Good.' } })
  expect(report.tried.find(way => way.strategy === 'spree')?.note).toBe('250 of 250 products, 3 pages of Storefront API')
})

test('a shop with Spree\'s looks whose API asks for a key is found through its sitemap', async () => {
  await using server = await serve(({ url, headers }, response) => {
    const good = all.find(({ handle }) => url.pathname === `/products/${handle}`)
    if (good)
      return send(response, 200, productPage(good, url.href))
    if (url.pathname === '/sitemap.xml')
      return send(response, 200, `<urlset>${all.map(({ handle }) => `<url><loc>http://${headers.host}/products/${handle}</loc></url>`).join('')}</urlset>`)
    return url.pathname === '/' ? send(response, 200, layout('Shop', '<script src="/assets/spree/frontend/all-1.js"></script>')) : send(response, url.pathname.startsWith('/api/') ? 401 : 404, '{}')
  })
  const { products, report } = await discoverShop(server)
  expect(report).toMatchObject({ platform: 'spree', strategy: 'sitemap', complete: true, failures: [] })
  expect(products).toHaveLength(250)
})

test('where WooCommerce\'s Store API is closed, WordPress lists the products\' addresses', async () => {
  await using server = await serve(({ url, headers }, response) => {
    const good = all.find(({ handle }) => url.pathname === `/shop/product/${handle}/`)
    if (good)
      return send(response, 200, productPage(good, url.href))
    if (url.pathname === '/')
      return send(response, 200, `<link rel="https://api.w.org/" href="http://${headers.host}/shop/wp-json/"><body class="woocommerce-page">`)
    if (url.pathname !== '/shop/wp-json/wp/v2/product')
      return notFound(response)
    const page = Number(url.searchParams.get('page'))
    return sendJson(response, all.slice((page - 1) * 100, page * 100).map(({ id, handle, name }) => ({ id, link: `http://${headers.host}/shop/product/${handle}/`, modified_gmt: '2026-10-01T08:00:00', title: { rendered: name.replace('No.', 'No&#046;') } })), { 'x-wp-total': String(all.length) })
  })
  const { products, report } = await discoverShop(server)
  expect(report).toMatchObject({ strategy: 'wordpress', complete: true, failures: [] })
  expect(products.map(product => product.draft.name)).toEqual(all.map(good => good.name))
  expect(products[0]).toMatchObject({ key: 'woo:1000', lastModified: '2026-10-01T08:00:00.000Z' })
  expect(report.tried.map(tried => tried.strategy)).not.toContain('shopify')
})

test('a shop whose API breaks half way is finished by another way, each product once', async () => {
  await using server = await serve(({ url, headers }, response) => {
    const good = all.find(({ handle }) => url.pathname === `/products/${handle}`)
    if (good)
      return send(response, 200, productPage(good, url.href))
    if (url.pathname === '/products.json' && url.searchParams.get('page') === '1' && url.searchParams.get('limit') === '250')
      return sendJson(response, { products: [...all.slice(0, 100), ...Array.from({ length: 150 }, () => all[0]!)].map(({ id, handle, name }) => ({ id, handle, title: name })) })
    if (url.pathname === '/products.json')
      return send(response, 500, 'broken')
    if (url.pathname === '/sitemap.xml')
      return send(response, 200, `<urlset>${all.map(({ handle }) => `<url><loc>http://${headers.host}/products/${handle}</loc></url>`).join('')}</urlset>`)
    return url.pathname === '/' ? send(response, 200, layout('Shop', '')) : notFound(response)
  })
  const { products, report } = await discoverShop(server)
  expect(new Set(products.map(product => product.url)).size).toBe(250)
  expect(products).toHaveLength(250)
  expect(report.complete).toBe(false)
  expect(report.failures).toMatchObject([{ code: 'http-status', status: 500 }])
})
