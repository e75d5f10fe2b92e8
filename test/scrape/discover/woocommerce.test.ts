import { describe, expect, test } from 'vitest'
import { wooProduct } from '../../../server/scrape/discover/woocommerce-product.ts'
import { hasData, readCases } from '../data.ts'
import { goods } from '../shops/goods.ts'
import { discoverShop } from '../shops/run.ts'
import { wooShop } from '../shops/woo-shop.ts'

test('every product of a WooCommerce shop is met once, its variations with their own prices', async () => {
  const all = goods(230)
  await using server = await wooShop(all)
  const { products, report } = await discoverShop(server)
  expect(report).toMatchObject({ strategy: 'woocommerce', complete: true, failures: [] })
  expect(products.map(product => product.key)).toEqual(all.map(good => `woo:${good.id}`))
  for (const [index, good] of all.entries()) {
    const { draft, url } = products[index]!
    expect(url).toBe(`${server.origin}/product/${good.handle}/`)
    expect(draft).toMatchObject({ name: good.name, brand: 'Fernwood', sku: good.sku, priceMinor: good.priceMinor, listPriceMinor: good.listPriceMinor, currency: 'EUR', availability: good.inStock ? 'InStock' : 'OutOfStock', category: ['Home & Living'], rating: 4.5, ratingBest: 5, reviewCount: 2 })
    expect(draft.variants?.map(variant => [variant.name, variant.sku, variant.priceMinor])).toEqual(good.sizes.map((size, at) => [size, `${good.sku}-${size}`, good.priceMinor + at * 100]))
  }
})

test.each([
  { currency: 'EUR', minorUnit: 3, factor: 1 },
  { currency: 'EUR', minorUnit: 0, factor: null },
  { currency: 'KWD', minorUnit: 3, factor: 10 },
  { currency: 'JPY', minorUnit: 0, factor: null },
])('amounts shown in $minorUnit decimals become the minor unit of $currency', async ({ currency, minorUnit, factor }) => {
  const [good] = goods(1)
  await using server = await wooShop([good!], { currency, minorUnit })
  const { products } = await discoverShop(server)
  const whole = Math.round(good!.priceMinor / 100)
  expect(products[0]?.draft.priceMinor).toBe(factor === null ? (currency === 'JPY' ? whole : whole * 100) : good!.priceMinor * factor)
})

describe.skipIf(!hasData)('woocommerce-store-api', () => {
  type Row = Record<string, unknown> & { name: string, permalink: string, prices: { price: string, currency_minor_unit: number, currency_code: string } }

  test('real answers of the Store API are read, amounts right although the shop shows three decimals', () => {
    const rows = readCases<Row>('woocommerce-store-api/wcstoreapp_products.json')
    expect(rows).toHaveLength(10)
    for (const row of rows) {
      const product = wooProduct(row, [])
      expect(product?.url).toBe(row.permalink)
      expect(product?.draft).toMatchObject({ currency: 'USD', priceMinor: Number(row.prices.price) / 10 })
      expect(product?.draft.images?.length).toBe((row.images as unknown[]).length)
    }
    expect(wooProduct(rows[0]!, [])?.draft).toMatchObject({ name: 'Logo Collection', sku: 'logo-collection', priceMinor: 1800 })
  })

  test('the documentation\'s example is read', () => {
    const [row] = readCases<Row>('woocommerce-store-api/docs_example_products.json')
    expect(wooProduct(row!, [])).toMatchObject({ key: 'woo:34', draft: { name: 'WordPress Pennant', sku: 'wp-pennant', priceMinor: 1105, listPriceMinor: null, currency: 'GBP', availability: 'InStock' } })
    expect(wooProduct(row!, [])?.draft.description).toMatch(/^Pellentesque/)
  })
})
