import type { QueueRate } from '../../server/queue/ports.ts'
import { expect, test } from 'vitest'
import { createQueueService } from '../../server/jobs/queue-service.ts'
import { createQueueSettingStore } from '../../server/store/queue-setting-store.ts'
import { silentLog } from '../support/log.ts'
import { createServiceWorld } from './service-world.ts'

/** Queue service over real rows; the queue store is what a test can lose. */
async function createQueueWorld() {
  const world = await createServiceWorld()
  const lost = () => ({ paused: new Set<string>(), rates: new Map<string, QueueRate | null>(), concurrency: new Map<string, number | null>() })
  const state = { away: false, store: lost() }
  async function ask<T>(answer: () => T): Promise<T> {
    if (state.away)
      throw new Error('the queue store is away')
    return answer()
  }
  const queues = createQueueService({
    ...world,
    settings: createQueueSettingStore(world.database),
    queue: {
      pause: name => ask(() => void state.store.paused.add(name)),
      resume: name => ask(() => void state.store.paused.delete(name)),
      status: name => ask(() => ({ paused: state.store.paused.has(name), workers: 1 })),
      limit: (name, rate) => ask(() => void state.store.rates.set(name, rate)),
      limitConcurrency: (name, concurrency) => ask(() => void state.store.concurrency.set(name, concurrency)),
    },
    log: silentLog,
    concurrency: world.attempts,
  })
  return { ...world, queues, state, lose: () => void (state.store = lost()), [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('limits are kept, told to the queue store, and changed one by one', async () => {
  await using world = await createQueueWorld()
  expect((await world.queues.get('export-csv')).limits).toEqual({ concurrency: null, rate: null })
  const rate = { jobs: 10, perMs: 1000 }
  expect((await world.queues.update('export-csv', { concurrency: 3, rate })).limits).toEqual({ concurrency: 3, rate })
  expect((await world.queues.update('export-csv', { concurrency: null })).limits).toEqual({ concurrency: null, rate })
  expect([world.state.store.concurrency.get('export-csv'), world.state.store.rates.get('export-csv')]).toEqual([null, rate])
  expect((await world.queues.get('scrape-brand')).limits).toEqual({ concurrency: null, rate: null })
  expect(world.heard.at(-1)?.kind).toBe('queues')
})

test('what the queue store loses it is told again: limits and pauses', async () => {
  await using world = await createQueueWorld()
  await world.queues.update('export-csv', { concurrency: 2, rate: { jobs: 1, perMs: 500 } })
  await world.queues.pause('scrape-brand')
  world.lose()
  await world.queues.sync()
  expect(world.state.store).toEqual({ paused: new Set(['scrape-brand']), rates: new Map<string, QueueRate | null>([['export-csv', { jobs: 1, perMs: 500 }], ['scrape-brand', null]]), concurrency: new Map([['export-csv', 2], ['scrape-brand', null]]) })
  await world.queues.resume('scrape-brand')
  await world.queues.sync()
  expect(world.state.store.paused.size).toBe(0)
})

test('a limit set while the queue store is away holds once it is back; a pause is refused, because it would not hold', async () => {
  await using world = await createQueueWorld()
  world.state.away = true
  expect((await world.queues.update('export-csv', { concurrency: 2 })).limits.concurrency).toBe(2)
  await expect(world.queues.pause('export-csv')).rejects.toThrow(/away/)
  world.state.away = false
  await world.queues.sync()
  expect(world.state.store.concurrency.get('export-csv')).toBe(2)
  expect((await world.queues.get('export-csv')).paused).toBe(false)
})

test('no job of a paused queue starts, also while the queue store has forgotten the pause', async () => {
  await using world = await createQueueWorld()
  const { job } = await world.service.submit({ type: 'export-csv', data: {} })
  const claim = () => world.jobs.claim({ jobId: job.id, generation: 1, worker: 'w', now: new Date(world.clock.now()) })
  await world.queues.pause('export-csv')
  world.lose()
  expect(await claim()).toEqual({ kind: 'waiting' })
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'pending', attempts: 0 })
  await world.queues.resume('export-csv')
  expect(await claim()).toMatchObject({ kind: 'claimed' })
})
