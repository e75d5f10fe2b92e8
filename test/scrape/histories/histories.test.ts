import type { ServerResponse } from 'node:http'
import type { Good } from '../shops/goods.ts'
import type { LivingShop } from './living-shop.ts'
import { expect, test } from 'vitest'
import { layout, textPage } from '../shops/goods.ts'
import { notFound, send, sendJson } from '../shops/server.ts'
import { urlset } from '../shops/sitemap-shop.ts'
import { follow } from './follow.ts'
import { openLivingShop } from './living-shop.ts'

type Result = Record<string, unknown>

type Trouble = (shop: LivingShop, victim: Good, path: string) => void
const answer = (act: (response: ServerResponse) => unknown): Trouble => (shop, _, path) => void shop.odd.set(path, act)
const status = (code: number, body = '<title>Error</title>'): Trouble => answer(response => send(response, code, body))
function to(path: string): Trouble {
  return (shop, _, from) => {
    shop.odd.set(from, response => send(response, 301, '', { location: path }))
    shop.odd.set('/category/boots', response => send(response, 200, textPage('Boots')))
  }
}
const counts = { gone: 0, hidden: 0, unsure: 0, moved: 0 }

/** What becomes of the page of a product that is listed no more, and what the run should call it. */
const fates: [string, Trouble, Result, string][] = [
  ['its page is alive', () => {}, { hidden: 1 }, 'hidden'],
  ['404', (shop, victim) => void (shop.alive = shop.alive.filter(good => good !== victim)), { gone: 1 }, 'gone'],
  ['410', status(410), { gone: 1 }, 'gone'],
  ['a soft 404', status(200, layout('Page not found', '<h1>Page not found</h1><p>Sorry, the product you were looking for could not be found.</p>')), { gone: 1 }, 'gone'],
  ['a redirect to the first page', to('/'), { gone: 1 }, 'gone'],
  ['a redirect to a category', to('/category/boots'), { gone: 1 }, 'gone'],
  ['403', status(403), { unsure: 1 }, 'read'],
  ['a bot wall', status(403, '<!doctype html><title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script>'), { unsure: 1 }, 'read'],
  ['429', status(429), { unsure: 1 }, 'read'],
  ['500', status(500), { unsure: 1 }, 'read'],
  ['503', status(503), { unsure: 1 }, 'read'],
  ['a time-out', answer(() => {}), { unsure: 1 }, 'read'],
  ['a lost connection', answer(response => response.destroy()), { unsure: 1 }, 'read'],
]

test.each(fates)('of a product that is listed no more: %s', { timeout: 60_000 }, async (fate, trouble, verdict, as) => {
  await using life = await follow('sitemap', fate === 'a time-out' ? { timeoutMs: 1500 } : {})
  await life.both()
  const { shop } = life
  const victim = shop.listed[5]!
  shop.listed = shop.listed.filter(good => good !== victim)
  trouble(shop, victim, shop.pathOf(victim))
  const { found } = await life.both()
  expect(found).toMatchObject({ ...counts, ...verdict, found: 11, added: 0, updated: 0, complete: true })
  const products = await life.products()
  expect(products.find(product => product.name === victim.name)?.status).toMatch(as === 'read' ? /^(?:read|failed)$/ : as)
  expect(products.filter(product => product.name !== victim.name).every(product => product.status === 'read')).toBe(true)
})

/** Runs that do not show all of the shop, each by another fault. */
const partial: [string, LivingShop['platform'], (shop: LivingShop) => void][] = [
  ['a sitemap that is cut off in the middle', 'sitemap', shop => shop.odd.set('/sitemap.xml', (response) => {
    const xml = urlset(shop.listed.map(good => shop.origin + shop.pathOf(good)))
    send(response, 200, xml.slice(0, xml.length / 2), { 'content-type': 'application/xml' })
  })],
  ['a sitemap index of which a part is missing', 'sitemap', (shop) => {
    shop.odd.set('/sitemap.xml', response => send(response, 200, `<sitemapindex><sitemap><loc>${shop.origin}/a.xml</loc></sitemap><sitemap><loc>${shop.origin}/b.xml</loc></sitemap></sitemapindex>`, { 'content-type': 'application/xml' }))
    shop.odd.set('/a.xml', response => send(response, 200, urlset(shop.listed.slice(0, 4).map(good => shop.origin + shop.pathOf(good))), { 'content-type': 'application/xml' }))
    shop.odd.set('/b.xml', notFound)
  }],
  ['a catalogue that is empty', 'sitemap', shop => shop.odd.set('/sitemap.xml', response => send(response, 200, urlset([]), { 'content-type': 'application/xml' }))],
  ['an API that says there is nothing, and no sitemap', 'shopify', (shop) => {
    shop.odd.set('/products.json', response => sendJson(response, { products: [] }))
    shop.odd.set('/sitemap.xml', notFound)
  }],
  ['a shop that answers 500 to everything', 'shopify', shop => ['/', '/products.json', '/meta.json', '/sitemap.xml', '/robots.txt', ...shop.listed.map(shop.pathOf)].forEach(path => shop.odd.set(path, response => send(response, 500, 'broken')))],
  ['a shop behind a bot wall', 'sitemap', shop => ['/', '/sitemap.xml', ...shop.listed.map(shop.pathOf)].forEach(path => shop.odd.set(path, response => send(response, 403, '<title>Just a moment...</title>')))],
]

test.each(partial)('a run removes nothing because of %s', { timeout: 60_000 }, async (_, platform, spoil) => {
  await using life = await follow(platform)
  await life.both()
  spoil(life.shop)
  const { found, status } = await life.both()
  expect(status === 'failed' || found.complete === false).toBe(true)
  expect({ ...counts, ...found }).toMatchObject(counts)
  const products = await life.products()
  expect(products).toHaveLength(12)
  expect(products.filter(product => product.status === 'gone' || product.status === 'hidden')).toEqual([])
})

test('a sold-out product stays, sold out', async () => {
  await using life = await follow('shopify')
  await life.both()
  life.shop.listed = life.shop.alive = life.shop.listed.map((good, index) => index === 1 ? { ...good, inStock: false } : good)
  expect((await life.both()).found).toMatchObject({ ...counts, updated: 1, unchanged: 11 })
  expect(await life.changes()).toEqual([{ field: 'availability', before: 'InStock', after: 'OutOfStock' }])
})

test('a renamed handle is one moved product, its history kept', async () => {
  await using life = await follow('shopify')
  await life.both()
  const before = (await life.products()).map(product => product.id).sort()
  life.shop.listed = life.shop.alive = life.shop.listed.map((good, index) => index === 3 ? { ...good, handle: 'brand-new-name' } : good)
  expect((await life.both()).found).toMatchObject({ ...counts, moved: 1, added: 0 })
  expect((await life.products()).map(product => product.id).sort()).toEqual(before)
  expect(await life.changes()).toMatchObject([{ field: 'url', after: expect.stringMatching(/brand-new-name$/) as string }])
})

test('a shop that goes from Shopify to WooCommerce moves its products', async () => {
  await using life = await follow('shopify')
  await life.both()
  const before = (await life.products()).map(product => product.id).sort()
  life.shop.platform = 'woocommerce'
  expect((await life.both()).found).toMatchObject({ strategy: 'woocommerce', gone: 0, hidden: 0, moved: 12 })
  expect((await life.products()).map(product => product.id).sort()).toEqual(before)
})

test('a shop that moves to another domain says so in the result, and its products move along', async () => {
  await using next = await openLivingShop('shopify')
  await using life = await follow('shopify', { moreHosts: [next.host] })
  await life.both()
  const before = (await life.products()).map(product => product.id).sort()
  for (const path of ['/', ...life.shop.listed.map(life.shop.pathOf)])
    life.shop.odd.set(path, response => send(response, 301, '', { location: next.origin + path }))
  const { found } = await life.both()
  expect(found).toMatchObject({ gone: 0, hidden: 0, moved: 12, added: 0, complete: true })
  expect((found.tried as { note: string }[])[0]?.note).toBe(`The shop has moved from ${life.shop.host} to ${next.host}.`)
  const products = await life.products()
  expect(products.map(product => product.id).sort()).toEqual(before)
  expect(products.every(product => new URL(product.url).host === next.host)).toBe(true)
})

test.each([
  ['a price a hundred times as high', (shop: LivingShop) => void (shop.listed = shop.alive = shop.listed.map((good, index) => index === 2 ? { ...good, priceMinor: good.priceMinor * 100 } : good))],
  ['another currency', (shop: LivingShop) => void (shop.currency = 'USD')],
])('%s for one run leaves no trace', async (_, glitch) => {
  await using life = await follow('shopify')
  await life.both()
  const { listed, alive } = life.shop
  glitch(life.shop)
  await life.both()
  Object.assign(life.shop, { listed, alive, currency: 'EUR' })
  await life.both()
  expect(await life.changes()).toEqual([])
  const prices = new Map(listed.map(good => [good.name, good.priceMinor]))
  expect((await life.products()).filter(product => product.priceMinor !== prices.get(product.name!) || product.currency !== 'EUR' || product.heldPrice !== null)).toEqual([])
})

test('twenty runs over a shop with rotating tokens, new orders and tracked addresses: no false change', { timeout: 120_000 }, async () => {
  await using life = await follow('sitemap')
  await life.both()
  const { shop } = life
  shop.retouch = html => html
    .replaceAll('.jpg"', `.jpg?token=${Math.random().toString(36).slice(2)}&t=${Date.now()}"`)
    .replace('</body>', `<input type="hidden" name="csrf" value="${Math.random()}"><script nonce="${Math.random()}">window.now=${Date.now()}</script></body>`)
  shop.address = url => `${url}?utm_source=${Math.random().toString(36).slice(2, 6)}&amp;gclid=${Math.random()}&amp;PHPSESSID=${Math.random().toString(36).slice(2)}`
  const all = [...shop.listed]
  for (let round = 0; round < 20; round++) {
    // In another order each time, and a third of it twice.
    shop.listed = [...all, ...all.slice(0, 4)].toSorted(() => Math.random() - 0.5)
    const { found, read } = await life.both()
    expect(found).toMatchObject({ ...counts, found: 12, added: 0, updated: 0, unchanged: 12, complete: true })
    expect(read).toMatchObject({ read: 12, changed: 0, unchanged: 12, failed: 0 })
  }
  expect(await life.changes()).toEqual([])
  expect((await life.products()).filter(product => product.changedAt !== null && Date.parse(product.changedAt) > Date.parse(product.readAt!) - 1)).toEqual([])
})
