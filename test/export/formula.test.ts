import { expect, test } from 'vitest'
import { guardCell, unguardCell } from '../../server/export/formula.ts'

test.each(['=1+1', '+44 20 7946', '-12.50', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1', ' =1', '"=1', '＝1', '＋1', '－1', '＠x'])('%j is not left to be run', (cell) => {
  expect(guardCell(cell)).toBe(`'${cell}`)
})

test.each(['Shoe', 'a=b', '12.50', '', 'x@y.test', 'T-shirt'])('%j stays as it is', (cell) => {
  expect(guardCell(cell)).toBe(cell)
})

test('the guard can be taken off every text again', () => {
  let seed = 42
  const random = (n: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % n
  const alphabet = [...'\'"=+-@\t\r\n\0 a1,;＝é']
  for (let round = 0; round < 10_000; round++) {
    const cell = Array.from({ length: random(6) }, () => alphabet[random(alphabet.length)]).join('')
    expect(unguardCell(guardCell(cell))).toBe(cell)
  }
})
