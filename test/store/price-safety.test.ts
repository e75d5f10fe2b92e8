import { expect, test } from 'vitest'
import { openTestStores } from '../support/database.ts'

async function priced(stores: Awaited<ReturnType<typeof openTestStores>>) {
  const brand = await stores.brands.create({ url: 'https://shop.test/', name: 'Shop' }, new Date())
  return {
    see: async (priceMinor: number, jobId: string, currency = 'EUR') => {
      const write = { key: 'a', url: 'https://shop.test/a', draft: { priceMinor, currency }, met: true, read: true }
      await stores.database.write(tx => stores.products.upsert(tx, brand.id, [write], { jobId, now: new Date() }))
      const { items: [product] } = await stores.products.list({ limit: 1 })
      return { price: product!.priceMinor, currency: product!.currency, held: product!.heldPrice?.priceMinor ?? null }
    },
  }
}

test.each([[1999, 199_900], [199_900, 1999], [1000, 10_000]])('a price that goes from %d to %d is held until another run sees it too', async (before, after) => {
  await using stores = await openTestStores()
  const { see } = await priced(stores)
  await see(before, 'j1')
  expect(await see(after, 'j2')).toEqual({ price: before, currency: 'EUR', held: after })
  expect(await see(after, 'j2'), 'the same run again is no second sighting').toEqual({ price: before, currency: 'EUR', held: after })
  expect(await see(after, 'j3')).toEqual({ price: after, currency: 'EUR', held: null })
})

test('an ordinary change of price is believed at once', async () => {
  await using stores = await openTestStores()
  const { see } = await priced(stores)
  await see(1999, 'j1')
  expect(await see(999, 'j2')).toEqual({ price: 999, currency: 'EUR', held: null })
})

test('a change of currency is held, and forgotten when the old one is back', async () => {
  await using stores = await openTestStores()
  const { see } = await priced(stores)
  await see(1999, 'j1')
  expect(await see(2199, 'j2', 'USD')).toEqual({ price: 1999, currency: 'EUR', held: 2199 })
  expect(await see(1999, 'j3')).toEqual({ price: 1999, currency: 'EUR', held: null })
})

test('another jump than the held one starts anew', async () => {
  await using stores = await openTestStores()
  const { see } = await priced(stores)
  await see(1000, 'j1')
  await see(10_000, 'j2')
  expect(await see(500_000, 'j3')).toEqual({ price: 1000, currency: 'EUR', held: 500_000 })
})
