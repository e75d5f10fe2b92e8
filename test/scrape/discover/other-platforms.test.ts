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
