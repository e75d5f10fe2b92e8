import { expect, test } from 'vitest'
import { goods } from '../shops/goods.ts'
import { listingShop } from '../shops/listing-shop.ts'
import { discoverShop } from '../shops/run.ts'
import { shopifyShop } from '../shops/shopify-shop.ts'
import { sitemapShop } from '../shops/sitemap-shop.ts'
import { wooShop } from '../shops/woo-shop.ts'

const all = goods(10_000)
const kinds = {
  shopify: { open: () => shopifyShop(all), path: (handle: string) => `/products/${handle}` },
  woocommerce: { open: () => wooShop(all), path: (handle: string) => `/product/${handle}/` },
  sitemap: { open: () => sitemapShop(all, { perFile: 1000 }), path: (handle: string) => `/shop/${handle}.html` },
  listing: { open: () => listingShop(all, { perPage: 48, categories: Array.from({ length: 40 }, (_, index) => `room-${index + 1}`) }), path: (handle: string) => `/${handle}` },
}

test.each(Object.keys(kinds) as (keyof typeof kinds)[])('ten thousand products of a %s shop are met, each once and nothing else', async (kind) => {
  await using server = await kinds[kind].open()
  const { products, report } = await discoverShop(server)
  expect(report).toMatchObject({ strategy: kind, complete: true, failures: [] })
  const met = products.map(product => product.url.slice(server.origin.length))
  const truth = new Set(all.map(good => kinds[kind].path(good.handle)))
  expect(new Set(met).size).toBe(met.length)
  expect({ missing: [...truth.difference(new Set(met))], extra: met.filter(path => !truth.has(path)) }).toEqual({ missing: [], extra: [] })
}, 120_000)
