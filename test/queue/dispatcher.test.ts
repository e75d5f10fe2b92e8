import type { JobQueue, QueueTree } from '../../server/queue/ports.ts'
import { describe, expect, test } from 'vitest'
import { QueueUnavailable } from '../../server/errors.ts'
import { createDispatcher } from '../../server/queue/dispatcher.ts'
import { tree } from '../contract/queue-backend/bench.ts'
import { createJournal } from '../support/journal.ts'
import { silentLog } from '../support/log.ts'
import { createFakeTable } from './fake-table.ts'

const never = 3_600_000

/** A queue that writes down what it is given, and refuses when told to. */
function createFakeQueue() {
  const calls = createJournal<string[]>()
  const state = { away: false, refuses: new Set<string>() }
  function give(ids: string[]): void {
    calls.add(ids)
    if (state.away)
      throw new QueueUnavailable()
    if (ids.some(id => state.refuses.has(id)))
      throw new Error('Custom Id cannot contain :')
  }
  const flat = (one: QueueTree): string[] => [one.entry.jobId, ...one.children.flatMap(flat)]
  const queue: Pick<JobQueue, 'add' | 'addTree'> = {
    add: async entries => give(entries.map(entry => entry.jobId)),
    addTree: async one => give(flat(one)),
  }
  return { queue, calls, state }
}

describe('dispatcher', () => {
  test('what was accepted before the start is dispatched, oldest first, and marked', async () => {
    const table = createFakeTable()
    const { queue, calls } = createFakeQueue()
    table.submit(tree('a'), tree('b'), tree('p', [tree('c')]), tree('d'))
    await using dispatcher = createDispatcher({ outbox: table.outbox, queue, log: silentLog, pollMs: never })
    dispatcher.start()
    await table.marked.untilCount(5)
    expect(calls.entries).toEqual([['a', 'b'], ['p', 'c'], ['d']])
    expect(table.marked.entries).toEqual(['a', 'b', 'p', 'c', 'd'])
  })

  test('a kick dispatches at once, also in the middle of a turn', async () => {
    const table = createFakeTable()
    const { queue, calls } = createFakeQueue()
    await using dispatcher = createDispatcher({ outbox: table.outbox, queue, log: silentLog, pollMs: never })
    dispatcher.start()
    table.submit(tree('a'))
    dispatcher.kick()
    await calls.untilCount(1)
    table.submit(tree('b'))
    dispatcher.kick()
    await table.marked.until(id => id === 'b')
  })

  test('a lost kick is made good by the poll', async () => {
    const table = createFakeTable()
    const { queue } = createFakeQueue()
    await using dispatcher = createDispatcher({ outbox: table.outbox, queue, log: silentLog, pollMs: 20 })
    dispatcher.start()
    table.submit(tree('a'))
    await table.marked.until(id => id === 'a')
  })

  test('a long outbox goes in batches until it is empty', async () => {
    const table = createFakeTable()
    const { queue, calls } = createFakeQueue()
    table.submit(...Array.from({ length: 25 }, (_, index) => tree(`j${index}`)))
    await using dispatcher = createDispatcher({ outbox: table.outbox, queue, log: silentLog, pollMs: never, batch: 10 })
    dispatcher.start()
    await table.marked.untilCount(25)
    expect(calls.entries.map(ids => ids.length)).toEqual([10, 10, 5])
  })

  test('while the store is away jobs wait, kicks cost nothing, and all goes on when it is back', async () => {
    const table = createFakeTable()
    const { queue, calls, state } = createFakeQueue()
    state.away = true
    table.submit(tree('a'))
    await using dispatcher = createDispatcher({ outbox: table.outbox, queue, log: silentLog, pollMs: 100 })
    dispatcher.start()
    await calls.untilCount(1)
    await new Promise(resolve => setImmediate(resolve))
    for (let kick = 0; kick < 1_000; kick++)
      dispatcher.kick()
    await calls.untilCount(3) // by polling
    expect(calls.entries.length).toBeLessThan(10)
    expect(table.marked.entries).toEqual([])
    state.away = false
    await table.marked.until(id => id === 'a')
  })

  test('a job that the queue refuses does not hold up the others', async () => {
    const table = createFakeTable()
    const { queue, state } = createFakeQueue()
    state.refuses.add('bad')
    table.submit(tree('a'), tree('bad'), tree('b'), tree('p', [tree('c')]))
    await using dispatcher = createDispatcher({ outbox: table.outbox, queue, log: silentLog, pollMs: never })
    dispatcher.start()
    await table.marked.untilCount(4)
    expect(table.marked.entries).toEqual(['a', 'b', 'p', 'c'])
    expect(table.rows.get('bad')).toMatchObject({ dispatched: false })
  })

  test('no more jobs wait in the queue than the window allows', async () => {
    const table = createFakeTable()
    const { queue } = createFakeQueue()
    let waiting = 0
    const outbox = {
      ...table.outbox,
      countWaiting: async () => waiting,
      markDispatched: async (refs: Parameters<typeof table.outbox.markDispatched>[0]) => {
        waiting += refs.length
        await table.outbox.markDispatched(refs)
      },
    }
    table.submit(...Array.from({ length: 30 }, (_, index) => tree(`j${index}`)))
    await using dispatcher = createDispatcher({ outbox, queue, log: silentLog, pollMs: 20, batch: 8, window: 12 })
    dispatcher.start()
    await table.marked.untilCount(12)
    expect(table.marked.entries).toHaveLength(12)
    waiting = 0 // workers took them
    await table.marked.untilCount(24)
    expect(table.marked.entries).toHaveLength(24)
  })

  test('a database that fails for a while is tried again', async () => {
    const table = createFakeTable()
    const { queue } = createFakeQueue()
    let failures = 2
    const outbox = {
      ...table.outbox,
      take: async (limit: number) => {
        if (failures-- > 0)
          throw new Error('SQLITE_BUSY')
        return table.outbox.take(limit)
      },
    }
    table.submit(tree('a'))
    await using dispatcher = createDispatcher({ outbox, queue, log: silentLog, pollMs: 10 })
    dispatcher.start()
    await table.marked.until(id => id === 'a')
  })

  test('it may be disposed before start, and dispatches nothing afterwards', async () => {
    const table = createFakeTable()
    const { queue, calls } = createFakeQueue()
    const dispatcher = createDispatcher({ outbox: table.outbox, queue, log: silentLog, pollMs: 1 })
    await dispatcher[Symbol.asyncDispose]()
    table.submit(tree('a'))
    dispatcher.kick()
    await new Promise(resolve => setImmediate(resolve))
    expect(calls.entries).toEqual([])
  })
})
