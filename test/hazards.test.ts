import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { createHazardCheck } from '../server/hazards.ts'

const MB = 1024 ** 2
const folders = { dataDir: tmpdir(), exportsDir: tmpdir() }

test.each([
  [2000, []],
  [900, [{ code: 'disk-low', severity: 'warning', message: 'The disk has 900 MB left.' }]],
  [40, [{ code: 'disk-low', severity: 'error', message: 'The disk has 40 MB left.' }]],
])('%i MB left on the disk', async (left, issues) => {
  const check = createHazardCheck({ ...folders, backend: { check: async () => [] }, freeBytes: async () => left * MB })
  expect(await check()).toEqual(issues.map(issue => ({
    ...issue,
    told: [{ code: 'disk-low', values: { n: left } }],
    remedy: 'Delete exports and old jobs, shorten their retention, or give the disk more space.',
    remedyTold: [{ code: 'disk-low-remedy' }],
    queue: null,
  })))
})

test('a disk that tells nothing is no hazard', async () => {
  const check = createHazardCheck({ ...folders, backend: { check: async () => [] }, freeBytes: async () => null })
  expect(await check()).toEqual([])
})

test('a queue store that cannot be reached is one, and so is a folder of exports that is not there', async () => {
  const check = createHazardCheck({ dataDir: tmpdir(), exportsDir: '/no/such/folder', backend: { check: () => Promise.reject(new Error('away')) } })
  expect((await check()).map(({ code }) => code)).toEqual(expect.arrayContaining(['queue-away', 'exports-not-writable']))
})
