import type { Good } from '../shops/goods.ts'
import { expect, test } from 'vitest'
import { goods, layout, productPage } from '../shops/goods.ts'
import { discoverShop } from '../shops/run.ts'
import { notFound, send, serve } from '../shops/server.ts'
import { sitemapShop, urlset } from '../shops/sitemap-shop.ts'

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

test('products are found where other shops keep articles', async () => {
  const all = goods(30)
  await using server = await sitemapShop(all, { pathOf: good => `/blog/${good.handle}` })
  const { products } = await discoverShop(server)
  expect(products.map(product => product.url).sort()).toEqual(all.map(good => `${server.origin}/blog/${good.handle}`).sort())
})

test('a brand\'s page in a larger shop means that page\'s products only', async () => {
  const all = goods(60)
  await using server = await serve(({ url, headers }, response) => {
    const good = all.find(({ handle }) => url.pathname === `/p/${handle}`)
    if (good)
      return send(response, 200, productPage(good, url.href))
    const card = (each: Good): string => `<li class="card"><a href="/p/${each.handle}"><img src="/i.jpg">${each.name}</a><b>€ 9.95</b></li>`
    if (url.pathname === '/sitemap.xml')
      return send(response, 200, urlset(all.map(({ handle }) => `http://${headers.host}/p/${handle}`)))
    if (url.pathname === '/brands/fernwood')
      return send(response, 200, layout('Fernwood', `<ul>${all.slice(0, 20).map(card).join('')}</ul>`, '<a href="/brands/other">Other</a>'))
    return url.pathname === '/brands/other' ? send(response, 200, layout('Other', `<ul>${all.slice(20).map(card).join('')}</ul>`)) : notFound(response)
  })
  const { products, report } = await discoverShop(server, { path: '/brands/fernwood' })
  expect(report).toMatchObject({ strategy: 'listing', complete: true })
  expect(products.map(product => product.url)).toEqual(all.slice(0, 20).map(({ handle }) => `${server.origin}/p/${handle}`))
})
