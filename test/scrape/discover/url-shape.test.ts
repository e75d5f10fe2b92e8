import { expect, test } from 'vitest'
import { placeOf } from '../../../server/scrape/discover/pagination.ts'
import { scopeOf } from '../../../server/scrape/discover/scope.ts'
import { commonFolders, fileHint, pathHint, urlShape } from '../../../server/scrape/discover/url-shape.ts'

const at = (path: string): URL => new URL(path, 'https://shop.example')

test.each([
  ['/products/oak-lamp', 'product'],
  ['/products/journal', 'product'],
  ['/collections/lamps/products/oak-lamp', 'product'],
  ['/de/produkt/lampe.html', 'product'],
  ['/p/12345', 'product'],
  ['/shoes/dp/B001', 'product'],
  ['/oak-lamp-p-123.html', 'product'],
  ['/', 'other'],
  ['/blog/best-products', 'other'],
  ['/collections/lamps', 'other'],
  ['/products/tags/oak', 'other'],
  ['/pages/about', 'other'],
  ['/cart', 'other'],
  ['/oak-lamp', null],
  ['/lamps/oak-lamp.html', null],
])('the path %s says %s', (path, hint) => {
  expect(pathHint(at(path))).toBe(hint)
})

test.each([
  ['/sitemap_products_1.xml?from=1&to=2', 'product'],
  ['/product-sitemap2.xml', 'product'],
  ['/sitemaps/produkte.xml.gz', 'product'],
  ['/product-category-sitemap.xml', 'other'],
  ['/product_cat-sitemap.xml', 'other'],
  ['/post-sitemap.xml', 'other'],
  ['/sitemap_collections_1.xml', 'other'],
  ['/sitemap.xml', null],
  ['/sitemap-3.xml', null],
])('the sitemap file %s is about %s', (path, hint) => {
  expect(fileHint(at(path).href)).toBe(hint)
})

test('addresses of one kind have one shape', () => {
  const urls = ['/lamps/oak-12.html', '/lamps/elm-13.html', '/lamps/ash-999.html', '/chairs/oak-7001.html'].map(at)
  const folders = commonFolders(urls)
  expect(urls.map(url => urlShape(url, folders))).toEqual(['2/lamps/*-#.html', '2/lamps/*-#.html', '2/lamps/*-#.html', '2/*/*-#.html'])
})

test.each([
  ['/shoes', '/shoes', 1],
  ['/shoes?page=3', '/shoes', 3],
  ['/shoes?size=9&page=3', '/shoes?size=9', 3],
  ['/shoes/page/4/', '/shoes', 4],
  ['/shoes?p=2&sort=a', '/shoes?sort=a', 2],
  ['/?page=2', '', 2],
])('%s is a page of a list', (path, list, page) => {
  const { key, page: number } = placeOf(at(path).href)
  expect([key.replace('https://shop.example', ''), number]).toEqual([list, page])
})

test.each([
  ['/', '', null],
  ['/de/', '/de', null],
  ['/en-gb/shop', '/en-gb', null],
  ['/index.php', '', null],
  ['/brands/acme', '', '/brands/acme'],
  ['/de/marken/acme', '/de', '/de/marken/acme'],
])('the address %s means the market %j and the list %j', (path, market, list) => {
  expect(scopeOf(at(path))).toEqual({ market, list })
})
