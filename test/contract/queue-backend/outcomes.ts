import type { Run, RunOutcome } from '../../../server/queue/ports.ts'
import type { OpenStore } from './bench.ts'
import { expect, test } from 'vitest'
import { RunAborted } from '../../../server/errors.ts'
import { listenForHints } from '../../../server/queue/events.ts'
import { createJournal } from '../../support/journal.ts'
import { createGate, entry, openBench } from './bench.ts'

/** What a run answers, and what it hears and tells meanwhile. */
export function describeOutcomes(open: OpenStore): void {
  /** Answers with each outcome in turn, then with done. */
  function inTurn(...outcomes: RunOutcome[]): () => Promise<RunOutcome> {
    return async () => outcomes.shift() ?? { kind: 'done' }
  }

  test('a retry comes after the delay that the run asked for', async () => {
    await using bench = await openBench(open)
    await bench.work(inTurn({ kind: 'retry', delayMs: 300, error: new Error('busy') }))
    await bench.queue.add([entry('a')])
    await bench.event('completed', 'a')
    const [first, second, ...more] = bench.runs.entries
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(299)
    expect(more).toEqual([])
  })

  test('a retry at once is possible, and each asked-for delay is its own', async () => {
    await using bench = await openBench(open)
    const error = new Error('busy')
    await bench.work(inTurn({ kind: 'retry', delayMs: 0, error }, { kind: 'retry', delayMs: 200, error }))
    await bench.queue.add([entry('a', { attempts: 5 })])
    await bench.event('completed', 'a')
    const [first, second, third] = bench.runs.entries.map(run => run.at)
    expect(second! - first!).toBeLessThan(2_000) // the fallback for runs without a delay of their own
    expect(third! - second!).toBeGreaterThanOrEqual(199)
  })

  test('a retry is granted when the attempts of the queue are used up: the row decides', async () => {
    await using bench = await openBench(open)
    const error = new Error('busy')
    await bench.work(inTurn({ kind: 'retry', delayMs: 1, error }, { kind: 'retry', delayMs: 0, error }))
    await bench.queue.add([entry('a', { attempts: 1 })])
    await bench.event('completed', 'a')
    expect(bench.runs.entries).toHaveLength(3)
  })

  test('a failed run is not tried again', async () => {
    await using bench = await openBench(open)
    const failures = createJournal<unknown>()
    await bench.work(inTurn({ kind: 'fail', error: new Error('no such brand') }), { onQueueFailure: async failure => failures.add(failure) })
    await bench.queue.add([entry('a', { attempts: 5 })])
    await bench.event('failed', 'a')
    expect(await bench.queue.states([entry('a')])).toEqual(['failed'])
    expect(await bench.queue.failure(entry('a'))).toMatchObject({ kind: 'other', message: 'no such brand' })
    expect(bench.runs.entries).toHaveLength(1)
    expect(failures.entries).toEqual([]) // the run knows, nobody needs telling
  })

  test('failure is null for jobs that have not failed', async () => {
    await using bench = await openBench(open)
    await bench.queue.add([entry('a')])
    expect(await bench.queue.failure(entry('a'))).toBeNull()
    expect(await bench.queue.failure(entry('nobody'))).toBeNull()
  })

  test('a run that throws is tried again, not lost', async () => {
    await using bench = await openBench(open)
    await bench.work(async () => {
      throw new TypeError('bug')
    })
    await bench.queue.add([entry('a')])
    await bench.event('delayed', 'a')
    expect(await bench.queue.states([entry('a')])).toEqual(['delayed'])
  })

  test('a requeued job runs again without using up an attempt', async () => {
    await using bench = await openBench(open)
    await bench.work(inTurn({ kind: 'requeue' }, { kind: 'requeue', delayMs: 200 }))
    await bench.queue.add([entry('a', { attempts: 1 })])
    await bench.event('completed', 'a')
    const [, second, third] = bench.runs.entries.map(run => run.at)
    expect(third! - second!).toBeGreaterThanOrEqual(199)
    const job = await bench.queue.queues[0]!.getJob('a-g1')
    expect(job?.attemptsMade).toBe(1)
  })

  test('hints of a run reach those who listen, and its log lines the queue', async () => {
    await using bench = await openBench(open)
    const hints = createJournal<string>()
    await listenForHints({ backend: bench.backend, queues: ['scrape-brand'], onHint: id => hints.add(id) }).ready
    await bench.work(async (run) => {
      run.log('page 1')
      run.log('page 2')
      run.hint(10)
      run.hint(20)
      run.hint(30)
      return { kind: 'done' }
    })
    await bench.queue.add([entry('warm-up'), entry('a')])
    await bench.event('completed', 'a')
    await hints.until(id => id === 'a')
    const { logs } = await bench.queue.queues[0]!.getJobLogs('a-g1')
    expect(logs).toEqual(['page 1', 'page 2'])
    expect(bench.events.entries.filter(({ event, id }) => event === 'progress' && id === 'a-g1').length).toBeLessThanOrEqual(3)
    expect((await bench.queue.queues[0]!.getJob('a-g1'))?.progress).toBe(30)
  })

  test('cancel aborts the signal of the running job and of no other', async () => {
    await using bench = await openBench(open)
    const gate = createGate()
    const aborted = createJournal<{ run: Run, reason: unknown }>()
    await bench.work(async (run) => {
      run.signal.addEventListener('abort', () => aborted.add({ run, reason: run.signal.reason }))
      await gate.run(run)
      return { kind: 'done' }
    }, { concurrency: 2 })
    await bench.queue.add([entry('a'), entry('b')])
    await gate.started.untilCount(2)
    await bench.queue.cancel(entry('a', { generation: 2 }))
    await bench.queue.cancel(entry('nobody'))
    await bench.queue.cancel(entry('a'))
    const { run, reason } = await aborted.until(() => true)
    expect(run.jobId).toBe('a')
    expect(reason).toBeInstanceOf(RunAborted)
    expect((reason as RunAborted).why).toBe('cancel')
    await bench.event('completed', 'a')
    gate.open()
    await bench.event('completed', 'b')
    expect(aborted.entries).toHaveLength(1)
  })

  test('a run whose job the queue has lost is aborted, and its outcome ignored', async () => {
    await using bench = await openBench(open)
    const gate = createGate()
    await bench.work(gate.run, { timing: { lockMs: 400 } })
    await bench.queue.add([entry('a')])
    const run = await gate.started.until(() => true)
    const aborted = createJournal<unknown>()
    run.signal.addEventListener('abort', () => aborted.add(run.signal.reason))
    await bench.queue.queues[0]!.obliterate({ force: true })
    expect(await aborted.until(() => true)).toMatchObject({ why: 'lock-lost' })
    await bench.queue.resume('scrape-brand')
    await bench.queue.add([entry('b')])
    await gate.started.until(({ jobId }) => jobId === 'b') // the worker goes on
    gate.open()
  })
}
