import type { ScheduleTiming } from '../../server/queue/ports.ts'
import { describe, expect, test } from 'vitest'
import { InvalidInput } from '../../server/errors.ts'
import { nextTicks } from '../../server/queue/schedules.ts'

const iso = (times: number[]) => times.map(time => new Date(time).toISOString())

describe('next ticks of a schedule', () => {
  test('cron is read in its own time zone', () => {
    const from = Date.parse('2026-11-23T21:00:00Z')
    expect(iso(nextTicks({ cron: '30 2 * * *', timeZone: 'Europe/Zurich' }, from, 2))).toEqual(['2026-11-24T01:30:00.000Z', '2026-11-25T01:30:00.000Z'])
    expect(iso(nextTicks({ cron: '30 2 * * *', timeZone: 'Asia/Kolkata' }, from, 1))).toEqual(['2026-11-24T21:00:00.000Z'])
  })

  test('a fixed hour stays that hour when summer time begins and ends', () => {
    const timing = { cron: '0 12 * * *', timeZone: 'Europe/Zurich' }
    expect(iso(nextTicks(timing, Date.parse('2026-03-28T00:00:00Z'), 2))).toEqual(['2026-03-28T11:00:00.000Z', '2026-03-29T10:00:00.000Z'])
    expect(iso(nextTicks(timing, Date.parse('2026-10-24T00:00:00Z'), 2))).toEqual(['2026-10-24T10:00:00.000Z', '2026-10-25T11:00:00.000Z'])
  })

  test('an interval falls on multiples of itself', () => {
    expect(nextTicks({ everyMs: 60_000 }, 90_000, 3)).toEqual([120_000, 180_000, 240_000])
  })

  test.each<[ScheduleTiming, string]>([
    [{ cron: 'every day', timeZone: 'UTC' }, 'cron'],
    [{ cron: '99 * * * *', timeZone: 'UTC' }, 'cron'],
    [{ cron: '0 0 31 2 *', timeZone: 'UTC' }, 'cron'],
    [{ cron: '', timeZone: 'UTC' }, 'cron'],
    [{ cron: '   ', timeZone: 'UTC' }, 'cron'],
    [{ cron: '0 3 * * *', timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ cron: '0 3 * * *', timeZone: '' }, 'timeZone'],
    [{ everyMs: 999 }, 'everyMs'],
    [{ everyMs: -1 }, 'everyMs'],
    [{ everyMs: Number.NaN }, 'everyMs'],
    [{ everyMs: Number.POSITIVE_INFINITY }, 'everyMs'],
    [{ everyMs: 1_000.5 }, 'everyMs'],
  ])('%j is refused by name', (timing, path) => {
    let refusal: unknown
    try {
      nextTicks(timing, 0, 1)
    }
    catch (error) {
      refusal = error
    }
    expect(refusal).toBeInstanceOf(InvalidInput)
    expect((refusal as InvalidInput).errors[0]!.path).toBe(path)
  })
})
