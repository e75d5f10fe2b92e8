import { Redis } from 'ioredis'
import { describe, expect, test } from 'vitest'
import { createDispatcher } from '../../server/queue/dispatcher.ts'
import { createReconciler } from '../../server/queue/reconciler.ts'
import { openBench, tree } from '../contract/queue-backend/bench.ts'
import { silentLog } from '../support/log.ts'
import { redisMissing, startRedis } from '../support/redis.ts'
import { createFakeTable } from './fake-table.ts'

describe.skipIf(redisMissing)('a queue store that loses everything', { timeout: 120_000 }, () => {
  test('a flush in the middle of the work loses no accepted job', async () => {
    await using redis = await startRedis()
    const store = { url: redis.url, [Symbol.asyncDispose]: async () => undefined }
    await using bench = await openBench(async () => store)
    const table = createFakeTable()
    const ids = Array.from({ length: 400 }, (_, index) => `j${index}`)
    const halfway = Promise.withResolvers<void>()
    const all = Promise.withResolvers<void>()
    const done = new Set<string>()
    await bench.work(async ({ jobId }) => {
      done.add(jobId)
      table.finish(jobId)
      if (done.size === 100)
        halfway.resolve()
      if (done.size === ids.length)
        all.resolve()
      return { kind: 'done' }
    }, { concurrency: 4 })
    await using dispatcher = createDispatcher({ outbox: table.outbox, queue: bench.queue, log: silentLog, pollMs: 200 })
    table.submit(...ids.map(id => tree(id)))
    dispatcher.start()
    await halfway.promise
    const console = new Redis(redis.url)
    await console.flushall()
    await console.quit()
    await using reconciler = createReconciler({ jobs: table.jobs, lease: table.lease, queue: bench.queue, clock: { now: Date.now }, log: silentLog, onResolved: dispatcher.kick, everyMs: 200, quietMs: 0 })
    reconciler.start()
    await all.promise
    expect(done.size).toBe(ids.length)
    expect(table.resolved.length).toBeGreaterThan(0)
    expect(table.resolved.every(({ state }) => state === 'unknown')).toBe(true)
  })
})
