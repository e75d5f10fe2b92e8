import type { ProgressSample } from '../../../web/display/progress-rate.ts'
import { expect, test } from 'vitest'
import { addSample, rateOf } from '../../../web/display/progress-rate.ts'

const sampled = (points: [seconds: number, progress: number][]) => points.reduce<ProgressSample[]>((samples, [seconds, progress]) => addSample(samples, { at: seconds * 1000, progress }), [])

test('nothing is said of too short a time, of a single step, or of a job that has stood still for a minute', () => {
  expect(rateOf([], 0)).toBeNull()
  expect(rateOf(sampled([[0, 10], [1, 20], [2, 30]]), 4000)).toBeNull()
  expect(rateOf(sampled([[0, 10], [10, 20]]), 10_000)).toBeNull()
  expect(rateOf(sampled([[0, 10], [5, 20], [10, 30]]), 71_000)).toBeNull()
})

test('the pace is that of the last minute, not of the whole run', () => {
  // Slow for ten minutes (1 % a minute), then 1 % a second.
  const slow = Array.from({ length: 11 }, (_, minute): [number, number] => [minute * 60, minute])
  const fast = Array.from({ length: 60 }, (_, second): [number, number] => [601 + second, 11 + second])
  const rate = rateOf(sampled([...slow, ...fast]), 660_000)!
  expect(rate.perMs * 1000).toBeCloseTo(1, 1)
  expect(rate.leftMs / 1000).toBeCloseTo(30, 0)
})

test('a job that halts gets slower by the second', () => {
  const samples = sampled([[0, 0], [5, 10], [10, 20]])
  expect(rateOf(samples, 10_000)!.leftMs).toBeCloseTo(40_000)
  expect(rateOf(samples, 30_000)!.leftMs).toBeCloseTo(120_000)
})

test('progress that fell began anew', () => {
  expect(rateOf(sampled([[0, 50], [5, 60], [10, 70], [12, 0], [18, 4], [24, 8]]), 24_000)!.perMs * 1000).toBeCloseTo(8 / 12)
})
