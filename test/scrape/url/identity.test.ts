import type { Identifiable } from '../../../server/contract/identity.ts'
import { expect, test } from 'vitest'
import { identityMarks, matchIdentities } from '../../../server/scrape/url/identity.ts'
import { goods } from '../shops/goods.ts'

const product = (key: string, path: string, draft: Identifiable['draft'] = {}): Identifiable => ({ key, url: `https://shop.example${path}`, draft })

test('the strongest mark comes first', () => {
  expect(identityMarks(product('shopify:7', '/products/lamp', { gtin: '4006381333931', sku: 'FW-7', name: 'Oak Lamp', images: ['https://cdn.example/a/lamp_800x.jpg?v=3'] })))
    .toEqual(['gtin:04006381333931', 'shopify:7', 'sku:fw-7', 'url:shop.example/products/lamp', 'look:oak lamp|lamp'])
})

test('a renamed handle is the same product', () => {
  const known = [product('shopify:7', '/products/lamp'), product('shopify:8', '/products/bowl')]
  const met = [product('shopify:7', '/products/oak-lamp'), product('shopify:9', '/products/lamp')]
  expect(matchIdentities(known, met)).toEqual(new Map([['shopify:7', 'shopify:7']]))
})

test('a shop that changes its platform keeps all its products', () => {
  const all = goods(500)
  const known = all.map(good => product(`shopify:${good.id}`, `/products/${good.handle}`, { sku: good.sku, name: good.name, images: [`https://cdn.shopify.com/${good.handle}.jpg?v=1`] }))
  const met = all.map(good => product(`woo:${good.id + 7}`, `/product/${good.handle}/`, { sku: good.id % 2 ? good.sku : null, name: good.name, images: [`https://shop.example/wp-content/${good.handle}-300x300.jpg`] }))
  expect(matchIdentities(known, met)).toEqual(new Map(all.map(good => [`woo:${good.id + 7}`, `shopify:${good.id}`])))
})

test('a mark that several products share identifies none of them', () => {
  const known = [product('url:a', '/a', { sku: 'SAME' }), product('url:b', '/b', { sku: 'SAME' })]
  expect(matchIdentities(known, [product('url:c', '/c', { sku: 'SAME' })])).toEqual(new Map())
})

test('short SKUs and names alone identify nothing', () => {
  const known = [product('url:a', '/a', { sku: '1', name: 'Lamp' })]
  expect(matchIdentities(known, [product('url:b', '/b', { sku: '1', name: 'Lamp' })])).toEqual(new Map())
})
