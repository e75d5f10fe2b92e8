import { expect, test } from 'vitest'
import { fromLocalTime, toLocalTime } from '../../../web/display/local-time.ts'
import { isSameView, viewQuery } from '../../../web/display/saved-view.ts'

test('a view is what stands in the address under its keys, and nothing that is open beside it', () => {
  expect(viewQuery({ status: 'failed', search: '', new: '1', sort: ['a', 'b'] }, ['status', 'search', 'sort'])).toEqual({ status: 'failed' })
})

test('views are the same when they show the same, in any order', () => {
  expect(isSameView({ status: 'failed', sort: 'duration' }, { sort: 'duration', status: 'failed' })).toBe(true)
  expect(isSameView({ status: 'failed' }, { status: 'failed', sort: 'duration' })).toBe(false)
  expect(isSameView({ status: 'failed' }, { sort: 'failed' })).toBe(false)
})

test('a time goes into a field in the viewer\'s zone, and comes back the same', () => {
  const local = toLocalTime('2026-11-26T12:34:00.000Z')
  expect(new Date(local).toISOString()).toBe('2026-11-26T12:34:00.000Z')
  expect(fromLocalTime(local)).toBe('2026-11-26T12:34:00.000Z')
  expect([toLocalTime(undefined), toLocalTime('soon'), fromLocalTime('')]).toEqual(['', '', undefined])
})
