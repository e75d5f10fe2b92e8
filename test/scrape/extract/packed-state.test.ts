import type { Json } from '../../../server/scrape/extract/relaxed-json.ts'
import { describe, expect, test } from 'vitest'
import { isFlat, unflatten } from '../../../server/scrape/extract/state/flat.ts'
import { withReferences } from '../../../server/scrape/extract/state/references.ts'
import { page, read } from './pages.ts'

describe('values listed one by one', () => {
  test('are put where they are named', () => {
    const list: Json[] = [['ShallowReactive', 1], { product: 2, at: 6, none: -1 }, { name: 3, tags: 4 }, 'Blue Shoe', [5, 5], 'new', ['Date', '2026-11-27']]
    expect(isFlat(list)).toBe(true)
    expect(unflatten(list)).toEqual({ product: { name: 'Blue Shoe', tags: ['new', 'new'] }, at: '2026-11-27', none: null })
  })

  test('end where they name themselves, and are not multiplied without bound', () => {
    expect(unflatten([{ self: 0, next: 1 }, { back: 0, own: 1 }])).toEqual({ self: null, next: { back: null, own: null } })
    const doubling: Json[] = Array.from({ length: 60 }, (_, index) => ({ a: index + 1, b: index + 1 }))
    expect(JSON.stringify(unflatten([...doubling, 'x'])).length).toBeLessThan(3_000_000)
  })

  test.each<[string, Parameters<typeof isFlat>[0]]>([
    ['a list of numbers', [1, 2, 3]],
    ['a list of products', [{ id: 1, name: 'A' }, { id: 2, name: 'B' }, { id: 3, name: 'C' }]],
    ['prices beyond the list', [{ price: 1999 }, { price: 2999 }, { price: 3999 }]],
    ['an object', { price: 1 }],
  ])('%s is none of these', (_, value) => {
    expect(isFlat(value)).toBe(false)
  })
})

describe('records that name each other', () => {
  test('older caches as well', () => {
    const cache: Json = { 'Product:1': { name: 'Blue Shoe', price: { type: 'id', id: '$Product:1.price', generated: true } }, '$Product:1.price': { amount: 49.9 } }
    expect(withReferences(cache)).toMatchObject({ 'Product:1': { name: 'Blue Shoe', price: { amount: 49.9 } } })
  })

  test('circles end', () => {
    expect(() => withReferences({ a: { next: { __ref: 'b' } }, b: { next: { __ref: 'a' } } })).not.toThrow()
  })
})

test('a text among the rows of React\'s server components may look like a row', () => {
  const rows = `3:T1f,4:{"name":"Blue Shoe","price":15:{"name":"Blue Shoe","sku":"BS-1","price":{"amount":"49.90","currencyCode":"EUR"}}\n`
  expect(read(page(`<h1>Blue Shoe</h1><script>self.__next_f.push([1,${JSON.stringify(rows)}])</script>`)).draft).toMatchObject({ priceMinor: 4990, sku: 'BS-1' })
})
