import type { Good } from '../shops/goods.ts'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { goods, layout, productPage, textPage } from '../shops/goods.ts'
import { discoverShop } from '../shops/run.ts'
import { notFound, send, serve } from '../shops/server.ts'
import { urlset } from '../shops/sitemap-shop.ts'

interface System {
  /** What its first page has that no other's has. */
  mark: string
  /** Path and query of a product's page. */
  product: (good: Good) => string
  /** Pages that are no products, as the system's sitemap names them. */
  others: string[]
  /** Path and query of each sitemap file, with what it lists; the first is the one that is looked for. */
  files: (products: string[], others: string[]) => Record<string, string[]>
  robots?: string
}

/** Shop systems without a public API for everybody: how their pages and sitemaps look in a fresh installation. */
const systems: Record<string, System> = {
  bigcommerce: {
    mark: '<link rel="preconnect" href="https://cdn11.bigcommerce.com">',
    product: good => `/${good.handle}/`,
    others: ['/shop-all/', '/our-story/'],
    files: (products, others) => ({ '/xmlsitemap.php': [], '/xmlsitemap.php?type=products&page=1': products, '/xmlsitemap.php?type=categories&page=1': others.slice(0, 1), '/xmlsitemap.php?type=pages&page=1': others.slice(1) }),
  },
  prestashop: {
    mark: '<meta name="generator" content="PrestaShop"><script>var prestashop = {"page":{"page_name":"index"}};</script>',
    product: good => `/home/${good.id}-${good.handle}.html`,
    others: ['/3-rooms', '/content/4-about-us'],
    files: (products, others) => ({ '/1_index_sitemap.xml': [], '/1_en_0_sitemap.xml': [...others, ...products] }),
  },
  shopware: {
    mark: '<link rel="stylesheet" href="/bundles/storefront/assets/all.css">',
    product: good => `/${good.handle}/${good.sku}`,
    others: ['/Rooms/', '/Information/Imprint/'],
    files: (products, others) => ({ '/sitemap.xml': [], '/sitemap/salesChannel-2fbb5fe2e29a4d70aa5854ce7ce3e20b/sitemap-1.xml.gz': [...others, ...products] }),
  },
  squarespace: {
    mark: '<!-- This is Squarespace. --><script src="https://assets.squarespace.com/universal/scripts.js"></script>',
    product: good => `/store/p/${good.handle}`,
    others: ['/store', '/about-us', '/journal/spring'],
    files: (products, others) => ({ '/sitemap.xml': [...others, ...products] }),
    // As each of its shops has it: the JSON of its lists is not for robots.
    robots: 'Disallow: /*?format=json\nDisallow: /*&format=json',
  },
  wix: {
    mark: '<meta name="generator" content="Wix.com Website Builder"><script src="https://static.parastorage.com/a.js"></script>',
    product: good => `/product-page/${good.handle}`,
    others: ['/about', '/shop'],
    files: (products, others) => ({ '/sitemap.xml': [], '/store-products-sitemap.xml': products, '/pages-sitemap.xml': others }),
  },
  salla: {
    mark: '<script src="https://cdn.assets.salla.network/js/app.js"></script>',
    product: good => `/ar/${good.handle}/p${good.id}`,
    others: ['/ar/rooms/c1002', '/ar/page-about'],
    files: (products, others) => ({ '/sitemap.xml': [], '/sitemap-1.xml': [...others, ...products] }),
  },
  ecwid: {
    mark: '<script src="https://app.ecwid.com/script.js?1003"></script>',
    product: good => `/products/${good.handle}-p${good.id}`,
    others: ['/products/rooms-c12', '/about'],
    files: (products, others) => ({ '/sitemap.xml': [...others, ...products] }),
  },
  opencart: {
    mark: '<link href="catalog/view/theme/default/stylesheet/stylesheet.css" rel="stylesheet">',
    product: good => `/index.php?route=product/product&product_id=${good.id}`,
    others: ['/index.php?route=product/category&path=20', '/index.php?route=information/information&information_id=4'],
    files: (products, others) => ({ '/index.php?route=extension/feed/google_sitemap': [...products, ...others] }),
  },
}

const all = goods(120)
const escape = (text: string): string => text.replaceAll('&', '&amp;')

function shop({ mark, product, others, files, robots = '' }: System) {
  const byPath = new Map(all.map(good => [product(good), good]))
  const lists = files([...byPath.keys()], others)
  const [index, ...parts] = Object.keys(lists)
  return serve(({ path, headers }, response) => {
    const origin = `http://${headers.host}`
    if (path === '/robots.txt')
      return send(response, 200, `User-agent: *\nDisallow: /cart\n${robots}\n`, { 'content-type': 'text/plain' })
    if (path === '/')
      return send(response, 200, layout('Shop', mark))
    if (path === index && parts.length > 0)
      return send(response, 200, `<sitemapindex>${parts.map(part => `<sitemap><loc>${escape(origin + part)}</loc></sitemap>`).join('')}</sitemapindex>`, { 'content-type': 'application/xml' })
    const list = lists[path]
    if (list)
      return send(response, 200, path.endsWith('.gz') ? gzipSync(urlset(list.map(each => escape(origin + each)))) : urlset(list.map(each => escape(origin + each))), { 'content-type': 'application/xml' })
    const good = byPath.get(path)
    if (good)
      return send(response, 200, productPage(good, origin + path))
    return others.includes(path) ? send(response, 200, textPage(path)) : notFound(response)
  })
}

test.each(Object.entries(systems))('a shop of %s is called so, and all its products are found through its sitemap', async (name, system) => {
  await using server = await shop(system)
  const { products, report } = await discoverShop(server)
  expect(report).toMatchObject({ platform: name, strategy: 'sitemap', complete: true, failures: [] })
  expect(products.map(({ url }) => url.slice(server.origin.length)).sort()).toEqual(all.map(system.product).sort())
})

test('a page that merely writes about shop systems is none of theirs', async () => {
  await using server = await serve(({ path }, response) => path === '/' ? send(response, 200, textPage('From Wix to PrestaShop', 'We moved from Squarespace to Shopware, and from OpenCart to BigCommerce; Salla and Ecwid we have not tried. ')) : notFound(response))
  expect((await discoverShop(server)).report.platform).toBeNull()
})
