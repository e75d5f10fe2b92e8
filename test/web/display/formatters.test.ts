import { expect, test, vi } from 'vitest'
import { numberFormat } from '../../../web/display/formatters.ts'
import { formatMoney } from '../../../web/display/money.ts'

test('a formatter is made once for a language and its options', () => {
  const made = vi.spyOn(Intl, 'NumberFormat')
  const first = numberFormat('pt', { maximumFractionDigits: 1 })
  expect(numberFormat('pt', { maximumFractionDigits: 1 })).toBe(first)
  expect(made).toHaveBeenCalledTimes(1)
  expect(numberFormat('pt')).not.toBe(first)
  expect(numberFormat('pt-BR', { maximumFractionDigits: 1 })).not.toBe(first)
  made.mockRestore()
})

test('options that Intl refuses raise each time', () => {
  expect(() => numberFormat('en', { style: 'currency', currency: 'nonsense' })).toThrow(RangeError)
  expect(() => numberFormat('en', { style: 'currency', currency: 'nonsense' })).toThrow(RangeError)
  expect(formatMoney(1250, 'X', 'en')).toBe('12.50 X')
})
