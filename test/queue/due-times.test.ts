import { describe, expect, test } from 'vitest'
import { InvalidInput } from '../../server/errors.ts'
import { dueTimes } from '../../server/queue/due-times.ts'

const at = (text: string) => Date.parse(text)
const iso = (time: number) => new Date(time).toISOString()
const epoch = at('2026-01-01T00:00:00Z')

function next(cron: string, timeZone: string, after: string, count = 3): string[] {
  return dueTimes.next({ cron, timeZone }, epoch, at(after), count).map(iso)
}

describe('cron in a time zone', () => {
  test('keeps the local hour when the clocks change', () => {
    expect(next('0 9 * * *', 'Europe/Berlin', '2026-03-27T12:00:00Z')).toEqual(['2026-03-28T08:00:00.000Z', '2026-03-29T07:00:00.000Z', '2026-03-30T07:00:00.000Z'])
    expect(next('0 9 * * *', 'Europe/Berlin', '2026-10-23T12:00:00Z')).toEqual(['2026-10-24T07:00:00.000Z', '2026-10-25T08:00:00.000Z', '2026-10-26T08:00:00.000Z'])
  })

  test.each([
    // 02:30 does not exist on these days: an hour later by the wall, never left out.
    ['Europe/Berlin', '2026-03-28T12:00:00Z', ['2026-03-29T01:30:00.000Z', '2026-03-30T00:30:00.000Z']],
    ['America/New_York', '2026-03-07T12:00:00Z', ['2026-03-08T07:30:00.000Z', '2026-03-09T06:30:00.000Z']],
  ])('a time that the clocks skip in %s runs an hour later', (timeZone, after, times) => {
    expect(next('30 2 * * *', timeZone, after, 2)).toEqual(times)
  })

  test.each([
    ['Europe/Berlin', '30 2 * * *', '2026-10-24T12:00:00Z', ['2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z']],
    ['America/New_York', '30 1 * * *', '2026-10-31T12:00:00Z', ['2026-11-01T05:30:00.000Z', '2026-11-02T06:30:00.000Z']],
  ])('a time that comes twice in %s runs once, the first time', (timeZone, cron, after, times) => {
    expect(next(cron, timeZone, after, 2)).toEqual(times)
  })

  test('an hourly one runs each hour, through both changes', () => {
    for (const day of ['2026-03-29', '2026-10-25']) {
      const times = dueTimes.next({ cron: '0 * * * *', timeZone: 'Europe/Berlin' }, epoch, at(`${day}T00:00:00Z`) - 1, 4)
      expect(times).toEqual([0, 1, 2, 3].map(hour => at(`${day}T0${hour}:00:00Z`)))
    }
  })

  test('looking back finds what looking ahead found, also where clocks change', () => {
    for (const cron of ['30 2 * * *', '*/15 2 * * *', '0 3 * * *', '0 0 1 * *', '*/20 * * * *']) {
      for (const [from, until] of [['2026-03-28T22:00:00Z', '2026-03-29T06:00:00Z'], ['2026-10-24T22:00:00Z', '2026-10-25T06:00:00Z']] as const) {
        const timing = { cron, timeZone: 'Europe/Berlin' }
        const ahead = dueTimes.next(timing, epoch, at(from), 40).filter(due => due <= at(until))
        for (const due of ahead) {
          expect(dueTimes.latest(timing, epoch, due), `${cron} at ${iso(due)}`).toBe(due)
          expect(dueTimes.latest(timing, epoch, due + 1)).toBe(due)
        }
      }
    }
  })

  test('a rare one is found however long ago it was, but not before its anchor', () => {
    const timing = { cron: '0 0 29 2 *', timeZone: 'UTC' }
    expect(dueTimes.latest(timing, at('2020-03-01T00:00:00Z'), at('2026-05-01T00:00:00Z'))).toBe(at('2024-02-29T00:00:00Z'))
    expect(dueTimes.latest(timing, at('2024-03-01T00:00:00Z'), at('2026-05-01T00:00:00Z'))).toBeNull()
    expect(dueTimes.latest(timing, at('2024-02-29T00:00:00Z'), at('2026-05-01T00:00:00Z'))).toBeNull()
  })
})

describe('an interval', () => {
  const timing = { everyMs: 60_000 }
  test('keeps its beat, counted from its anchor', () => {
    expect(dueTimes.next(timing, 5000, 5000, 2)).toEqual([65_000, 125_000])
    expect(dueTimes.next(timing, 5000, 125_000, 2)).toEqual([185_000, 245_000])
    expect(dueTimes.next(timing, 5000, 0, 1)).toEqual([65_000])
  })
  test('knows its last beat', () => {
    expect(dueTimes.latest(timing, 5000, 64_999)).toBeNull()
    expect(dueTimes.latest(timing, 5000, 65_000)).toBe(65_000)
    expect(dueTimes.latest(timing, 5000, 300_000)).toBe(245_000)
  })
})

test.each([
  ['no cron', { cron: 'every day', timeZone: 'UTC' }, 'cron'],
  ['a day that never comes', { cron: '0 0 30 2 *', timeZone: 'UTC' }, 'cron'],
  ['an unknown zone', { cron: '0 0 * * *', timeZone: 'Mars/Olympus' }, 'timeZone'],
])('%s is refused by name', (_, timing, path) => {
  expect(() => dueTimes.next(timing, 0, 0, 1)).toThrow(expect.toSatisfy((error: unknown) => error instanceof InvalidInput && error.errors[0]?.path === path))
})
