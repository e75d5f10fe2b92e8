import { expect, test } from 'vitest'
import { formatPercent } from '../../../web/display/percent.ts'

test.each([
  [0, '0%'],
  [0.0001, '<1%'],
  [0.006, '1%'],
  [0.4567, '46%'],
  [0.994, '99%'],
  [0.9996, '>99%'],
  [1, '100%'],
])('%d is %s: neither none nor all unless it is', (share, text) => {
  expect(formatPercent(share, 'en')).toBe(text)
})

test('in German there is a space', () => {
  expect(formatPercent(0.9996, 'de')).toBe('>99\u00A0%')
})
