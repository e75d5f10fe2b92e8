import { expect, test } from 'vitest'
import { defaultFilename, numbered, safeFilename } from '../../server/contract/filename.ts'

test.each([
  ['spring.csv', 'spring.csv'],
  ['spring', 'spring.csv'],
  ['../../etc/passwd', 'passwd.csv'],
  ['..\\..\\windows\\system.ini', 'system.ini.csv'],
  ['a\u0000b\r\nc.csv', 'abc.csv'],
  ['evil\u202Evsc.exe', 'evilvsc.exe.csv'],
  ['.hidden', 'hidden.csv'],
  ['CON', '_CON.csv'],
  ['lpt1.csv', '_lpt1.csv'],
  ['a:b|c?d*e"f<g>h%i', 'a_b_c_d_e_f_g_h_i.csv'],
  ['  many   blanks  ', 'many blanks.csv'],
  ['Größe 42 – été.CSV', 'Größe 42 – été.csv'],
])('%j becomes %j', (wish, name) => {
  expect(safeFilename(wish)).toBe(name)
})

test.each(['', '..', '../', '/', '.csv', '...', '\u0000', '\u200B'])('nothing is left of %j', (wish) => {
  expect(safeFilename(wish)).toBeNull()
})

test('a long name is cut between characters', () => {
  expect(safeFilename('😀'.repeat(300))).toBe(`${'😀'.repeat(146)}.csv`)
})

test('names of files nobody named', () => {
  expect(defaultFilename(new Date('2026-11-23T21:15:30.123Z'))).toBe('products-export-2026-11-23T21-15-30-123Z.csv')
  expect([1, 2, 3].map(n => numbered('a.csv', n))).toEqual(['a.csv', 'a-2.csv', 'a-3.csv'])
})
