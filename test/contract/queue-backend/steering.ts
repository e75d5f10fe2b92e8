import type { OpenStore } from './bench.ts'
import { expect, test } from 'vitest'
import { InvalidInput } from '../../../server/errors.ts'
import { createJournal } from '../../support/journal.ts'
import { entry, openBench } from './bench.ts'

/** Pause, limits and schedules. */
export function describeSteering(open: OpenStore): void {
  test('a paused queue takes no job until it is resumed; other queues go on', async () => {
    await using bench = await openBench(open)
    await bench.work()
    await bench.queue.pause('scrape-brand')
    await bench.queue.pause('scrape-brand')
    expect(await bench.queue.status('scrape-brand')).toMatchObject({ paused: true })
    await bench.queue.add([entry('held'), entry('free', { queue: 'export-csv' })])
    await bench.event('completed', 'free')
    expect(await bench.queue.states([entry('held')])).toEqual(['waiting'])
    await bench.queue.resume('scrape-brand')
    await bench.event('completed', 'held')
    expect(await bench.queue.status('scrape-brand')).toMatchObject({ paused: false })
  })

  test('status counts the workers of a queue', async () => {
    await using bench = await openBench(open)
    expect((await bench.queue.status('scrape-brand')).workers).toBe(0)
    const pool = await bench.work()
    await bench.work(undefined, { queues: { 'export-csv': { concurrency: 1 } }, nameWorker: queue => `second-${queue}` })
    expect((await bench.queue.status('scrape-brand')).workers).toBe(1)
    expect((await bench.queue.status('export-csv')).workers).toBe(2)
    await pool.stop(0)
    expect((await bench.queue.status('scrape-brand')).workers).toBe(0)
  })

  test('a rate holds over all workers until it is lifted', async () => {
    await using bench = await openBench(open)
    await bench.queue.limit('scrape-brand', { jobs: 1, perMs: 400 })
    await bench.work(undefined, { concurrency: 5 })
    await bench.work(undefined, { concurrency: 5 })
    await bench.queue.add(Array.from({ length: 4 }, (_, index) => entry(`slow-${index}`)))
    const slow = await bench.runs.untilCount(4)
    expect(slow[3]!.at - slow[0]!.at).toBeGreaterThanOrEqual(1_100)
    await bench.queue.limit('scrape-brand', null)
    const lifted = Date.now()
    await bench.queue.add(Array.from({ length: 50 }, (_, index) => entry(`fast-${index}`)))
    const all = await bench.runs.untilCount(54)
    expect(all[53]!.at - lifted).toBeLessThan(15_000) // 20 s if the limit still held
  })

  test('a queue runs no more jobs at a time than allowed, over all workers, and all of them in the end', async () => {
    await using bench = await openBench(open)
    let running = 0
    let most = 0
    const run = async (): Promise<{ kind: 'done' }> => {
      most = Math.max(most, ++running)
      await new Promise(resolve => setTimeout(resolve, 50))
      running--
      return { kind: 'done' }
    }
    await bench.queue.limitConcurrency('scrape-brand', 2)
    await bench.work(run, { concurrency: 3 })
    await bench.work(run, { concurrency: 3 })
    await bench.queue.add(Array.from({ length: 12 }, (_, index) => entry(`capped-${index}`)))
    await bench.events.untilCount(12, ({ event }) => event === 'completed')
    expect(most).toBe(2)
    await bench.queue.limitConcurrency('scrape-brand', null)
    most = 0
    await bench.queue.add(Array.from({ length: 30 }, (_, index) => entry(`free-${index}`)))
    await bench.events.untilCount(42, ({ event }) => event === 'completed')
    expect(most).toBeGreaterThan(2)
  })

  test('a schedule ticks once per due time however many processes serve it', async () => {
    await using bench = await openBench(open)
    const ticks = createJournal<{ scheduleId: string, dueAt: number }>()
    const onTick = async (tick: { scheduleId: string, dueAt: number }) => ticks.add(tick)
    await bench.work(undefined, { onTick })
    await bench.work(undefined, { onTick })
    await bench.queue.schedules.upsert('each-second', { everyMs: 1_000 })
    await bench.queue.schedules.upsert('each-second', { everyMs: 1_000 })
    await ticks.untilCount(3)
    const due = ticks.entries.map(tick => tick.dueAt)
    expect(new Set(due).size).toBe(due.length)
    expect(ticks.entries.every(tick => tick.scheduleId === 'each-second')).toBe(true)
    expect(due[2]! - due[1]!).toBe(1_000)
    expect(await bench.queue.schedules.remove('each-second')).toBe(true)
    expect(await bench.queue.schedules.remove('each-second')).toBe(false)
    expect(await bench.queue.schedules.list()).toEqual([])
  })

  test('schedules are listed with their timing and next due time, and changed by upsert', async () => {
    await using bench = await openBench(open)
    await bench.queue.schedules.upsert('nightly', { cron: '30 2 * * *', timeZone: 'Europe/Zurich' })
    await bench.queue.schedules.upsert('nightly', { cron: '0 3 * * *', timeZone: 'America/New_York' })
    const [schedule, ...others] = await bench.queue.schedules.list()
    expect(others).toEqual([])
    expect(schedule).toMatchObject({ id: 'nightly', timing: { cron: '0 3 * * *', timeZone: 'America/New_York' } })
    const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/New_York', hour: '2-digit', minute: '2-digit' }).format(schedule!.nextAt!)
    expect(hour).toBe('03:00')
    expect(schedule!.nextAt).toBeGreaterThan(Date.now())
  })

  test('a tick that cannot be handled is delivered again', async () => {
    await using bench = await openBench(open)
    const ticks = createJournal<number>()
    await bench.work(undefined, {
      async onTick({ dueAt }) {
        ticks.add(dueAt)
        if (ticks.entries.length === 1)
          throw new Error('database away')
      },
    })
    await bench.queue.schedules.upsert('often', { everyMs: 3_600_000 })
    const [first, second] = await ticks.untilCount(2)
    expect(second).toBe(first)
  })

  test('bad timing is refused and changes nothing', async () => {
    await using bench = await openBench(open)
    await expect(bench.queue.schedules.upsert('bad', { cron: 'every day', timeZone: 'UTC' })).rejects.toBeInstanceOf(InvalidInput)
    await expect(bench.queue.schedules.upsert('bad', { everyMs: 10 })).rejects.toBeInstanceOf(InvalidInput)
    expect(await bench.queue.schedules.list()).toEqual([])
  })
}
