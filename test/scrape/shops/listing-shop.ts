import type { Good } from './goods.ts'
import type { TestServer } from './server.ts'
import { decimalOf, layout, productPage, textPage } from './goods.ts'
import { notFound, send, serve } from './server.ts'
import { urlset } from './sitemap-shop.ts'

export interface ListingShopOptions {
  perPage?: number
  /** How a list says that it goes on. */
  pages?: 'numbers' | 'rel-next' | 'load-more'
  /** Path of a product's page. */
  pathOf?: (good: Good) => string
  categories?: string[]
  /** The products that its sitemap names; without them it has none. */
  inSitemap?: readonly Good[]
}

/** A shop that only has pages: categories in the menu, cards in pages, no API and no sitemap. */
export function listingShop(all: readonly Good[], { perPage = 24, pages = 'numbers', pathOf = good => `/${good.handle}`, categories = ['kitchen', 'living', 'garden'], inSitemap }: ListingShopOptions = {}): Promise<TestServer> {
  const inCategory = (slug: string): Good[] => all.filter((_, index) => index % categories.length === categories.indexOf(slug))
  const menu = categories.map(slug => `<a href="/${slug}">${slug}</a>`).join('')
  return serve(({ url, headers }, response) => {
    if (url.pathname === '/')
      return send(response, 200, layout('Fernwood', `<h1>Welcome</h1>${cards(all.slice(0, 4), pathOf)}`, menu))
    if (['/about', '/privacy'].includes(url.pathname))
      return send(response, 200, textPage(url.pathname))
    if (url.pathname === '/sitemap.xml' && inSitemap)
      return send(response, 200, urlset(inSitemap.map(good => `http://${headers.host}${pathOf(good)}`)), { 'content-type': 'application/xml' })
    const slug = url.pathname.slice(1)
    if (categories.includes(slug)) {
      const page = Number(url.searchParams.get('page') ?? 1)
      const goods = inCategory(slug)
      const last = Math.ceil(goods.length / perPage)
      const sorting = ['price', 'name', 'new'].map(order => `<a href="?sort=${order}&page=${page}">${order}</a>`).join('')
      return send(response, 200, layout(slug, `<h1>${slug}</h1><div class="sort">${sorting}</div>${cards(goods.slice((page - 1) * perPage, page * perPage), pathOf)}${pager(pages, page, last)}`, menu))
    }
    const good = all.find(candidate => pathOf(candidate) === url.pathname)
    return good ? send(response, 200, productPage(good, `http://${headers.host}${url.pathname}`)) : notFound(response)
  })
}

function cards(goods: readonly Good[], pathOf: (good: Good) => string): string {
  const card = (good: Good): string => `<li class="card"><a href="${pathOf(good)}?utm_source=list"><img src="/i/${good.handle}.jpg" alt=""></a><h3><a href="${pathOf(good)}?utm_source=list">${good.name}</a></h3><span class="price">€ ${decimalOf(good.priceMinor)}</span><a href="/cart?add=${good.id}">Add to cart</a></li>`
  return `<ul class="grid">${goods.map(card).join('')}</ul>`
}

function pager(kind: ListingShopOptions['pages'], page: number, last: number): string {
  if (kind === 'rel-next')
    return page < last ? `<link rel="next" href="?page=${page + 1}">` : ''
  if (kind === 'load-more')
    return page < last ? `<a class="button load-more" href="?page=${page + 1}">Load more</a>` : ''
  return `<div class="pagination">${Array.from({ length: last }, (_, index) => `<a href="?page=${index + 1}">${index + 1}</a>`).join('')}</div>`
}
