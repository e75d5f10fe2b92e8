import { expect, test } from 'vitest'
import { discountPercent, formatMoney } from '../../../web/display/money.ts'

const plain = (text: string) => text.replace(/\s/g, ' ')

test.each([
  [1250, 'EUR', 'en', '€12.50'],
  [1250, 'EUR', 'de', '12,50 €'],
  [1250, 'JPY', 'en', '¥1,250'],
  [1250, 'KWD', 'en', 'KWD 1.250'],
  [1, 'KWD', 'en', 'KWD 0.001'],
  [0, 'USD', 'en', '$0.00'],
  [123456789, 'USD', 'en', '$1,234,567.89'],
  [99, 'CLF', 'en', 'CLF 0.0099'],
])('%i minor units of %s read in %s as %s', (minor, currency, locale, text) => {
  expect(plain(formatMoney(minor, currency, locale))).toBe(text)
})

test('currencies that CLDR rounds to whole units keep their ISO 4217 digits', () => {
  expect(plain(formatMoney(100_050, 'ALL', 'en'))).toBe('ALL 1,000.50')
  expect(plain(formatMoney(499_000, 'HUF', 'en'))).toBe('HUF 4,990.00')
  expect(plain(formatMoney(1250, 'IQD', 'en'))).toBe('IQD 1.250')
})

test('an amount without a currency is a plain number, one with an odd code is written out', () => {
  expect(formatMoney(1250, null, 'en')).toBe('12.50')
  expect(plain(formatMoney(1250, '€', 'en'))).toBe('12.50 €')
})

test('a discount is a whole percent, and none when there is nothing off', () => {
  expect(discountPercent(7500, 10_000)).toBe(25)
  expect(discountPercent(10_000, 10_000)).toBeNull()
  expect(discountPercent(12_000, 10_000)).toBeNull()
  expect(discountPercent(null, 10_000)).toBeNull()
  expect(discountPercent(7500, null)).toBeNull()
})
