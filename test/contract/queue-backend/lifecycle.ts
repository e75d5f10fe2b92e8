import type { OpenStore } from './bench.ts'
import { expect, test } from 'vitest'
import { createWorkerPool } from '../../../server/queue/workers.ts'
import { silentLog } from '../../support/log.ts'
import { createGate, entry, openBench } from './bench.ts'
import { openPeer } from './peer.ts'

/** Starting, stopping and dying. */
export function describeLifecycle(open: OpenStore, openAlone: OpenStore): void {
  test('stop waits for running jobs within the grace time and takes no more', async () => {
    await using bench = await openBench(open)
    const gate = createGate()
    const pool = await bench.work(gate.run)
    await bench.queue.add([entry('running'), entry('waiting')])
    const run = await gate.started.until(() => true)
    const stopped = pool.stop(10_000)
    gate.open()
    await stopped
    expect(run.signal.aborted).toBe(false)
    expect(await bench.queue.states([entry('running'), entry('waiting')])).toEqual(['completed', 'waiting'])
    expect(bench.runs.entries).toHaveLength(1)
  })

  test('after the grace time runs are aborted for shutdown and their jobs wait for the next worker, no attempt used', async () => {
    await using bench = await openBench(open)
    const gate = createGate()
    const pool = await bench.work(gate.run)
    await bench.queue.add([entry('long', { attempts: 1 })])
    const run = await gate.started.until(() => true)
    await pool.stop(50)
    expect(run.signal.reason).toMatchObject({ why: 'shutdown' })
    expect(await bench.queue.states([entry('long')])).toEqual(['waiting'])
    await bench.work()
    await bench.event('completed', 'long')
    expect((await bench.queue.queues[0]!.getJob('long-g1'))?.attemptsMade).toBe(1)
    expect(bench.events.entries.filter(({ event }) => event === 'stalled')).toEqual([])
  })

  test('stop ends in time even when a run ignores its signal', async () => {
    await using bench = await openBench(open)
    const never = Promise.withResolvers<{ kind: 'done' }>()
    const pool = await bench.work(async () => never.promise, { timing: { abortMs: 100 } })
    await bench.queue.add([entry('deaf')])
    await bench.runs.until(() => true)
    const asked = Date.now()
    await pool.stop(50)
    expect(Date.now() - asked).toBeLessThan(10_000)
    never.resolve({ kind: 'done' })
  })

  test('stop is legal before start, twice, and during start', async () => {
    await using bench = await openBench(open)
    const deps = { backend: bench.backend, queues: { 'export-csv': { concurrency: 1 } }, run: async () => ({ kind: 'done' } as const), log: silentLog }
    const idle = createWorkerPool(deps)
    await idle.stop(0)
    await idle.start() // stopped for good
    await idle.stop(0)
    const hasty = createWorkerPool(deps)
    const started = hasty.start()
    await Promise.all([hasty.stop(0), hasty.stop(0)])
    await started
    expect((await bench.queue.status('export-csv')).workers).toBe(0)
  })

  test('a process that closed everything ends by itself', async () => {
    await using store = await openAlone()
    await using peer = await openPeer(store, 'work')
    await peer.lines.until(line => line === 'completed a')
    peer.tell('close')
    expect(await peer.exited).toEqual({ code: 0, signal: null })
  })
}
