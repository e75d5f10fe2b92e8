import { expect, test } from 'vitest'
import { formatBytes } from '../../../web/display/bytes.ts'
import { formatDuration, runningMs } from '../../../web/display/duration.ts'
import { regionOf } from '../../../web/display/region.ts'
import { formatDue, formatRelative } from '../../../web/display/time.ts'

const now = Date.parse('2026-11-23T12:00:00.000Z')
const ago = (ms: number) => new Date(now - ms).toISOString()

test.each([
  [0, 'now'],
  [12_000, '12 seconds ago'],
  [59_400, '59 seconds ago'],
  [60_000, '1 minute ago'],
  [3_600_000, '1 hour ago'],
  [86_400_000, 'yesterday'],
  [40 * 86_400_000, 'last month'],
  [800 * 86_400_000, '2 years ago'],
  [-180_000, 'in 3 minutes'],
])('%i ms ago reads %s', (ms, text) => {
  expect(formatRelative(ago(ms), now, 'en')).toBe(text)
})

test('relative times follow the language', () => {
  expect(formatRelative(ago(180_000), now, 'de')).toBe('vor 3 Minuten')
})

test.each([
  ['en', ['de-AT', 'en-GB', 'en-US'], 'en-GB', 'Thu 26 Nov, 06:00'],
  ['en', ['de'], 'en', 'Thu, Nov 26, 6:00 AM'],
  ['de', ['de-AT'], 'de-AT', 'Do., 26. Nov., 06:00'],
])('in %s, with a browser of %j, a due time is written as in %s', (language, tags, region, text) => {
  expect(regionOf(language, tags)).toBe(region)
  expect(formatDue('2026-11-26T06:00:00Z', region, 'UTC', now).replaceAll('\u202F', ' ')).toBe(text)
})

test('a due time of another year says which, by the year of its zone', () => {
  const newYear = '2026-12-31T23:30:00Z'
  expect([formatDue(newYear, 'en-GB', 'UTC', now), formatDue(newYear, 'en-GB', 'Europe/Berlin', now)]).toEqual(['Thu 31 Dec, 23:30', 'Fri, 1 Jan 2027, 00:30'])
})

test.each([
  [0, '0 ms'],
  [-5, '0'],
  [850, '850 ms'],
  [4240, '4.2 s'],
  [59_400, '59 s'],
  [60_000, '1 min'],
  [200_000, '3 min 20 s'],
  [7_500_000, '2 h 5 min'],
  [356_400_000, '4 d 3 h'],
])('%i ms last %s', (ms, text) => {
  expect(formatDuration(ms, 'en')).toBe(text)
})

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1536, '1.5 kB'],
  [999_500, '1 MB'],
  [24_110_000, '24.1 MB'],
  [193_000_000_000, '193 GB'],
])('%i bytes read %s', (bytes, text) => {
  expect(formatBytes(bytes, 'en').replace(/\s/g, ' ')).toBe(text)
})

test('a job that has not started has not run, a running one counts on, a finished one stands still', () => {
  expect(runningMs({ startedAt: null, completedAt: null }, now)).toBeNull()
  expect(runningMs({ startedAt: ago(5000), completedAt: null }, now)).toBe(5000)
  expect(runningMs({ startedAt: ago(5000), completedAt: ago(2000) }, now)).toBe(3000)
  expect(runningMs({ startedAt: ago(-5000), completedAt: null }, now)).toBe(0)
})
