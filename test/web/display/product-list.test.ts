import { expect, test } from 'vitest'
import { ProductQuery, productSorts } from '../../../server/contract/product-query.ts'
import { columnsQuery, leastWidth, shownColumns } from '../../../web/display/column-choice.ts'
import { productColumns } from '../../../web/display/product-columns.ts'
import { productFilterChange, toProductFilter, toProductSorting } from '../../../web/display/product-filter.ts'

test('the filters of an address are a query that the server takes', () => {
  const filter = toProductFilter({ brandId: 'b', status: 'read', availability: 'InStock', changed: 'day', missing: 'gtin', hasVariants: 'false', currency: 'JPY', priceMin: '1250', priceMax: '0', search: 'cup' })
  const query = ProductQuery.parse({ ...filter, hasVariants: String(filter.hasVariants), ...toProductSorting({ sort: 'price', order: 'asc' }, filter.currency) })
  expect(query).toMatchObject({ brandId: 'b', priceMin: 1250, priceMax: 0, hasVariants: false, missing: 'gtin', sort: 'price', order: 'asc' })
  expect(Date.now() - Date.parse(query.changedAfter!)).toBeGreaterThanOrEqual(86_400_000)
  expect(Object.keys(query)).not.toContain('changed')
})

test('a time that was given counts before a span, and what is no number is left for the server to refuse', () => {
  expect(toProductFilter({ changed: 'hour', changedAfter: '2026-11-01T00:00:00.000Z' })).toEqual({ changedAfter: '2026-11-01T00:00:00.000Z' })
  expect(ProductQuery.safeParse(toProductFilter({ currency: 'EUR', priceMin: 'cheap' })).success).toBe(false)
})

test('without a currency there is no order by price, and another currency drops the amounts', () => {
  expect(toProductSorting({ sort: 'price', order: 'asc' }, undefined)).toEqual({})
  expect(toProductSorting({ sort: 'name', order: 'asc' }, undefined)).toEqual({ sort: 'name', order: 'asc' })
  expect(productFilterChange('currency', 'USD')).toEqual({ currency: 'USD', priceMin: undefined, priceMax: undefined })
  expect(productFilterChange('status', 'read')).toEqual({ status: 'read' })
})

test('every column that sorts has an order of the server', () => {
  expect([...productColumns.flatMap(({ sort }) => sort ?? []), 'name'].sort()).toEqual([...productSorts].sort())
})

test('chosen columns stand in the address in the order of the table, the usual ones do not', () => {
  const usual = productColumns.filter(column => column.usual).map(({ key }) => key)
  expect(columnsQuery(productColumns, usual)).toBeUndefined()
  expect(columnsQuery(productColumns, ['seen', 'price'])).toBe('price,seen')
  expect(columnsQuery(productColumns, [])).toBe('none')
  const chosen = shownColumns(productColumns, ['seen', 'sku', 'nonsense'], key => key)
  expect(chosen.map(({ key, from }) => [key, from])).toEqual([['sku', undefined], ['seen', undefined]])
  expect([leastWidth(chosen, ['seen', 'sku']) > 0, leastWidth(chosen, undefined)]).toEqual([true, 0])
})
