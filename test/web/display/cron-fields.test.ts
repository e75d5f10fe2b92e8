import { describe, expect, test } from 'vitest'
import { cronFields, isFieldFine, splitCron, withField } from '../../../web/display/cron-fields.ts'

describe('the fields of a cron pattern', () => {
  test('are told apart, with seconds where there are six', () => {
    expect(splitCron(' 0  6 * * 1-5 ').map(({ field, text }) => [field.name, text])).toEqual([['minute', '0'], ['hour', '6'], ['day', '*'], ['month', '*'], ['weekday', '1-5']])
    expect(splitCron('30 0 6 * * 1').map(({ field, text }) => `${field.name} ${text}`)).toEqual(['second 30', 'minute 0', 'hour 6', 'day *', 'month *', 'weekday 1'])
    expect(splitCron('5').map(({ text }) => text)).toEqual(['5', '', '', '', ''])
  })

  test('are changed one by one; an empty one means each', () => {
    expect(withField('0 6 * * *', 4, 'mon, wed')).toBe('0 6 * * mon,wed')
    expect(withField('0 6 * * 1', 4, ' ')).toBe('0 6 * * *')
    expect(withField('5', 1, '7')).toBe('5 7 * * *')
    expect(withField('30 0 6 * * 1', 0, '15')).toBe('15 0 6 * * 1')
  })

  const fine: [number, string][] = [[0, '*'], [0, '*/15'], [0, '0,30'], [0, '5-20/5'], [1, '23'], [2, 'L'], [2, '15W'], [2, '?'], [3, 'jan-MAR'], [3, '12'], [4, 'sun'], [4, '7'], [4, '5#3'], [4, '5L']]
  test.each(fine)('field %i may hold %s', (place, text) => {
    expect(isFieldFine(cronFields[place]!, text)).toBe(true)
  })

  const faulty: [number, string][] = [[0, '60'], [0, ''], [0, '-1'], [0, '5,'], [0, '*/0'], [0, '1-2-3'], [0, '1/2/3'], [1, '24'], [2, '0'], [2, '32'], [3, '13'], [3, 'foo'], [4, '8'], [0, 'jan'], [1, '1.5']]
  test.each(faulty)('field %i may not hold "%s"', (place, text) => {
    expect(isFieldFine(cronFields[place]!, text)).toBe(false)
  })
})
