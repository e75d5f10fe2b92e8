import { expect, test } from 'vitest'
import { goods, layout, productPage } from '../shops/goods.ts'
import { discoverShop } from '../shops/run.ts'
import { notFound, send, serve } from '../shops/server.ts'
import { urlset } from '../shops/sitemap-shop.ts'

const all = goods(60)

/** What only the name of a file and its first page's head can tell: nobody names it in robots.txt. */
test.each([
  ['a link in the head', '/maps/everything.xml', '<link rel="sitemap" type="application/xml" href="/maps/everything.xml">'],
  ['a link without quotes', '/s.php?kind=goods', '<link href=/s.php?kind=goods rel=sitemap>'],
  ['the folder of Magento', '/media/sitemap.xml', '<script type="text/x-magento-init">{}</script>'],
])('a sitemap is found by %s', async (_, place, head) => {
  await using server = await serve(({ path, url, headers }, response) => {
    const origin = `http://${headers.host}`
    if (path === place)
      return send(response, 200, urlset(all.map(({ handle }) => `${origin}/things/${handle}.html`)), { 'content-type': 'application/xml' })
    const good = all.find(({ handle }) => url.pathname === `/things/${handle}.html`)
    return good ? send(response, 200, productPage(good, url.href)) : path === '/' ? send(response, 200, layout('Shop', '').replace('</head>', `${head}</head>`)) : notFound(response)
  })
  const { products, report } = await discoverShop(server)
  expect(report).toMatchObject({ strategy: 'sitemap', complete: true })
  expect(products).toHaveLength(60)
})
