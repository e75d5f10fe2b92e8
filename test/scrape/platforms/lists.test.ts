import type { ListSystem } from './lists.ts'
import { expect, test } from 'vitest'
import { goods, layout, productPage, textPage } from '../shops/goods.ts'
import { discoverShop } from '../shops/run.ts'
import { notFound, send, serve } from '../shops/server.ts'
import { listSystems } from './lists.ts'

const slugs = ['kitchen', 'garden']
const perPage = 12
const all = goods(66)
/** Every other product is in the second list as well. */
const inList = (slug: string) => slug === 'all' ? all : all.filter(({ id }) => slug === 'kitchen' ? id % 3 !== 0 : id % 3 !== 1)

function shop(system: ListSystem) {
  const pages = new Map(all.flatMap(good => ['all', ...slugs].map(slug => [system.product(good, slug), good])))
  const menu = system.menu ?? slugs.map(slug => `<a href="${system.list({ slug, page: 1 }).replaceAll('&', '&amp;')}">${slug}</a>`).join('')
  return serve(({ path, url, headers }, response) => {
    const origin = `http://${headers.host}`
    const good = pages.get(path) ?? all.find(each => system.canonical?.(each) === path)
    if (good) {
      const canonical = system.canonical?.(good)
      const page = productPage(good, origin + path)
      return send(response, 200, canonical === undefined ? page : page.replace('</head>', `<link rel="canonical" href="${origin}${canonical.replaceAll('&', '&amp;')}"></head>`))
    }
    const place = system.read(url)
    if (place === null)
      return path === '/' ? send(response, 200, layout('Shop', '<h1>Welcome</h1>', menu)) : /^\/(?:about|privacy|contacto)/.test(path) ? send(response, 200, textPage(path)) : notFound(response)
    const list = inList(place.slug)
    const cards = list.slice((place.page - 1) * perPage, place.page * perPage).map(each => system.card(each, system.product(each, place.slug)))
    send(response, 200, layout(place.slug, `<h1>${place.slug}</h1><div class="grid">${cards.join('')}</div>${system.pager(place, Math.ceil(list.length / perPage))}`, menu))
  })
}

test.each(Object.entries(listSystems))('the lists of %s are read to their ends, each product once', async (_, system) => {
  await using server = await shop(system)
  const { products, report } = await discoverShop(server)
  const idOf = (path: string): number => all.find(good => [...slugs, 'all'].some(slug => system.product(good, slug) === path) || system.canonical?.(good) === path)?.id ?? 0
  expect(products.map(({ url }) => idOf(url.slice(server.origin.length))).sort()).toEqual(all.map(({ id }) => id))
  expect(report).toMatchObject({ strategy: 'listing', complete: true, failures: [] })
})
