import { expect, test } from 'vitest'
import { goods } from '../shops/goods.ts'
import { discoverShop } from '../shops/run.ts'
import { notFound, send, sendJson, serve } from '../shops/server.ts'

const all = goods(26_000)
const row = ({ id, handle, name, sku }: typeof all[number]): object => ({ id, handle, title: name, variants: [{ id: id * 10, title: 'Default Title', sku, price: '9.95', available: true }] })

/** A Shopify shop that answers no page of a list beyond the hundredth, as the real one does. */
function largeShop(collections: Record<string, typeof all>) {
  return serve(({ url }, response) => {
    const page = Number(url.searchParams.get('page') ?? 1)
    const pageOf = (list: readonly object[]): readonly object[] => list.slice((page - 1) * 250, page * 250)
    const collection = /^\/collections\/([^/]+)\/products\.json$/.exec(url.pathname)?.[1]
    if (page > 100)
      return send(response, 400, 'page too large')
    if (url.pathname === '/')
      return send(response, 200, '<title>Shop</title><script src="https://cdn.shopify.com/x.js"></script>')
    if (url.pathname === '/meta.json')
      return sendJson(response, { currency: 'EUR', published_products_count: all.length })
    if (url.pathname === '/products.json')
      return sendJson(response, { products: pageOf(all).map(good => row(good as typeof all[number])) })
    if (url.pathname === '/collections.json')
      return sendJson(response, { collections: pageOf(Object.keys(collections).map(handle => ({ handle }))) })
    if (collection !== undefined && collections[collection])
      return sendJson(response, { products: pageOf(collections[collection]).map(good => row(good as typeof all[number])) })
    return notFound(response)
  })
}

test('a Shopify shop of more than 25,000 products is met whole through its collections, each product once', { timeout: 120_000 }, async () => {
  await using server = await largeShop({ 'old-things': all.slice(0, 300), 'new-things': all.slice(24_700, 25_600), 'last': all.slice(25_500) })
  const { products, report } = await discoverShop(server)
  expect(products).toHaveLength(26_000)
  expect(new Set(products.map(product => product.key)).size).toBe(26_000)
  expect(report).toMatchObject({ strategy: 'shopify', complete: true, failures: [], tried: [{ found: 26_000, note: '26000 of 26000 products, products.json ends at page 100, the rest came from the collections' }] })
})

test('products in no collection leave the run incomplete', { timeout: 120_000 }, async () => {
  await using server = await largeShop({ few: all.slice(25_900) })
  const { products, report } = await discoverShop(server)
  expect(products).toHaveLength(25_100)
  expect(report.complete).toBe(false)
})

test('a list that ends long before the shop\'s own count is not the whole of it', async () => {
  await using server = await serve(({ url }, response) => {
    if (url.pathname === '/meta.json')
      return sendJson(response, { currency: 'EUR', published_products_count: 600 })
    if (url.pathname === '/products.json')
      return sendJson(response, { products: url.searchParams.get('page') === '1' ? all.slice(0, 250).map(row) : [] })
    return url.pathname === '/' ? send(response, 200, '<title>Shop</title>') : notFound(response)
  })
  const { products, report } = await discoverShop(server)
  expect(products).toHaveLength(250)
  expect(report.complete).toBe(false)
})
