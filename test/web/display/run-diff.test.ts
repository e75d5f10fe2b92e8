import { expect, test } from 'vitest'
import { comparableRuns, readableChange } from '../../../web/display/run-diff.ts'
import { aJobSummary } from '../../http/support/things.ts'

const completedAt = '2026-11-23T09:00:00.000Z'

test('runs that have ended are compared: no exports, no parts of others', () => {
  const jobs = [
    aJobSummary({ id: 'j1', completedAt }),
    aJobSummary({ id: 'j2' }),
    aJobSummary({ id: 'j3', completedAt, type: 'export-csv' }),
    aJobSummary({ id: 'j4', completedAt, type: 'scrape-product-details', parentId: 'j9' }),
    aJobSummary({ id: 'j5', completedAt, type: 'scrape-product-details', parentId: 'j2' }),
  ]
  expect(comparableRuns(jobs).map(job => job.id)).toEqual(['j1', 'j4'])
})

test('amounts are shown as money, other values as they are', () => {
  const money = (minor: number) => `€${minor / 100}`
  expect(readableChange({ field: 'priceMinor', before: '1250', after: null }, money)).toEqual({ field: 'price', before: '€12.5', after: null })
  expect(readableChange({ field: 'availability', before: 'InStock', after: 'OutOfStock' }, money)).toEqual({ field: 'availability', before: 'InStock', after: 'OutOfStock' })
})
