import { describe, expect, test } from 'vitest'
import { canonicalUrl, cleanUrl, isShopUrl, resolveLink, urlKey } from '../../../server/scrape/url/canonical.ts'
import { hasData, readCases } from '../data.ts'

const one = 'https://shop.example/products/oak-lamp'

describe('identity', () => {
  test('one product reached by many addresses has one key', () => {
    const spellings = [
      one,
      `${one}/`,
      `${one}?utm_source=news&utm_medium=mail`,
      `${one}?gclid=abc123&fbclid=x`,
      `${one}?variant=4410`,
      `${one}#reviews`,
      'http://shop.example/products/oak-lamp',
      'https://www.shop.example/products/oak-lamp',
      'https://shop.example:443/products/oak-lamp',
      'https://SHOP.example/products/oak%2Dlamp',
      'https://shop.example/collections/lamps/products/oak-lamp',
      'https://shop.example//products//oak-lamp',
      `${one}?_pos=1&_sid=8a1&_ss=r`,
      `${one};jsessionid=0A1B2C`,
      `${one}?ref=homepage`,
    ]
    expect(new Set(spellings.map(urlKey))).toEqual(new Set(['url:shop.example/products/oak-lamp']))
  })

  test('different products keep different keys', () => {
    const addresses = ['/product.php?id=1', '/product.php?id=2', '/product.php?ref=AB12', '/product.php?ref=AB13', '/p/1', '/P/1', '/p/1/a', '/?p=12', '/?p=13', '/p?sku=a&size=1', '/p?sku=a%26size=1']
    expect(new Set(addresses.map(path => urlKey(`https://shop.example${path}`))).size).toBe(addresses.length)
  })

  test('the order of arguments does not matter for the key, but is kept for fetching', () => {
    expect(urlKey('https://s.example/p?b=2&a=1')).toBe(urlKey('https://s.example/p?a=1&b=2'))
    expect(cleanUrl('https://s.example/p?b=2&utm_id=9&a=1#x')).toBe('https://s.example/p?b=2&a=1')
  })
})

describe('spellings of one address', () => {
  const origin = 'https://shop.example'
  test.each([
    ['/a#', '/a'],
    ['/a?', '/a'],
    ['/a?#x', '/a'],
    ['/a?a-b=1&a=2', '/a?a=2&a-b=1'],
    ['/a?b=10&b=9&a', '/a?a=&b=10&b=9'],
    ['/a?q=a%20b', '/a?q=a+b'],
    ['/a?q=(x)!*', '/a?q=%28x%29%21%2A'],
    ['/a?f[]=1', '/a?f%5B%5D=1'],
    ['/a?q=100%', '/a?q=100%25'],
    ['/%41%7e%2f%c3%a9', '/A~%2F%C3%A9'],
    ['/a/../b/./c', '/b/c'],
    ['/中', '/%E4%B8%AD'],
  ])('%s is %s', (path, canonical) => {
    expect(canonicalUrl(origin + path)).toBe(origin + canonical)
  })

  test('a lone mark at the end is no part of what is fetched or shown', () => {
    expect([cleanUrl(`${origin}/a#`), cleanUrl(`${origin}/a?`)]).toEqual([`${origin}/a`, `${origin}/a`])
  })
})

describe('links', () => {
  test('links are made absolute; those that lead to no page are dropped', () => {
    expect(resolveLink('../a b?x=ü', 'https://s.example/c/d/')).toBe('https://s.example/c/a%20b?x=%C3%BC')
    expect(resolveLink('//cdn.example/p', 'https://s.example/')).toBe('https://cdn.example/p')
    for (const href of ['', ' ', '#top', 'javascript:void(0)', 'mailto:a@b.c', 'tel:1', 'data:text/html,x', 'http://', 'https://user:pass@s.example/'])
      expect(resolveLink(href, 'https://s.example/'), href).toBeNull()
  })

  test('a shop is its host, with and without www, and what is below it', () => {
    const shop = new URL('https://www.shop.example/de/')
    expect(['https://shop.example/a', 'https://m.shop.example/', 'http://www.shop.example/'].map(url => isShopUrl(url, shop))).toEqual([true, true, true])
    expect(['https://notshop.example/', 'https://shop.example.com/', 'https://example/'].map(url => isShopUrl(url, shop))).toEqual([false, false, false])
  })
})

interface W3libCase { test: string, fn: string, args: (string | object)[], kwargs: object, expected: string }

describe.skipIf(!hasData)('w3lib canonicalize_url', () => {
  test('absolute http addresses come out as w3lib writes them', () => {
    const cases = (hasData ? readCases<W3libCase>('w3lib/url_cases.json') : [])
      .filter(each => each.fn === 'canonicalize_url' && Object.keys(each.kwargs).length === 0 && each.args.length === 1)
      .flatMap(each => typeof each.args[0] === 'string' && /^\s*https?:/.test(each.args[0]) && !each.args[0].includes('@') ? [{ input: each.args[0], expected: each.expected }] : [])
    expect(cases.length).toBeGreaterThan(12)
    const wrong = cases.filter(each => canonicalUrl(each.input) !== each.expected)
    expect(wrong.map(each => ({ ...each, got: canonicalUrl(each.input) }))).toEqual([])
  })
})
