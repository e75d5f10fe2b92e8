import { describe, expect, test } from 'vitest'
import { dueTimes } from '../../../server/queue/due-times.ts'
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

  const fine = {
    minute: ['*', '?', '0', '59', '*/15', '0,30', '5-20/5', '5/15'],
    hour: ['23', '8-18'],
    day: ['1', '31', 'L', '1,L'],
    month: ['12', 'jan-MAR', 'jan,7'],
    weekday: ['0', '7', 'mon-fri', 'SUN', '1-MON', '5L', 'friL', '5#3', 'SUN#2'],
  }
  const faulty = {
    minute: ['', '60', '-1', '5,', ',5', '*/0', '*,5', '1-2-3', '1/2/3', '30-10', 'jan', '1.5', 'L', '007'],
    hour: ['24', '6-25'],
    day: ['0', '32', 'LW', '15W', 'L-3', 'l', '5#3'],
    month: ['0', '13', 'foo', 'mon', 'mar-jan'],
    weekday: ['8', '9L', '5#6', '5#L', 'sat-sun', 'fooL', 'jan'],
  }
  test.each(cronFields.map((field, place) => ({ field, name: field.name, place })))('$name: what makes sense is fine, and no more than the server can read', ({ field, name, place }) => {
    const texts = [...Object.values(fine), ...Object.values(faulty)].flat()
    expect(fine[name].filter(text => !isFieldFine(field, text))).toEqual([])
    expect(faulty[name].filter(text => isFieldFine(field, text))).toEqual([])
    for (const text of texts.filter(text => isFieldFine(field, text)))
      expect(dueTimes.next({ cron: ['0', '0', '*', '*', '*'].with(place, text).join(' '), timeZone: 'UTC' }, 0, Date.UTC(2026, 10, 26), 1), text).toHaveLength(1)
  })
})
