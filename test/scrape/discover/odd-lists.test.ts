import type { ServerResponse } from 'node:http'
import type { Good } from '../shops/goods.ts'
import type { TestServer } from '../shops/server.ts'
import { expect, test } from 'vitest'
import { decimalOf, goods, layout, productPage } from '../shops/goods.ts'
import { discoverShop } from '../shops/run.ts'
import { notFound, send, serve } from '../shops/server.ts'

const all = goods(24)
const lists = ['kitchen', 'garden']

interface Odd {
  card?: (good: Good, path: string) => string
  /** Path of a product in a list. */
  pathIn?: (good: Good, list: string) => string
  /** What a product's page gives as its address. */
  canonical?: (good: Good) => string
  menu?: readonly string[]
  /** Answers what the shop answers otherwise. */
  answer?: (path: string, response: ServerResponse) => boolean
}

const plainCard = (good: Good, path: string): string => `<div class="card"><a href="${path}"><img src="/i.jpg" alt=""></a><h3><a href="${path}">${good.name}</a></h3><span>€ ${decimalOf(good.priceMinor)}</span></div>`

/** Two lists with every product in both. */
function oddShop({ card = plainCard, pathIn = good => `/p/${good.handle}`, canonical, menu = lists.map(list => `/${list}`), answer = () => false }: Odd): Promise<TestServer> {
  const links = menu.map(path => `<a href="${path}">${path.slice(1)}</a>`).join('')
  return serve(({ url, headers }, response) => {
    if (answer(url.pathname, response))
      return
    if (url.pathname === '/')
      return send(response, 200, layout('Fernwood', '<h1>Welcome</h1>', links))
    const list = url.pathname.slice(1)
    if (lists.includes(list))
      return send(response, 200, layout(list, `<h1>${list}</h1><div>${all.map(good => card(good, pathIn(good, list))).join('')}</div>`, links))
    const good = all.find(each => [pathIn(each, 'kitchen'), pathIn(each, 'garden'), canonical?.(each)].includes(url.pathname))
    const html = good && productPage(good, `http://${headers.host}${url.pathname}`)
    return html ? send(response, 200, canonical ? html.replace('</title>', `</title><link rel="canonical" href="${canonical(good)}">`) : html) : notFound(response)
  })
}

const pathsOf = (products: readonly { url: string }[]): string[] => products.map(({ url }) => new URL(url).pathname).sort()
const handles = all.map(good => good.handle).sort()

test.each<[string, Odd['card']]>([
  ['their onclick', (good, path) => `<div class="card" onclick="location.href='${path}'"><img src="/i.jpg" alt=""><h3>${good.name}</h3><span>€ ${decimalOf(good.priceMinor)}</span></div>`],
  ['an attribute', (good, path) => `<div class="card" data-href="${path}"><img src="/i.jpg" alt=""><h3>${good.name}</h3><span>€ ${decimalOf(good.priceMinor)}</span></div>`],
  ['an attribute beside a link to the top', (good, path) => `<div class="card"><a href="#" data-url="${path}"><img src="/i.jpg" alt=""></a><span data-link="${path}">${good.name}</span><span>€ ${decimalOf(good.priceMinor)}</span></div>`],
])('cards that a script opens are found by %s', async (_, card) => {
  await using server = await oddShop({ card })
  const { products, report } = await discoverShop(server)
  expect(pathsOf(products)).toEqual(handles.map(handle => `/p/${handle}`))
  expect(report).toMatchObject({ strategy: 'listing', complete: true })
})

test('a product that each list leads to by a folder of its own is one, where its pages say that they live', async () => {
  await using server = await oddShop({ pathIn: (good, list) => `/${list}/${good.handle}`, canonical: good => `/all/${good.handle}` })
  const { products, report } = await discoverShop(server)
  expect(pathsOf(products)).toEqual(handles.map(handle => `/all/${handle}`))
  expect(report.complete).toBe(true)
})

test('products stay at their addresses where a template says that all live at one', async () => {
  await using server = await oddShop({ canonical: () => '/all/goods' })
  const { products } = await discoverShop(server)
  expect(pathsOf(products)).toEqual(handles.map(handle => `/p/${handle}`))
})

test.each([
  ['a redirect', (response: ServerResponse) => response.writeHead(302, { location: '/welcome-to-our-house' }).end()],
  ['a page that refreshes itself', (response: ServerResponse) => send(response, 200, '<html><head><meta http-equiv="refresh" content="0; url=/welcome-to-our-house"></head></html>')],
])('a first page that leads elsewhere by %s still means the whole shop', async (_, lead) => {
  await using server = await oddShop({
    answer: (path, response) => {
      if (path === '/')
        lead(response)
      else if (path === '/welcome-to-our-house')
        send(response, 200, layout('Fernwood', '<h1>Welcome</h1>', '<a href="/kitchen">kitchen</a>'))
      return path === '/' || path === '/welcome-to-our-house'
    },
  })
  const { products, report } = await discoverShop(server)
  expect(products).toHaveLength(24)
  expect(report.complete).toBe(true)
})

test('a link of the menu to a list that was taken away is told, and does not make the run partial', async () => {
  await using server = await oddShop({ menu: ['/kitchen', '/attic'] })
  const { products, report } = await discoverShop(server)
  expect(products).toHaveLength(24)
  expect(report).toMatchObject({ complete: true, failures: [] })
  expect(report.tried.at(-1)?.note).toContain('1 linked page does not exist any more')
})

test('a list that answers with an error does', async () => {
  await using server = await oddShop({
    answer: (path, response) => {
      if (path === '/garden')
        send(response, 500, 'Oops')
      return path === '/garden'
    },
  })
  const { report } = await discoverShop(server)
  expect(report.complete).toBe(false)
})

test('the first page of a shop of one thing is that product; the run does not claim to be complete', async () => {
  await using server = await serve(({ path }, response) => path === '/' ? send(response, 200, productPage(all[0]!, '/')) : notFound(response))
  const { products, report } = await discoverShop(server)
  expect(pathsOf(products)).toEqual(['/'])
  expect(report).toMatchObject({ strategy: 'first page', complete: false })
})

/** A shop whose lists only scripts draw, from data in the page. */
function drawnShop(entry: (good: Good) => Record<string, unknown>, front: readonly Good[] = []): Promise<TestServer> {
  return oddShop({
    answer: (path, response) => {
      const links = lists.map(list => `<a href="/${list}">${list}</a>`).join('')
      if (path === '/')
        send(response, 200, layout('Fernwood', `<h1>Welcome</h1>${front.map(good => plainCard(good, `/p/${good.handle}`)).join('')}`, links))
      else if (lists.includes(path.slice(1)))
        send(response, 200, layout(path, `<h1>${path}</h1><div id="app"></div><script>window.__STATE__ = ${JSON.stringify({ list: { items: all.map(entry) } })}</script>`, links))
      return path === '/' || lists.includes(path.slice(1))
    },
  })
}

test('products of a list that only scripts draw are found in its data', async () => {
  await using server = await drawnShop(good => ({ id: good.id, title: good.name, price: { value: decimalOf(good.priceMinor) }, url: `/p/${good.handle}`, image: '/i.jpg' }))
  const { products, report } = await discoverShop(server)
  expect(pathsOf(products)).toEqual(handles.map(handle => `/p/${handle}`))
  expect(report).toMatchObject({ strategy: 'listing', complete: true })
})

test('where such data has no addresses, they are made as those of products that are known', async () => {
  await using server = await drawnShop(good => ({ id: good.id, title: good.name, price: decimalOf(good.priceMinor), handle: good.handle }), all.slice(0, 4))
  const { products, report } = await discoverShop(server)
  expect(pathsOf(products)).toEqual(handles.map(handle => `/p/${handle}`))
  expect(report.complete).toBe(true)
})

test('where no address shows how they are made, the run is not complete and says why', async () => {
  await using server = await drawnShop(good => ({ id: good.id, title: good.name, price: decimalOf(good.priceMinor), handle: `x-${good.handle}` }), all.slice(0, 4))
  const { products, report } = await discoverShop(server)
  expect(products).toHaveLength(4)
  expect(report.complete).toBe(false)
  expect(report.tried.at(-1)?.note).toContain('24 products are named in lists that only scripts draw')
})
