import type { LiveChange } from '../../server/events/bus.ts'
import type { QueueBackend } from '../../server/queue/backends/backend.ts'
import { describe, expect, test } from 'vitest'
import { createEventBus } from '../../server/events/bus.ts'
import { createAnnouncer } from '../../server/jobs/announce.ts'
import { createScheduleBell } from '../../server/jobs/schedule-bell.ts'
import { openQueueBackend } from '../../server/queue/backends/index.ts'
import { dueTimes } from '../../server/queue/due-times.ts'
import { createJobQueue } from '../../server/queue/job-queue.ts'
import { createWorkerPool } from '../../server/queue/workers.ts'
import { createScheduleStore } from '../../server/store/schedule-store.ts'
import { openTestStores } from '../support/database.ts'
import { openEmbeddedStore } from '../support/embedded-stores.ts'
import { createJournal } from '../support/journal.ts'
import { silentLog } from '../support/log.ts'
import { redisMissing, startRedis } from '../support/redis.ts'

const clock = { now: () => Date.now() }
const attempts = { 'scrape-brand': 1, 'scrape-product-details': 1, 'export-csv': 1 }

/** One backend for each server. The embedded store has a single process: its servers share one. */
const stores = {
  async redis(stack: AsyncDisposableStack): Promise<QueueBackend[]> {
    const { url } = stack.use(await startRedis())
    return Promise.all([1, 2, 3].map(async () => stack.use(await openQueueBackend(url, { log: silentLog }))))
  },
  async embedded(stack: AsyncDisposableStack): Promise<QueueBackend[]> {
    const { url } = stack.use(await openEmbeddedStore())
    const backend = stack.use(await openQueueBackend(url, { log: silentLog }))
    return [backend, backend, backend]
  },
}

describe.each(['redis', 'embedded'] as const)('on %s', { timeout: 30_000 }, (kind) => {
  test.skipIf(kind === 'redis' && redisMissing)('three servers make one run per tick on the beat, also after the schedulers were lost', async () => {
    await using stack = new AsyncDisposableStack()
    const backends = await stores[kind](stack)
    const { database, jobs } = stack.use(await openTestStores())
    const schedules = createScheduleStore(database)
    const events = createEventBus()
    const heard = createJournal<LiveChange>()
    events.subscribe(heard.add)

    const servers = await Promise.all(backends.map(async (backend) => {
      const queue = createJobQueue(backend)
      const announce = createAnnouncer({ jobs, queue, events, kick: () => {}, log: silentLog })
      const bell = createScheduleBell({ schedules, queue: queue.schedules, dueTimes, announce, attempts, clock, log: silentLog })
      const pool = stack.use(createWorkerPool({ backend, queues: {}, run: async () => ({ kind: 'done' }), log: silentLog, onTick: bell.tick }))
      await pool.start()
      return { bell, queue }
    }))
    const { id } = await schedules.create({ name: 'Each second', timing: { everyMs: 1000 }, work: { type: 'export-csv', data: {} }, overlap: 'queue' }, new Date())
    await Promise.all(servers.map(server => server.bell.sync()))
    await heard.untilCount(3, event => event.kind === 'job')
    await servers[0]!.queue.schedules.remove(id)
    await Promise.all(servers.map(server => server.bell.sync()))
    await heard.untilCount(6, event => event.kind === 'job')

    const { items } = await schedules.runs(id, { limit: 100 })
    const { anchor } = await schedules.get(id)
    const beats = items.map(run => (Date.parse(run.dueAt) - anchor) / 1000).toReversed()
    expect(beats.every(Number.isInteger), beats.join()).toBe(true)
    expect(new Set(beats).size).toBe(beats.length)
    expect(new Set(items.map(run => run.jobId)).size).toBe(items.length)
    expect((await jobs.list({ limit: 100 })).items).toHaveLength(items.length)
  })
})
