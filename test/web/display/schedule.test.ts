import type { Schedule } from '../../../server/contract/index.ts'
import { expect, test } from 'vitest'
import { ScheduleCreate } from '../../../server/contract/schedule.ts'
import { fromScheduleDraft, scheduleFaults, toScheduleDraft } from '../../../web/display/schedule-form.ts'
import { splitInterval, timingWords, weekdayName } from '../../../web/display/timing.ts'

const cron = (text: string) => timingWords({ cron: text, timeZone: 'UTC' })

test.each([
  ['0 6 * * *', { kind: 'daily', time: '06:00' }],
  ['5 14 * * *', { kind: 'daily', time: '14:05' }],
  ['30 7 * * 1-5', { kind: 'weekdays', time: '07:30' }],
  ['0 6 * * 1', { kind: 'weekly', time: '06:00', weekday: 1 }],
  ['0 6 * * 7', { kind: 'weekly', time: '06:00', weekday: 0 }],
  ['0 6 15 * *', { kind: 'monthly', time: '06:00', day: 15 }],
  ['5 * * * *', { kind: 'hourly', minute: '05' }],
  ['*/10 * * * *', { kind: 'every', n: 10, unit: 'minutes' }],
])('%s is said in words', (text, words) => {
  expect(cron(text)).toEqual(words)
})

test.each(['0 6 * 3 *', '0 6 1 * 1', '0 6,18 * * *', '0 0 6 * * *', '99 6 * * *', '0 6 * * MON', '*/10 8-18 * * *', 'nonsense', ''])('%j is shown as it is, not guessed', (text) => {
  expect(cron(text)).toEqual({ kind: 'raw', cron: text })
})

test('an interval has the largest unit that divides it', () => {
  expect(splitInterval(86_400_000)).toEqual({ n: 1, unit: 'days' })
  expect(splitInterval(5_400_000)).toEqual({ n: 90, unit: 'minutes' })
  expect(splitInterval(1000)).toEqual({ n: 1, unit: 'seconds' })
})

test('weekdays have their names', () => {
  expect([weekdayName(0, 'en'), weekdayName(1, 'de')]).toEqual(['Sunday', 'Montag'])
})

const schedule: Schedule = {
  id: 's1',
  name: 'Nightly',
  enabled: true,
  timing: { cron: '0 3 * * *', timeZone: 'Europe/Berlin' },
  work: { preset: 'refresh-and-export', brandId: 'b1', filename: 'nightly.csv', tags: ['nightly', 'prices'] },
  missed: 'run-once',
  overlap: 'skip',
  next: [],
  lastRun: null,
  createdAt: '2026-11-23T12:00:00.000Z',
  updatedAt: '2026-11-23T12:00:00.000Z',
}

test('a schedule survives the way through the form, with what the form does not show', () => {
  const request = fromScheduleDraft(toScheduleDraft(schedule, 'UTC'), schedule)
  expect(request).toMatchObject({ name: 'Nightly', timing: schedule.timing, work: schedule.work })
  expect(ScheduleCreate.safeParse(request).success).toBe(true)
})

test('a tree of jobs, made over the API, is never lost by editing the name', () => {
  const tree: Schedule = { ...schedule, work: { type: 'export-csv', data: {}, children: [{ type: 'scrape-brand', data: { brandId: 'b1' } }] } }
  const draft = { ...toScheduleDraft(tree, 'UTC'), name: 'Other' }
  expect(draft.kind).toBe('tree')
  expect(fromScheduleDraft(draft, tree).work).toEqual(tree.work)
})

test('another brand makes new work, which the contract takes', () => {
  const request = fromScheduleDraft({ ...toScheduleDraft(schedule, 'UTC'), brandId: 'b2', mode: 'every', n: 90, unit: 'minutes' }, schedule)
  expect(request).toMatchObject({ timing: { everyMs: 5_400_000 }, work: { preset: 'refresh-and-export', brandId: 'b2' } })
  expect(ScheduleCreate.safeParse(request).success).toBe(true)
})

test('tags are typed with commas between them, and changed without losing what the form does not show', () => {
  const draft = toScheduleDraft(schedule, 'UTC')
  expect(draft.tags).toBe('nightly, prices')
  const request = fromScheduleDraft({ ...draft, tags: ' prices,weekly , prices,' }, schedule)
  expect(request.work).toEqual({ ...schedule.work, tags: ['prices', 'weekly'] })
  expect(ScheduleCreate.parse(request).work.tags).toEqual(['prices', 'weekly'])
  expect(scheduleFaults({ ...draft, tags: 'x'.repeat(41) })).toEqual({ tags: 'tagsInvalid' })
  expect(scheduleFaults({ ...draft, tags: Array.from({ length: 11 }, (_, n) => `t${n}`).join(',') })).toEqual({ tags: 'tagsInvalid' })
})

test('what is missing is named by its box', () => {
  const draft = toScheduleDraft(null, 'UTC')
  expect(scheduleFaults({ ...draft, cron: '0 6' })).toEqual({ name: 'nameRequired', brandId: 'brandRequired', cron: 'cronInvalid' })
  expect(scheduleFaults({ ...draft, name: 'x', kind: 'export-csv' })).toEqual({})
})
