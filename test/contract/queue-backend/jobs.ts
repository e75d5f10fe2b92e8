import type { OpenStore } from './bench.ts'
import { expect, test } from 'vitest'
import { createGate, entry, openBench } from './bench.ts'

/** Adding, ordering and asking after jobs. */
export function describeJobs(open: OpenStore): void {
  test('a job runs under the id and generation it was added with, and the store holds its ids only', async () => {
    await using bench = await openBench(open)
    await bench.queue.add([entry('a', { generation: 7 })])
    const stored = await bench.queue.queues.find(queue => queue.name === 'scrape-brand')!.getJob('a-g7')
    expect(stored?.name).toBe('scrape-brand')
    expect(stored?.data).toEqual({ jobId: 'a', generation: 7 })
    await bench.work()
    expect(await bench.runs.until(() => true)).toMatchObject({ jobId: 'a', generation: 7 })
    await bench.event('completed', 'a', 7)
    expect(await bench.queue.states([entry('a', { generation: 7 })])).toEqual(['completed'])
  })

  test('many jobs added at once, over several queues, each run exactly once', async () => {
    await using bench = await openBench(open)
    const ids = Array.from({ length: 600 }, (_, index) => `bulk-${index}`)
    await bench.queue.add(ids.map((id, index) => entry(id, { queue: index % 3 === 0 ? 'export-csv' : 'scrape-brand' })))
    await bench.work(undefined, { concurrency: 20 })
    await bench.runs.untilCount(ids.length)
    await bench.events.untilCount(ids.length, ({ event }) => event === 'completed')
    expect(bench.runs.entries.map(run => run.jobId).toSorted()).toEqual(ids.toSorted())
  })

  test('adding the same generation again does nothing, a new generation runs again', async () => {
    await using bench = await openBench(open)
    await bench.work()
    await bench.queue.add([entry('a')])
    await bench.event('completed', 'a')
    await bench.queue.add([entry('a')])
    await bench.queue.add([entry('a'), entry('a', { generation: 2 })])
    await bench.event('completed', 'a', 2)
    expect(bench.runs.entries.map(run => run.generation)).toEqual([1, 2])
  })

  test('a delayed job waits for its time', async () => {
    await using bench = await openBench(open)
    await bench.work()
    const added = Date.now()
    await bench.queue.add([entry('later', { delayMs: 400 }), entry('now')])
    expect(await bench.queue.states([entry('later')])).toEqual(['delayed'])
    const run = await bench.runs.until(({ jobId }) => jobId === 'later')
    expect(run.at - added).toBeGreaterThanOrEqual(399)
  })

  test('promote runs a delayed job now and leaves others alone', async () => {
    await using bench = await openBench(open)
    await bench.queue.add([entry('later', { delayMs: 3_600_000 }), entry('waiting')])
    await bench.queue.promote(entry('later'))
    await bench.queue.promote(entry('waiting'))
    await bench.queue.promote(entry('nobody'))
    expect(await bench.queue.states([entry('later'), entry('waiting')])).toEqual(['waiting', 'waiting'])
    await bench.work()
    await bench.event('completed', 'later')
  })

  test('priority 0 runs first, then 1, 2, …; equals in the order they came', async () => {
    await using bench = await openBench(open)
    await bench.queue.add([entry('p5', { priority: 5 }), entry('p1a', { priority: 1 }), entry('p0'), entry('p1b', { priority: 1 }), entry('p2', { priority: 2 })])
    await bench.work()
    await bench.runs.untilCount(5)
    expect(bench.runs.entries.map(run => run.jobId)).toEqual(['p0', 'p1a', 'p1b', 'p2', 'p5'])
  })

  test('one that goes first overtakes all that wait, whatever its priority', async () => {
    await using bench = await openBench(open)
    await bench.queue.add([entry('p0'), entry('p1', { priority: 1 }), entry('again', { priority: 7, first: true })])
    await bench.work()
    await bench.runs.untilCount(3)
    expect(bench.runs.entries.map(run => run.jobId)).toEqual(['again', 'p0', 'p1'])
  })

  test('what a worker holds is told by its name: running jobs, not those that wait or have ended', async () => {
    await using bench = await openBench(open)
    const gate = createGate()
    await bench.work(gate.run, { queues: { 'scrape-brand': { concurrency: 1 } }, nameWorker: queue => `here-${queue}` })
    await bench.work(gate.run, { queues: { 'export-csv': { concurrency: 1 } }, nameWorker: queue => `there-${queue}` })
    await bench.queue.add([entry('a'), entry('b'), entry('c', { queue: 'export-csv', generation: 3 })])
    await gate.started.untilCount(2)
    expect(await bench.queue.held(new Set(['here-scrape-brand', 'here-export-csv']))).toEqual([{ queue: 'scrape-brand', jobId: 'a', generation: 1 }])
    expect(await bench.queue.held(new Set(['there-export-csv']))).toEqual([{ queue: 'export-csv', jobId: 'c', generation: 3 }])
    // The next one comes to the worker with the end of the one before it.
    gate.open()
    await bench.event('completed', 'b')
    expect(await bench.queue.held(new Set(['here-scrape-brand']))).toEqual([])
  })

  test('a changed priority counts, and changing one that is gone does nothing', async () => {
    await using bench = await openBench(open)
    await bench.queue.add([entry('a', { priority: 3 }), entry('b', { priority: 4 }), entry('c', { priority: 5 })])
    await bench.queue.changePriority(entry('c'), 1)
    await bench.queue.changePriority(entry('nobody'), 1)
    await bench.work()
    await bench.runs.untilCount(3)
    expect(bench.runs.entries.map(run => run.jobId)).toEqual(['c', 'a', 'b'])
  })

  test('states are told for many jobs at once, in the order they were asked for', async () => {
    await using bench = await openBench(open)
    const waiting = Array.from({ length: 520 }, (_, index) => entry(`w${index}`))
    await bench.queue.add([...waiting, entry('d', { delayMs: 60_000 }), entry('p', { priority: 9, queue: 'export-csv' })])
    const refs = [entry('nobody'), ...waiting, entry('d'), entry('p', { queue: 'export-csv' }), entry('w0', { generation: 2 })]
    expect(await bench.queue.states(refs)).toEqual(['unknown', ...waiting.map(() => 'waiting'), 'delayed', 'waiting', 'unknown'])
    expect(await bench.queue.states([])).toEqual([])
  })

  test('a waiting job can be removed, a running one cannot', async () => {
    await using bench = await openBench(open)
    const gate = createGate()
    await bench.work(gate.run)
    await bench.queue.add([entry('running'), entry('waiting')])
    await gate.started.until(() => true)
    expect(await bench.queue.remove(entry('waiting'))).toBe(true)
    expect(await bench.queue.remove(entry('running'))).toBe(false)
    expect(await bench.queue.remove(entry('nobody'))).toBe(true)
    expect(await bench.queue.states([entry('waiting'), entry('running')])).toEqual(['unknown', 'active'])
    gate.open()
    await bench.event('completed', 'running')
    expect(bench.runs.entries).toHaveLength(1)
  })

  test('clean removes finished jobs of the given age only', async () => {
    await using bench = await openBench(open)
    await bench.work(async ({ jobId }) => jobId === 'bad' ? { kind: 'fail', error: new Error('bad') } : { kind: 'done' })
    await bench.queue.add([entry('good'), entry('bad')])
    await bench.event('completed', 'good')
    await bench.event('failed', 'bad')
    expect(await bench.queue.clean('scrape-brand', 'completed', 60_000)).toBe(0)
    expect(await bench.queue.clean('scrape-brand', 'completed', 0)).toBe(1)
    expect(await bench.queue.states([entry('good'), entry('bad')])).toEqual(['unknown', 'failed'])
  })

  test('a job that is not ours fails without running', async () => {
    await using bench = await openBench(open)
    await bench.work()
    await bench.queue.queues[0]!.add('foreign', { rm: '-rf' }, { jobId: 'foreign' })
    await bench.events.until(({ event, id }) => event === 'failed' && id === 'foreign')
    expect(bench.runs.entries).toHaveLength(0)
  })
}
