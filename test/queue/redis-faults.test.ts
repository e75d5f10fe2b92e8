import type { StoreWarning } from '../../server/queue/backends/backend.ts'
import type { PrivateRedis } from '../support/redis.ts'
import { Redis } from 'ioredis'
import { describe, expect, test, vi } from 'vitest'
import { inEnglish } from '../../server/contract/told.ts'
import { QueueUnavailable } from '../../server/errors.ts'
import { openQueueBackend } from '../../server/queue/backends/index.ts'
import { createJobQueue } from '../../server/queue/job-queue.ts'
import { createGate, entry, openBench } from '../contract/queue-backend/bench.ts'
import { openPeer } from '../contract/queue-backend/peer.ts'
import { createJournal } from '../support/journal.ts'
import { silentLog } from '../support/log.ts'
import { redisMissing, startRedis } from '../support/redis.ts'

async function openOn(redis: PrivateRedis) {
  return openBench(async () => ({ url: redis.url, [Symbol.asyncDispose]: async () => undefined }))
}

async function setMaxMemory(redis: PrivateRedis, value: string): Promise<void> {
  const client = new Redis(redis.url)
  await client.config('SET', 'maxmemory', value)
  await client.quit()
}

/** How long `call` takes to say that the store is away, in milliseconds. */
async function timeToRefusal(call: () => Promise<unknown>): Promise<number> {
  const asked = performance.now()
  await expect(call()).rejects.toBeInstanceOf(QueueUnavailable)
  return performance.now() - asked
}

describe.skipIf(redisMissing)('redis that fails', { timeout: 120_000 }, () => {
  test('while it is down every call is refused at once, and works again when it is back', async () => {
    await using redis = await startRedis(['--appendonly', 'yes'])
    await using bench = await openOn(redis)
    await bench.queue.add([entry('before', { delayMs: 1 })])
    await redis.stop()
    const calls = {
      add: () => bench.queue.add([entry('a')]),
      addTree: () => bench.queue.addTree({ entry: entry('p'), onChildFailure: 'fail', children: [{ entry: entry('c'), onChildFailure: 'fail', children: [] }] }),
      states: () => bench.queue.states([entry('a')]),
      failure: () => bench.queue.failure(entry('a')),
      remove: () => bench.queue.remove(entry('a')),
      clean: () => bench.queue.clean('export-csv', 'failed', 0),
      promote: () => bench.queue.promote(entry('a')),
      changePriority: () => bench.queue.changePriority(entry('a'), 1),
      cancel: () => bench.queue.cancel(entry('a')),
      pause: () => bench.queue.pause('export-csv'),
      resume: () => bench.queue.resume('export-csv'),
      status: () => bench.queue.status('export-csv'),
      limit: () => bench.queue.limit('export-csv', { jobs: 1, perMs: 1_000 }),
      ping: () => bench.queue.ping(),
      upsert: () => bench.queue.schedules.upsert('s', { everyMs: 1_000 }),
      unschedule: () => bench.queue.schedules.remove('s'),
      list: () => bench.queue.schedules.list(),
      check: () => bench.backend.check(),
    }
    for (const [name, call] of Object.entries(calls))
      expect(await timeToRefusal(call), name).toBeLessThan(1_500)
    await redis.start()
    await bench.work()
    await expect.poll(async () => bench.queue.ping().then(() => 'up', () => 'down'), { timeout: 15_000 }).toBe('up')
    await bench.queue.addTree({ entry: entry('after', { queue: 'export-csv' }), onChildFailure: 'fail', children: [{ entry: entry('child'), onChildFailure: 'fail', children: [] }] })
    await bench.event('completed', 'after')
    await bench.event('completed', 'before')
  })

  test('while it hangs a call is refused within seconds', async () => {
    await using redis = await startRedis()
    await using bench = await openOn(redis)
    await bench.queue.ping()
    redis.signal('SIGSTOP')
    expect(await timeToRefusal(async () => bench.queue.add([entry('a')]))).toBeLessThan(5_000)
    redis.signal('SIGCONT')
    await expect.poll(async () => bench.queue.ping().then(() => 'up', () => 'down'), { timeout: 15_000 }).toBe('up')
  })

  test('workers that start before it wait for it, then work', async () => {
    await using redis = await startRedis()
    await redis.stop()
    await using bench = await openOn(redis)
    const working = bench.work()
    await expect(bench.queue.ping()).rejects.toBeInstanceOf(QueueUnavailable)
    await redis.start()
    await working
    await expect.poll(async () => bench.queue.add([entry('a')]).then(() => 'added', () => 'refused'), { timeout: 15_000 }).toBe('added')
    await bench.event('completed', 'a')
  })

  test('everything can be stopped while it is down, with a run in progress', async () => {
    await using redis = await startRedis()
    const bench = await openOn(redis)
    const gate = createGate()
    const pool = await bench.work(gate.run, { timing: { abortMs: 500 } })
    await bench.queue.add([entry('a')])
    await gate.started.until(() => true)
    await redis.stop()
    const asked = performance.now()
    await pool.stop(100)
    await bench[Symbol.asyncDispose]()
    expect(performance.now() - asked).toBeLessThan(15_000)
  })

  test('a process closes and ends by itself while it is down', async () => {
    await using redis = await startRedis()
    await using peer = await openPeer(redis, 'work')
    await peer.lines.until(line => line === 'completed a')
    await redis.stop()
    peer.tell('close')
    expect(await peer.exited).toEqual({ code: 0, signal: null })
  })

  test('out of memory means unavailable, not lost', async () => {
    await using redis = await startRedis()
    await using bench = await openOn(redis)
    await bench.queue.ping()
    await setMaxMemory(redis, '1mb')
    await expect(bench.queue.add([entry('a')])).rejects.toBeInstanceOf(QueueUnavailable)
    await expect(bench.queue.addTree({ entry: entry('p'), onChildFailure: 'fail', children: [{ entry: entry('c'), onChildFailure: 'fail', children: [] }] })).rejects.toBeInstanceOf(QueueUnavailable)
    await setMaxMemory(redis, '0')
    await bench.queue.add([entry('a')])
    expect(await bench.queue.states([entry('a'), entry('p'), entry('c')])).toEqual(['waiting', 'unknown', 'unknown'])
  })

  const inWords = ({ danger, remedy }: StoreWarning) => inEnglish([danger, remedy])

  test('check names the settings under which jobs get lost, and nothing else', async () => {
    await using bad = await startRedis(['--maxmemory-policy', 'allkeys-lru'])
    await using good = await startRedis(['--appendonly', 'yes'])
    await using lossy = await openQueueBackend(bad.url, { log: silentLog })
    await using safe = await openQueueBackend(good.url, { log: silentLog })
    expect((await lossy.check()).map(inWords)).toEqual([expect.stringContaining('maxmemory-policy is "allkeys-lru". Set it to "noeviction".'), expect.stringContaining('appendonly is "no". Set it to "yes".')])
    expect(await safe.check()).toEqual([])
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 600_000 })
    try {
      expect((await safe.check()).map(inWords)).toEqual([expect.stringMatching(/clock of Redis differs from ours by (?:599|600|601) s/)])
    }
    finally {
      vi.useRealTimers()
    }
  })

  test('a cancel reaches the process that runs the job', async () => {
    await using redis = await startRedis()
    await using bench = await openOn(redis)
    await using elsewhere = await openQueueBackend(redis.url, { log: silentLog })
    const gate = createGate()
    await bench.work(gate.run)
    await bench.queue.add([entry('a')])
    const run = await gate.started.until(() => true)
    const aborted = createJournal<unknown>()
    run.signal.addEventListener('abort', () => aborted.add(run.signal.reason))
    await createJobQueue(elsewhere).cancel(entry('a'))
    expect(await aborted.until(() => true)).toMatchObject({ why: 'cancel' })
    gate.open()
  })

  test('the job of a killed worker runs again in another, no attempt used', async () => {
    await using redis = await startRedis()
    await using bench = await openOn(redis)
    await bench.queue.add([entry('a', { attempts: 1 })])
    await using peer = await openPeer(redis, 'hold')
    await peer.lines.until(line => line === 'running a')
    peer.kill('SIGKILL')
    await peer.exited
    await bench.work(undefined, { timing: { lockMs: 500, stalledCheckMs: 300 } })
    await bench.event('completed', 'a')
    expect(bench.events.entries.filter(({ event }) => event === 'stalled')).toHaveLength(1)
  })

  test('a job that kills every worker is given up after four starts, and that is told', async () => {
    await using redis = await startRedis()
    await using bench = await openOn(redis)
    await bench.queue.add([entry('poison')])
    let starts = 0
    for (; starts < 10; starts++) {
      await using peer = await openPeer(redis, 'die')
      const [ran] = await Promise.all([Promise.race([peer.lines.until(line => line === 'running poison').then(() => true), bench.event('failed', 'poison').then(() => false)])])
      if (!ran)
        break
      expect(await peer.exited).toMatchObject({ signal: 'SIGKILL' })
    }
    expect(starts).toBe(4)
    expect(await bench.queue.failure(entry('poison'))).toMatchObject({ kind: 'stalled', childJobId: null })
  })
})

describe('addresses of queue stores', () => {
  test.each(['', 'redis', 'redis://', 'amqp://localhost', 'embedded:', 'http://127.0.0.1', 'constructor:x', '__proto__:x', 'REDIS//x'])('%j is refused by name', async (url) => {
    await expect(openQueueBackend(url, { log: silentLog })).rejects.toThrow('QUEUE_URL')
  })
})
