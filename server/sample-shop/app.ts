import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { categories } from './catalogue/index.ts'
import { aboutPage, homePage } from './pages/home.ts'
import { listingPage } from './pages/listing.ts'
import { emptyPage, notFoundPage, productPage } from './pages/product-page.ts'
import { shopCss } from './pages/style.ts'
import { drawPicture } from './pictures/picture.ts'
import { isTone } from './pictures/tones.ts'
import { shopProducts } from './product.ts'
import { emptyPath, robotsTxt, sitemapXml } from './sitemap.ts'

const xml = 'application/xml; charset=utf-8'
const svg = 'image/svg+xml; charset=utf-8'
const dayInSeconds = 86_400

/** The shop as a web application; it speaks of itself under whatever origin it is asked at. */
export function createSampleShop(): Hono {
  const byPath = new Map(shopProducts.map(product => [product.path, product]))
  const shapeByImage = new Map(shopProducts.flatMap(({ item, image, variants }) => [image, ...variants.map(variant => variant.image)].map(path => [path, item.shape])))
  const originOf = (url: string) => new URL(url).origin

  const app = new Hono()
  app.use(etag())
  app.get('/', c => c.html(homePage(originOf(c.req.url))))
  app.get('/pages/about', c => c.html(aboutPage(originOf(c.req.url))))
  app.get('/robots.txt', c => c.text(robotsTxt(originOf(c.req.url))))
  app.get('/sitemap.xml', c => c.body(sitemapXml(originOf(c.req.url)), 200, { 'content-type': xml }))
  app.get('/shop.css', c => c.body(shopCss, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/icon.svg', c => c.body(drawPicture('mug', 'rust'), 200, { 'content-type': svg }))
  app.get('/images/:file', (c) => {
    const shape = shapeByImage.get(c.req.path)
    const tone = /-([a-z]+)\.svg$/.exec(c.req.path)?.[1]
    if (!shape || !tone || !isTone(tone))
      return c.notFound()
    return c.body(drawPicture(shape, tone), 200, { 'content-type': svg, 'cache-control': `public, max-age=${dayInSeconds}` })
  })
  app.get('/collections/:slug', (c) => {
    const category = categories.find(({ slug }) => slug === c.req.param('slug'))
    const page = category && listingPage(category, Number(c.req.query('page') ?? 1), originOf(c.req.url))
    return page ? c.html(page) : c.notFound()
  })
  app.get(emptyPath, c => c.html(emptyPage(originOf(c.req.url), emptyPath)))
  app.get('/products/:slug', (c) => {
    const product = byPath.get(c.req.path)
    return product ? c.html(productPage(product, originOf(c.req.url))) : c.notFound()
  })
  app.notFound(c => c.html(notFoundPage(originOf(c.req.url)), 404))
  return app
}
