import { expect, test } from 'vitest'
import { ledgerLink } from '../../../web/display/ledger.ts'

const whole = { unit: 'products', parts: 0 } as const

test('numbers lead to the list of their products, or of the parts that hold them', () => {
  expect(ledgerLink(whole, 'b1', 'done')).toBe('/products?brandId=b1')
  expect(ledgerLink(whole, 'b1', 'failed')).toBe('/products?brandId=b1&status=failed')
  expect(ledgerLink({ ...whole, parts: 4 }, 'b1', 'queued')).toBe('/jobs?brandId=b1&type=scrape-product-details&status=pending')
  expect(ledgerLink({ ...whole, parts: 4 }, 'b1', 'cancelled')).toBe('/jobs?brandId=b1&type=scrape-product-details&status=cancelled')
})

test('where there is no list there is no link', () => {
  expect(ledgerLink(whole, 'b1', 'queued')).toBeUndefined()
  expect(ledgerLink({ ...whole, parts: 4 }, 'b1', 'duplicate')).toBeUndefined()
  expect(ledgerLink({ unit: 'addresses', parts: 0 }, 'b1', 'failed')).toBeUndefined()
  expect(ledgerLink(whole, null, 'done')).toBeUndefined()
})

test('a brand\'s id is not taken for syntax', () => {
  expect(ledgerLink(whole, 'a&b=c', 'done')).toBe('/products?brandId=a%26b%3Dc')
})
