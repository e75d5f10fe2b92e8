import { describe, expect, test } from 'vitest'
import { accountOf } from '../../../server/scrape/discover/account.ts'
import { goods } from '../shops/goods.ts'
import { listingShop } from '../shops/listing-shop.ts'
import { discoverShop } from '../shops/run.ts'
import { shopifyShop } from '../shops/shopify-shop.ts'
import { sitemapShop } from '../shops/sitemap-shop.ts'

const nothing = { blocked: 0, dead: 0, unchecked: 0, aliveShare: 0 }

describe('the account', () => {
  test('two sources that agree leave nothing open', () => {
    expect(accountOf([{ name: 'shopify', found: 412, fresh: 412 }, { name: 'sitemap', found: 412, fresh: 0 }], nothing)).toMatchObject({ found: 412, expected: 412, unexplained: 0, summary: '412 found, about 412 expected, 0 blocked by robots, 0 unexplained' })
  })

  test('what a second source adds hints at what both have missed', () => {
    // 100 met first, 50 of them met again and 10 besides: a sixth was missed the first time, so a sixth of the rest both times.
    expect(accountOf([{ name: 'sitemap', found: 100, fresh: 100 }, { name: 'first page', found: 60, fresh: 10 }], nothing)).toMatchObject({ found: 110, expected: 120, unexplained: 10 })
  })

  test('one source has nothing to be compared with', () => {
    expect(accountOf([{ name: 'listing', found: 40, fresh: 40 }], nothing)).toMatchObject({ found: 40, expected: null, unexplained: 0, summary: '40 found' })
  })

  test('of many addresses that nobody looked at, the share of the sample counts', () => {
    expect(accountOf([{ name: 'shopify', found: 100, fresh: 100 }, { name: 'sitemap', found: 115, fresh: 15 }], { blocked: 0, dead: 15, unchecked: 70, aliveShare: 0.5 })).toMatchObject({ found: 115, unexplained: 35 })
  })
})

test('known omissions of an API are found again, blocked and dead ones named', async () => {
  const all = goods(420)
  const hidden = all.slice(412)
  const [blockedA, blockedB, blockedC, ...alive] = hidden.map(good => good.handle)
  await using server = await shopifyShop(all.slice(0, 412), 'EUR', { hidden, listed: ['long-gone-1', 'long-gone-2'], robots: [blockedA, blockedB, blockedC].map(handle => `Disallow: /products/${handle}`).join('\n') })
  const { products, report } = await discoverShop(server)
  expect(products.map(product => product.url.split('/').at(-1)).sort()).toEqual([...all.slice(0, 412).map(good => good.handle), ...alive].sort())
  expect(report).toMatchObject({ strategy: 'shopify', complete: true, account: { sources: [{ name: 'shopify', found: 412 }, { name: 'sitemap', found: 417 }], found: 417, expected: 420, blocked: 3, dead: 2, unexplained: 0, summary: '417 found, about 420 expected, 3 blocked by robots, 0 unexplained, 2 listed but gone' } })
})

test.each([[60, 'some of them'], [1500, 'more lists than are looked at']])('of %i products a sitemap leaves out every tenth: the lists make good for it', async (count) => {
  const all = goods(count)
  await using server = await listingShop(all, { inSitemap: all.filter((_, index) => index % 10 !== 3) })
  const { products, report } = await discoverShop(server)
  expect(new Set(products.map(product => product.url))).toEqual(new Set(all.map(good => `${server.origin}/${good.handle}`)))
  expect(products).toHaveLength(count)
  expect(report).toMatchObject({ complete: true, account: { found: count, unexplained: 0 } })
})

test('an API that names but a part is made good by the sitemap', async () => {
  const all = goods(400)
  await using server = await shopifyShop(all.slice(0, 150), 'EUR', { hidden: all.slice(150) })
  const { products, report } = await discoverShop(server)
  expect(products).toHaveLength(400)
  expect(report).toMatchObject({ complete: true, account: { found: 400, unexplained: 0 } })
})

test('an API that gives fewer at a time than it is asked for is read to its end', async () => {
  await using server = await shopifyShop(goods(175), 'EUR', { size: 50 })
  const { products, report } = await discoverShop(server)
  expect(products).toHaveLength(175)
  expect(report).toMatchObject({ strategy: 'shopify', complete: true })
})

test('a sitemap is compared with the cards of the lists', async () => {
  await using server = await sitemapShop(goods(50))
  expect((await discoverShop(server)).report.account).toMatchObject({ found: 50, expected: null })
  await using lists = await listingShop(goods(50))
  expect((await discoverShop(lists)).report.account).toMatchObject({ found: 50, expected: null, sources: [{ name: 'listing', found: 50 }] })
})

test('a run that was cut short gives no account', async () => {
  await using server = await shopifyShop(goods(300))
  expect((await discoverShop(server, { maxProducts: 100 })).report.account).toBeUndefined()
})
