import type { QueueFailure, QueueRef, QueueState } from '../../server/queue/ports.ts'
import type { ReconcilerDeps } from '../../server/queue/reconciler.ts'
import { describe, expect, test } from 'vitest'
import { QueueUnavailable } from '../../server/errors.ts'
import { createReconciler } from '../../server/queue/reconciler.ts'
import { entry, tree } from '../contract/queue-backend/bench.ts'
import { silentLog } from '../support/log.ts'
import { createFakeTable } from './fake-table.ts'

function setUp(states: Record<string, QueueState>, options: Partial<ReconcilerDeps> = {}) {
  const table = createFakeTable()
  const asked: string[] = []
  const failure: QueueFailure = { ref: entry('bad'), kind: 'stalled', message: 'job stalled more than allowable limit', childJobId: null }
  let kicks = 0
  const reconciler = createReconciler({
    jobs: table.jobs,
    lease: table.lease,
    queue: {
      states: async (refs: QueueRef[]) => {
        asked.push(...refs.map(ref => ref.jobId))
        return refs.map(ref => states[ref.jobId] ?? 'unknown')
      },
      failure: async () => failure,
    },
    clock: { now: () => 100_000 },
    log: silentLog,
    onResolved: () => void kicks++,
    ...options,
  })
  return { table, asked, reconciler, failure, kicks: () => kicks }
}

function dispatched(table: ReturnType<typeof createFakeTable>, ids: string[], updatedAt = 0): void {
  for (const id of ids) {
    table.submit(tree(id))
    Object.assign(table.rows.get(id)!, { dispatched: true, updatedAt })
  }
}

describe('reconciler', () => {
  test('what the queue has lost is dispatched again under the same id', async () => {
    const { table, reconciler, kicks } = setUp({ kept: 'waiting' })
    dispatched(table, ['lost', 'kept'])
    expect(await reconciler.round()).toBe(1)
    expect(await table.outbox.take(10)).toMatchObject([{ entry: { jobId: 'lost', generation: 1 } }])
    expect(kicks()).toBe(1)
  })

  test('what the queue has ended though the row is open becomes a new generation, with the reason why', async () => {
    const { table, reconciler, failure } = setUp({ done: 'completed', bad: 'failed' })
    dispatched(table, ['done', 'bad'])
    expect(await reconciler.round()).toBe(2)
    expect(table.resolved).toMatchObject([{ state: 'completed', reason: null }, { state: 'failed', reason: failure }])
    expect((await table.outbox.take(10)).map(each => each.entry.generation)).toEqual([2, 2])
  })

  test.each(['waiting', 'active', 'delayed', 'waiting-children'] as const)('a job that is %s in the queue is left alone', async (state) => {
    const { table, reconciler, kicks } = setUp({ job: state })
    dispatched(table, ['job'])
    expect(await reconciler.round()).toBe(0)
    expect(kicks()).toBe(0)
  })

  test('rows that changed a moment ago are not looked at', async () => {
    const { table, reconciler, asked } = setUp({}, { quietMs: 30_000 })
    dispatched(table, ['old'], 69_999)
    dispatched(table, ['fresh'], 70_000)
    await reconciler.round()
    expect(asked).toEqual(['old'])
  })

  test('all pages are compared', async () => {
    const ids = Array.from({ length: 25 }, (_, index) => `j${index}`)
    const { table, reconciler, asked } = setUp(Object.fromEntries(ids.map(id => [id, 'active'])), { pageSize: 10 })
    dispatched(table, ids)
    await reconciler.round()
    expect(asked).toEqual(ids)
  })

  test('without the lease nothing is done', async () => {
    const { table, reconciler, asked } = setUp({})
    table.lease.hold = async () => false
    dispatched(table, ['lost'])
    expect(await reconciler.round()).toBe(0)
    expect(asked).toEqual([])
  })

  test('a round that takes long is followed by a rest, so that comparing does not become the main work', async () => {
    let now = 0
    let looks = 0
    const askedAt: number[] = []
    const second = Promise.withResolvers<void>()
    async function states(): Promise<QueueState[]> {
      askedAt.push(now)
      if (askedAt.length === 2)
        second.resolve()
      now += 1000
      return ['waiting']
    }
    const { table, reconciler: started } = setUp({}, { queue: { states, failure: async () => null }, clock: { now: () => ++looks % 5 === 0 ? now += 500 : now }, everyMs: 1 })
    dispatched(table, ['job'], -100_000)
    await using reconciler = started
    reconciler.start()
    await second.promise
    expect(askedAt[1]! - askedAt[0]!).toBeGreaterThanOrEqual(21_000)
  })

  test('a queue that cannot be reached changes nothing, and the rounds go on', async () => {
    let asked = 0
    const second = Promise.withResolvers<void>()
    async function states(): Promise<QueueState[]> {
      if (++asked === 2)
        second.resolve()
      throw new QueueUnavailable()
    }
    const { table, reconciler: started } = setUp({}, { queue: { states, failure: async () => null }, everyMs: 5 })
    dispatched(table, ['job'])
    await using reconciler = started
    reconciler.start()
    await second.promise
    expect(table.resolved).toEqual([])
  })
})
