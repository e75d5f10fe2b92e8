import type { TimelineEntry } from '../../../server/contract/index.ts'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import * as api from '../../../web/api/job-detail.ts'
import { useJobLog } from '../../../web/stores/job-log.ts'

vi.mock('../../../web/api/job-detail.ts')
const getTimeline = vi.mocked(api.getTimeline)

const line = (n: number, kind: TimelineEntry['kind'] = 'log'): TimelineEntry => ({ id: String(n).padStart(6, '0'), jobId: 'a', at: '2026-11-26T04:00:00.000Z', kind, level: 'info', attempt: 1, worker: null, message: `line ${n}`, data: null })

/** A server that has lines 0 … `last`, and answers as the real one does. */
function serve(state: { last: number }) {
  getTimeline.mockImplementation(async (_, { before, after, limit = 200 }) => {
    const all = Array.from({ length: state.last + 1 }, (_, n) => line(n))
    const found = after !== undefined ? all.filter(({ id }) => id > after) : all.filter(({ id }) => before === undefined || id < before).reverse()
    return { items: found.slice(0, limit), nextCursor: found.length > limit ? 'more' : null }
  })
}

beforeEach(() => {
  setActivePinia(createPinia())
  getTimeline.mockReset()
})

const numbers = (log: ReturnType<typeof useJobLog>) => log.lines.map(({ id }) => Number(id))

test('the end comes first, older lines by page, new ones by push; only those of the job and the scope', async () => {
  const state = { last: 499 }
  serve(state)
  const log = useJobLog()
  await log.open('a')
  expect([numbers(log)[0], numbers(log).at(-1), log.hasOlder]).toEqual([300, 499, true])
  await log.readOlder()
  await log.readOlder()
  expect([numbers(log)[0], log.lines.length, log.hasOlder]).toEqual([0, 500, false])
  log.apply({ kind: 'timeline', entry: line(500) })
  log.apply({ kind: 'timeline', entry: { ...line(501), jobId: 'b' } })
  expect(numbers(log).at(-1)).toBe(500)
  await log.open('a', 'log')
  log.apply({ kind: 'timeline', entry: line(600, 'completed') })
  expect(numbers(log).at(-1)).toBe(499)
  expect(getTimeline.mock.lastCall?.[1]).toMatchObject({ only: 'log' })
})

test('what was missed is filled in; of a longer gap only the end is read again', async () => {
  const state = { last: 99 }
  serve(state)
  const log = useJobLog()
  await log.open('a')
  state.last = 550
  await log.catchUp()
  expect(numbers(log)).toEqual(Array.from({ length: 551 }, (_, n) => n))
  state.last = 9999
  await log.catchUp()
  expect([numbers(log)[0], numbers(log).at(-1), log.hasOlder]).toEqual([9800, 9999, true])
})

test('who follows keeps the newest two thousand, and the others can be read again', async () => {
  serve({ last: 10 })
  const log = useJobLog()
  await log.open('a')
  for (let n = 11; n < 3000; n++)
    log.apply({ kind: 'timeline', entry: line(n) })
  log.trim()
  expect([log.lines.length, numbers(log)[0], log.hasOlder]).toEqual([2000, 1000, true])
})
