import type { LiveEvent } from '../../../server/contract/event.ts'
import type { LiveLimits } from '../../../server/http/live/limits.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createEventBus } from '../../../server/events/bus.ts'
import { createLiveHub } from '../../../server/http/live/hub.ts'
import { silentLog } from '../../support/log.ts'
import { fakeReader } from '../support/reader.ts'
import { aJobSummary, aQueue, aTimelineEntry } from '../support/things.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function createTestHub(limits: Partial<LiveLimits> = {}) {
  const events = createEventBus()
  const list = vi.fn(async () => ({ items: [aJobSummary()], nextCursor: null, prevCursor: null, count: null }))
  const queues = vi.fn(async () => [aQueue()])
  const hub = createLiveHub({ events, jobs: { list }, queues: { list: queues }, log: silentLog, limits })
  return { hub, events, list, queues, job: (id: string, version: number, progress = 0) => events.publish({ kind: 'job', job: aJobSummary({ id, version, progress }) }) }
}

/** Joins and waits for the snapshot. */
async function joined(hub: ReturnType<typeof createTestHub>['hub'], jobId?: string) {
  const reader = fakeReader()
  const leave = hub.join(reader, { jobId })
  await vi.advanceTimersByTimeAsync(0)
  return { reader, leave }
}

const versions = (events: LiveEvent[], id: string) => events.flatMap(event => event.kind === 'job' && event.job.id === id ? [event.job.version] : [])

describe('the live hub', () => {
  test('sends the snapshot first, then changes', async () => {
    const { hub, job } = createTestHub()
    const { reader } = await joined(hub)
    job('a', 2)
    await vi.advanceTimersByTimeAsync(100)
    expect(reader.events().map(({ kind }) => kind)).toEqual(['snapshot', 'job'])
    expect(reader.events()[0]).toEqual({ kind: 'snapshot', jobs: [aJobSummary()], queues: [aQueue()] })
  })

  test('loses nothing that changes while the snapshot is read, and sends it after', async () => {
    const { hub, list, job } = createTestHub()
    const reading = Promise.withResolvers<{ items: never[], nextCursor: null, prevCursor: null, count: null }>()
    list.mockReturnValueOnce(reading.promise)
    const { reader } = await joined(hub)
    job('a', 5)
    await vi.advanceTimersByTimeAsync(600)
    expect(reader.messages).toEqual([])
    reading.resolve({ items: [], nextCursor: null, prevCursor: null, count: null })
    await vi.advanceTimersByTimeAsync(100)
    expect(reader.events().map(({ kind }) => kind)).toEqual(['snapshot', 'job'])
  })

  test('reads one snapshot for all who come together, and a fresh one for those who come later', async () => {
    const { hub, list } = createTestHub()
    const first = Promise.withResolvers<{ items: never[], nextCursor: null, prevCursor: null, count: null }>()
    list.mockReturnValueOnce(first.promise)
    await joined(hub)
    await Promise.all(Array.from({ length: 50 }, () => joined(hub)))
    first.resolve({ items: [], nextCursor: null, prevCursor: null, count: null })
    await vi.advanceTimersByTimeAsync(10)
    expect(list).toHaveBeenCalledTimes(2)
  })

  test('a snapshot that cannot be read closes the connection with 1011', async () => {
    const { hub, list } = createTestHub()
    list.mockRejectedValueOnce(new Error('database is locked'))
    const { reader } = await joined(hub)
    expect(reader.closed?.code).toBe(1011)
    expect(hub.size()).toBe(0)
    expect((await joined(hub)).reader.closed).toBeUndefined()
  })

  test('with the queue store away the snapshot still has the jobs', async () => {
    const { hub, queues } = createTestHub()
    queues.mockRejectedValue(new Error('ECONNREFUSED'))
    const { reader } = await joined(hub)
    expect(reader.events()[0]).toMatchObject({ kind: 'snapshot', jobs: [{ id: 'j1' }], queues: [] })
  })

  test('tells of one job at most four times a second, the last version always', async () => {
    const { hub, job } = createTestHub()
    const { reader } = await joined(hub)
    for (let version = 2; version <= 1001; version++) {
      job('a', version)
      await vi.advanceTimersByTimeAsync(1)
    }
    await vi.advanceTimersByTimeAsync(500)
    const told = versions(reader.events(), 'a')
    expect(told.length).toBeGreaterThanOrEqual(4)
    expect(told.length).toBeLessThanOrEqual(6)
    expect(told.at(-1)).toBe(1001)
    expect(told).toEqual([...told].sort((left, right) => left - right))
  })

  test('a first change is told within 50 ms', async () => {
    const { hub, job } = createTestHub()
    const { reader } = await joined(hub)
    job('a', 2)
    await vi.advanceTimersByTimeAsync(50)
    expect(versions(reader.events(), 'a')).toEqual([2])
  })

  test('an older version never comes after a newer one', async () => {
    const { hub, job } = createTestHub()
    const { reader } = await joined(hub)
    job('a', 7)
    job('a', 6)
    await vi.advanceTimersByTimeAsync(1000)
    expect(versions(reader.events(), 'a')).toEqual([7])
  })

  test('changes of one moment go in one message', async () => {
    const { hub, job } = createTestHub()
    const { reader } = await joined(hub)
    for (let index = 0; index < 200; index++)
      job(`j${index}`, 2)
    await vi.advanceTimersByTimeAsync(60)
    expect(reader.messages.length).toBe(2)
    expect(reader.messages[1]?.length).toBe(200)
  })

  test('timelines go only to those who asked for that job', async () => {
    const { hub, events } = createTestHub()
    const all = await joined(hub)
    const watching = await joined(hub, 'a')
    const other = await joined(hub, 'b')
    events.publish({ kind: 'timeline', entry: aTimelineEntry({ id: '1', jobId: 'a' }) })
    events.publish({ kind: 'timeline', entry: aTimelineEntry({ id: '2', jobId: 'a' }) })
    await vi.advanceTimersByTimeAsync(100)
    const heard = [all, watching, other].map(({ reader }) => reader.events().filter(({ kind }) => kind === 'timeline').length)
    expect(heard).toEqual([0, 2, 0])
  })

  test('counts of the queues are read at most once a second, for all listeners together, and told when they differ', async () => {
    const { hub, queues, job } = createTestHub()
    const readers = await Promise.all(Array.from({ length: 20 }, () => joined(hub)))
    queues.mockClear()
    let active = 0
    queues.mockImplementation(async () => [aQueue({ counts: { pending: 0, active: active++, completed: 0, failed: 0, delayed: 0, cancelled: 0 } })])
    for (let version = 2; version < 102; version++) {
      job('a', version)
      await vi.advanceTimersByTimeAsync(30)
    }
    await vi.advanceTimersByTimeAsync(1100)
    expect(queues.mock.calls.length).toBeGreaterThanOrEqual(3)
    expect(queues.mock.calls.length).toBeLessThanOrEqual(4)
    for (const { reader } of readers)
      expect(reader.events().filter(({ kind }) => kind === 'queues').length).toBe(queues.mock.calls.length)
  })

  test('asks nothing of anybody while nobody listens', async () => {
    const { hub, list, queues, job } = createTestHub()
    const { leave } = await joined(hub)
    leave()
    list.mockClear()
    queues.mockClear()
    job('a', 2)
    await vi.advanceTimersByTimeAsync(60_000)
    expect([list.mock.calls.length, queues.mock.calls.length, vi.getTimerCount(), hub.size()]).toEqual([0, 0, 0, 0])
  })

  test('a heartbeat comes every 30 s', async () => {
    const { hub } = createTestHub()
    const { reader } = await joined(hub)
    await vi.advanceTimersByTimeAsync(91_000)
    expect(reader.beats).toBe(3)
  })

  test('is full at its limit, and says good-bye with 1001', async () => {
    const { hub } = createTestHub({ connections: 2 })
    const first = await joined(hub)
    expect(hub.isFull()).toBe(false)
    await joined(hub)
    expect(hub.isFull()).toBe(true)
    hub.close()
    expect(first.reader.closed?.code).toBe(1001)
    expect((await joined(hub)).reader.closed?.code).toBe(1001)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a slow reader', () => {
  const slow = 1 + (1 << 20)

  test('is passed over and gets the latest version of each row when it has caught up', async () => {
    const { hub, job } = createTestHub()
    const { reader } = await joined(hub)
    const fast = await joined(hub)
    reader.unread = slow
    for (let version = 2; version <= 40; version++) {
      job('a', version)
      job('b', version)
      await vi.advanceTimersByTimeAsync(250)
    }
    expect(reader.messages.length).toBe(1)
    expect(versions(fast.reader.events(), 'a').length).toBeGreaterThan(20)
    reader.unread = 0
    await vi.advanceTimersByTimeAsync(100)
    expect(versions(reader.events(), 'a')).toEqual([40])
    expect(versions(reader.events(), 'b')).toEqual([40])
  })

  test('holds a bounded number of rows: beyond that it starts again with one snapshot', async () => {
    const { hub, job, list } = createTestHub({ backlogRows: 100 })
    const { reader } = await joined(hub)
    reader.unread = slow
    for (let index = 0; index < 5000; index++)
      job(`j${index}`, 2)
    await vi.advanceTimersByTimeAsync(100)
    for (let index = 5000; index < 9000; index++)
      job(`j${index}`, 2)
    await vi.advanceTimersByTimeAsync(1000)
    expect(reader.messages.length).toBe(1)
    list.mockClear()
    reader.unread = 0
    await vi.advanceTimersByTimeAsync(1000)
    expect(reader.events().map(({ kind }) => kind).filter(kind => kind !== 'queues')).toEqual(['snapshot', 'snapshot'])
    expect(list).toHaveBeenCalledOnce()
    job('after', 3)
    await vi.advanceTimersByTimeAsync(100)
    expect(versions(reader.events(), 'after')).toEqual([3])
  })

  test('with more than 4 MB unread is cut off', async () => {
    const { hub, job } = createTestHub()
    const { reader } = await joined(hub)
    reader.unread = (4 << 20) + 1
    job('a', 2)
    await vi.advanceTimersByTimeAsync(100)
    expect(reader.terminated).toBe(true)
  })
})
