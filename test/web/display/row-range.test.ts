import { expect, test } from 'vitest'
import { rangeOf } from '../../../web/display/row-range.ts'

const rows = ['a', 'b', 'c', 'd'].map(id => ({ id }))

test.each([
  ['b', 'd', ['b', 'c', 'd']],
  ['d', 'b', ['b', 'c', 'd']],
  ['c', 'c', ['c']],
  [null, 'c', ['c']],
  ['gone', 'c', ['c']],
])('from %s to %s are %j', (from, to, ids) => {
  expect(rangeOf(rows, from, to)).toEqual(ids)
})

test('rows that came in between, and above, do not move where the range began', () => {
  expect(rangeOf([{ id: 'new' }, ...rows], 'a', 'c')).toEqual(['a', 'b', 'c'])
})
