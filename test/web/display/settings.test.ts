import { expect, test } from 'vitest'
import { changesOf, shownValue, withValue } from '../../../web/display/settings-form.ts'
import { aSetting } from '../../http/support/things.ts'

const usual = aSetting()
const set = aSetting({ value: 10, source: 'set', changedAt: '2026-11-26T00:00:00.000Z' })

test('what is typed back to what holds is no change', () => {
  const draft = withValue({}, usual, 30)
  expect([draft, shownValue(usual, draft)]).toEqual([{ retainExportsDays: 30 }, 30])
  expect(withValue(draft, usual, 365)).toEqual({})
})

test('setting back shows the default until it is saved, and is nothing where nothing is set', () => {
  const draft = withValue({}, set, null)
  expect([draft, shownValue(set, draft)]).toEqual([{ retainExportsDays: null }, 365])
  expect(withValue({}, usual, null)).toEqual({})
})

test('what somebody else has set to the same meanwhile is not sent again', () => {
  expect(changesOf([set], { retainExportsDays: 10 })).toEqual({})
  expect(changesOf([set], { retainExportsDays: 11 })).toEqual({ retainExportsDays: 11 })
})
