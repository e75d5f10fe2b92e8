import { expect, test } from 'vitest'
import { goods } from '../shops/goods.ts'
import { discoverShop } from '../shops/run.ts'
import { shopifyShop } from '../shops/shopify-shop.ts'

test('every product of a Shopify shop of many pages is met once, with all that its API says', async () => {
  const all = goods(612)
  await using server = await shopifyShop(all)
  const { products, report } = await discoverShop(server)
  expect(report).toMatchObject({ strategy: 'shopify', complete: true, failures: [] })
  expect(products.map(product => product.key).sort()).toEqual(all.map(good => `shopify:${good.id}`).sort())
  for (const [index, good] of all.entries()) {
    const { draft, url, lastModified } = products[index]!
    expect(url).toBe(`${server.origin}/products/${good.handle}`)
    expect(lastModified).toBe('2026-10-01T08:00:00.000Z')
    expect(draft).toMatchObject({ name: good.name, brand: 'Fernwood', priceMinor: good.priceMinor, listPriceMinor: good.listPriceMinor, currency: 'EUR', availability: good.inStock ? 'InStock' : 'OutOfStock', description: 'Made of good things & with care.' })
    expect(draft.variants).toHaveLength(good.sizes.length)
  }
})

test('amounts follow the currency: yen have no minor unit', async () => {
  const all = goods(3)
  await using server = await shopifyShop(all, 'JPY')
  const { products } = await discoverShop(server)
  expect(products[1]?.draft).toMatchObject({ currency: 'JPY', priceMinor: Math.round(all[1]!.priceMinor / 100) })
})
