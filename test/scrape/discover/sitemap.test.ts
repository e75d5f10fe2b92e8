import { expect, test } from 'vitest'
import { goods } from '../shops/goods.ts'
import { discoverShop } from '../shops/run.ts'
import { sitemapShop } from '../shops/sitemap-shop.ts'

test('products are told from articles and pages in an index of gzipped sitemaps', async () => {
  const all = goods(700)
  await using server = await sitemapShop(all)
  const { products, report } = await discoverShop(server)
  expect(report).toMatchObject({ strategy: 'sitemap', complete: true, failures: [] })
  expect(products.map(product => product.url).sort()).toEqual(all.map(good => `${server.origin}/shop/${good.handle}.html`).sort())
  expect(products[0]?.lastModified).toBe('2026-10-02T00:00:00.000Z')
})

test('products beside other pages at the root are told apart page by page', async () => {
  const all = goods(40)
  await using server = await sitemapShop(all, { pathOf: good => `/${good.handle}` })
  const { products } = await discoverShop(server)
  expect(products.map(product => product.url).sort()).toEqual(all.map(good => `${server.origin}/${good.handle}`).sort())
})

test('few pages are read to learn the pattern of thousands', async () => {
  await using server = await sitemapShop(goods(2000))
  const { products } = await discoverShop(server)
  expect(products).toHaveLength(2000)
  expect(server.visits.filter(visit => visit.path.startsWith('/shop/')).length).toBeLessThan(10)
})
