import { expect, test } from 'vitest'
import { minorDigits, minorToDecimal } from '../../server/contract/money.ts'

test.each([['EUR', 2], ['JPY', 0], ['KWD', 3], ['CLF', 4], ['HUF', 2], ['IDR', 2], ['COP', 2], ['IQD', 3], ['UYI', 0], ['XXX', 2], ['', 2]])('%s has %i digits in its minor unit', (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits)
})

test.each([
  [1250, 'EUR', '12.50'],
  [5, 'EUR', '0.05'],
  [-5, 'EUR', '-0.05'],
  [1250, 'JPY', '1250'],
  [1250, 'KWD', '1.250'],
  [499_000, 'HUF', '4990.00'],
  [1250, null, '12.50'],
])('%i minor units of %s are %s', (amount, currency, decimal) => {
  expect(minorToDecimal(amount, currency)).toBe(decimal)
})
