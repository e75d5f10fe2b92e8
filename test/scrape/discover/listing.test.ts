import { expect, test } from 'vitest'
import { goods } from '../shops/goods.ts'
import { listingShop } from '../shops/listing-shop.ts'
import { discoverShop } from '../shops/run.ts'

for (const pages of ['numbers', 'rel-next', 'load-more'] as const) {
  test(`a shop of lists alone is found whole, its pages by ${pages}`, async () => {
    const all = goods(200)
    await using server = await listingShop(all, { pages })
    const { products, report } = await discoverShop(server)
    expect(products.map(product => product.url).sort()).toEqual(all.map(good => `${server.origin}/${good.handle}`).sort())
    expect(report).toMatchObject({ strategy: 'listing', complete: true, failures: [] })
  })
}

test('sortings of a list are not visited', async () => {
  await using server = await listingShop(goods(100))
  await discoverShop(server)
  expect(server.visits.filter(visit => visit.path.includes('sort='))).toEqual([])
})
