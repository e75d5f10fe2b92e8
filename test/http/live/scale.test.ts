import { expect, test } from 'vitest'
import { measureLive } from '../../bench/live/measure.ts'

/** The short form of `npm run bench -- live`. */
test('many readers hear of changes in time, those who never read cost nothing, and all come to what the database says', { timeout: 90_000 }, async () => {
  const found = await measureLive({ readers: 30, stalled: 10, jobs: 150, perSecond: 40, seconds: 2, reconnects: 3 })
  expect(found.made).toBeGreaterThan(10)
  expect(found.received).toBeGreaterThanOrEqual(found.made * 20)
  // What a busy machine takes away from the readers themselves is not the channel's.
  expect(found.p99 - found.stallMs).toBeLessThanOrEqual(250)
  expect(found.heldMore).toBeLessThan(50 << 20)
  expect(found.equalAfterMs).not.toBeNull()
  expect(found.resyncs).toBe(3)
})
