import type { OpenStore } from './bench.ts'
import { expect, test } from 'vitest'
import { createJournal } from '../../support/journal.ts'
import { createGate, entry, openBench, tree } from './bench.ts'

/** Jobs that wait for others. */
export function describeTrees(open: OpenStore): void {
  const parent = { queue: 'export-csv' as const }

  test('a parent runs after all its children, over three levels', async () => {
    await using bench = await openBench(open)
    await bench.queue.addTree(tree('export', [tree('details', [tree('brand')], { queue: 'scrape-product-details' }), tree('other')], parent))
    expect(await bench.queue.states([entry('export', parent)])).toEqual(['waiting-children'])
    await bench.work()
    await bench.event('completed', 'export')
    const order = bench.runs.entries.map(run => run.jobId)
    expect(order.toSorted()).toEqual(['brand', 'details', 'export', 'other'])
    expect(order.indexOf('brand')).toBeLessThan(order.indexOf('details'))
    expect(order.at(-1)).toBe('export')
  })

  test('children of one parent run side by side', async () => {
    await using bench = await openBench(open)
    const gate = createGate()
    await bench.work(gate.run, { concurrency: 3 })
    await bench.queue.addTree(tree('p', [tree('a'), tree('b'), tree('c')], parent))
    await gate.started.untilCount(3)
    gate.open()
    await bench.event('completed', 'p')
  })

  test('a tree of one is a plain job', async () => {
    await using bench = await openBench(open)
    await bench.work()
    await bench.queue.addTree(tree('alone'))
    await bench.event('completed', 'alone')
  })

  test('a failed child fails its parent, which never runs, and that is told', async () => {
    await using bench = await openBench(open)
    const failures = createJournal<unknown>()
    await bench.work(async ({ jobId }) => jobId === 'bad' ? { kind: 'fail', error: new Error('bad') } : { kind: 'done' }, { onQueueFailure: async failure => failures.add(failure) })
    await bench.queue.addTree(tree('top', [tree('p', [tree('bad'), tree('good')], { queue: 'scrape-product-details' })], parent))
    await bench.event('failed', 'top')
    await failures.untilCount(2)
    expect(failures.entries).toMatchObject([
      { ref: { queue: 'scrape-product-details', jobId: 'p', generation: 1 }, kind: 'dependency', childJobId: 'bad' },
      { ref: { queue: 'export-csv', jobId: 'top', generation: 1 }, kind: 'dependency', childJobId: 'p' },
    ])
    expect(await bench.queue.failure(entry('top', parent))).toMatchObject({ kind: 'dependency', childJobId: 'p' })
    expect(bench.runs.entries.map(run => run.jobId)).not.toContain('p')
    expect(bench.runs.entries.map(run => run.jobId)).not.toContain('top')
  })

  test('a parent that ignores failed children runs once all have ended', async () => {
    await using bench = await openBench(open)
    await bench.work(async ({ jobId }) => jobId === 'bad' ? { kind: 'fail', error: new Error('bad') } : { kind: 'done' })
    await bench.queue.addTree(tree('p', [tree('bad'), tree('good')], { ...parent, onChildFailure: 'ignore' }))
    await bench.event('completed', 'p')
    expect(bench.runs.entries.map(run => run.jobId).toSorted()).toEqual(['bad', 'good', 'p'])
  })

  test('a retried child keeps its parent waiting', async () => {
    await using bench = await openBench(open)
    let runs = 0
    await bench.work(async ({ jobId }) => jobId === 'child' && ++runs === 1 ? { kind: 'retry', delayMs: 100, error: new Error('busy') } : { kind: 'done' })
    await bench.queue.addTree(tree('p', [tree('child')], parent))
    await bench.event('completed', 'p')
    expect(bench.runs.entries.map(run => run.jobId)).toEqual(['child', 'child', 'p'])
  })

  test('adding a known tree again runs nothing twice', async () => {
    await using bench = await openBench(open)
    const gate = createGate()
    await bench.work(gate.run)
    const family = tree('p', [tree('a'), tree('b')], parent)
    await bench.queue.addTree(family)
    await gate.started.until(() => true)
    await bench.queue.addTree(family)
    gate.open()
    await bench.event('completed', 'p')
    await bench.queue.addTree(family)
    await bench.queue.add([entry('after', parent)])
    await bench.event('completed', 'after')
    expect(bench.runs.entries.map(run => run.jobId).toSorted()).toEqual(['a', 'after', 'b', 'p'])
  })

  test('a tree sent again after its parent was lost still waits for the child that is running', async () => {
    await using bench = await openBench(open)
    const gate = createGate()
    await bench.work(gate.run)
    const family = tree('p', [tree('child')], parent)
    await bench.queue.addTree(family)
    await gate.started.until(() => true)
    await bench.queue.remove(entry('p', parent))
    expect(await bench.queue.states([entry('p', parent), entry('child')])).toEqual(['unknown', 'active'])
    await bench.queue.addTree(family)
    expect(await bench.queue.states([entry('p', parent)])).toEqual(['waiting-children'])
    gate.open()
    await bench.event('completed', 'p')
    expect(bench.runs.entries.map(run => run.jobId)).toEqual(['child', 'p'])
  })

  test('a removed child no longer holds up its parent', async () => {
    await using bench = await openBench(open)
    await bench.queue.addTree(tree('p', [tree('a'), tree('b', [], { delayMs: 3_600_000 })], parent))
    await bench.work()
    await bench.event('completed', 'a')
    expect(await bench.queue.remove(entry('b'))).toBe(true)
    await bench.event('completed', 'p')
  })

  test('removing a parent leaves its children to run', async () => {
    await using bench = await openBench(open)
    await bench.queue.addTree(tree('p', [tree('child')], parent))
    expect(await bench.queue.remove(entry('p', parent))).toBe(true)
    await bench.work()
    await bench.event('completed', 'child')
    expect(await bench.queue.states([entry('p', parent)])).toEqual(['unknown'])
  })
}
