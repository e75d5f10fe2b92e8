import type { JobRequest } from '../../server/contract/job.ts'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { Conflict, NotFound } from '../../server/errors.ts'
import { exportAll, results, run, submit, writeFailed } from './bulk-world.ts'
import { createServiceWorld } from './service-world.ts'

describe('one action on many jobs', () => {
  test('by id: what is in the wrong state or unknown is skipped with its reason, and once is enough', async () => {
    await using world = await createServiceWorld()
    const [a, b] = await submit(world, 2) as [string, string]
    await world.service.cancel(b)
    const operation = await run(world, { action: 'cancel', ids: [a, b, 'nobody', a] })
    expect(operation).toMatchObject({ status: 'completed', named: 3, matched: 3, processed: 3, done: 1, skipped: 2, failed: 0, undoUntil: null })
    expect(await results(world, operation.id)).toEqual(expect.arrayContaining([
      { jobId: a, job: { type: 'export-csv', status: 'cancelled', brandId: null, brandName: null }, outcome: 'done', code: null, message: null },
      expect.objectContaining({ jobId: b, outcome: 'skipped', code: 'conflict' }),
      expect.objectContaining({ jobId: 'nobody', job: null, outcome: 'skipped', code: 'not-found' }),
    ]))
    expect(world.told).toContain(`remove ${a}`)
  })

  test('by filter: 10,000 failed jobs are retried, with other writers in between, and nothing made later', async () => {
    await using world = await createServiceWorld()
    await writeFailed(world, 10_000)
    const { id, matched } = await world.operations.create({ action: 'retry', filter: { status: ['failed'] }, priority: 3 })
    const [later] = await writeFailed(world, 1) as [string]
    expect(matched).toBe(10_000)
    const work = world.workOff()
    const [meanwhile] = await submit(world, 1) as [string]
    expect((await world.operations.get(id)).status).not.toBe('completed')
    await work
    expect(await world.operations.get(id)).toMatchObject({ status: 'completed', done: 10_000, skipped: 0 })
    expect(await world.jobs.get(later)).toMatchObject({ status: 'failed' })
    expect(await world.jobs.get(meanwhile)).toMatchObject({ status: 'pending', priority: 0 })
    expect((await world.jobs.list({ limit: 2, status: ['failed'] })).items).toHaveLength(1)
    const progress = world.heard.flatMap(event => event.kind === 'bulk-operation' ? [event.operation.processed] : [])
    expect(progress.length).toBeGreaterThan(10)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
  }, 60_000)

  test('the counts of a dry run are exact, soon there, and leave everything as it is', async () => {
    await using world = await createServiceWorld()
    await writeFailed(world, 20_000)
    const [open] = await submit(world, 1) as [string]
    const startedAt = performance.now()
    const preview = await world.operations.preview({ action: 'retry', filter: {} })
    expect(performance.now() - startedAt).toBeLessThan(100)
    expect(preview).toEqual({ action: 'retry', matched: 20_001, eligible: 20_000, skipped: 1, byStatus: { failed: 20_000, pending: 1 } })
    expect(await world.operations.preview({ action: 'delete', ids: [open, 'nobody'] })).toMatchObject({ matched: 2, eligible: 0, skipped: 2 })
    expect((await world.operations.list({ limit: 5 })).items).toEqual([])
  }, 60_000)

  test('a retry with another priority, later', async () => {
    await using world = await createServiceWorld()
    const ids = await submit(world, 3)
    await run(world, { action: 'cancel', ids })
    expect(await run(world, { action: 'retry', ids, priority: 9, delayMs: 60_000 })).toMatchObject({ done: 3 })
    expect((await world.jobs.list({ limit: 5 })).items).toMatchObject(ids.map(() => ({ status: 'delayed', priority: 9, runAt: new Date(world.clock.now() + 60_000).toISOString() })))
  })

  test('another priority, and promotion', async () => {
    await using world = await createServiceWorld()
    const [a] = await submit(world, 1, { ...exportAll, delayMs: 60_000 }) as [string]
    expect(await run(world, { action: 'change-priority', ids: [a], priority: 7 })).toMatchObject({ done: 1 })
    expect(await run(world, { action: 'promote', filter: { status: ['delayed'] } })).toMatchObject({ done: 1 })
    expect(await world.jobs.get(a)).toMatchObject({ status: 'pending', priority: 7 })
    expect(world.told).toEqual([`priority 7 ${a}`, `promote ${a}`])
  })

  test('a scrape of a brand is not retried while another one is open; a flow comes along whole', async () => {
    await using world = await createServiceWorld()
    const scrape: JobRequest = { type: 'scrape-brand', data: { brandId: world.brand.id } }
    const [old] = await submit(world, 1, scrape) as [string]
    await world.service.cancel(old)
    await submit(world, 1, scrape)
    const flow = await world.service.submitFlow({ type: 'export-csv', data: {}, children: [{ type: 'export-csv', data: {} }] })
    await world.service.cancel(flow.id)
    // Refused only after its row was changed: nothing of that stays.
    expect(await run(world, { action: 'retry', ids: [old, flow.id] })).toMatchObject({ done: 1, skipped: 1 })
    expect(await world.jobs.get(old)).toMatchObject({ status: 'cancelled' })
    expect((await world.service.flow(flow.id)).map(job => job.status)).toEqual(['pending', 'pending'])
  })

  test('while the queue store is away, it is asked once for each batch, not for each job', async () => {
    await using world = await createServiceWorld()
    const ids = await submit(world, 10)
    world.state.queueAway = true
    expect(await run(world, { action: 'cancel', ids })).toMatchObject({ done: 10 })
    expect(world.state.asked).toBe(1)
  })

  test('a list is exported as it was', async () => {
    await using world = await createServiceWorld()
    const ids = await submit(world, 3)
    const { id } = await run(world, { action: 'export-list', filter: {} })
    await world.service.cancel(ids[0]!)
    const lines = (await buffer(await world.operations.csv(id))).toString().trimEnd().split('\r\n')
    expect(lines[0]).toMatch(/^id,type,status,brand/)
    expect(lines.slice(1).map(line => line.split(',').slice(0, 3))).toEqual(ids.toReversed().map(job => [job, 'export-csv', 'pending']))
    const { id: other } = await run(world, { action: 'cancel', ids })
    await expect(world.operations.csv(other)).rejects.toThrow(NotFound)
  })
})

describe('an operation', () => {
  test('goes on behind its last batch in another process, and does nothing twice', async () => {
    await using world = await createServiceWorld()
    await writeFailed(world, 1000)
    const { id } = await world.operations.create({ action: 'retry', filter: { status: ['failed'] } })
    const first = world.openBulkRunner('first')
    await first.round()
    const before = await world.operations.get(id)
    expect(before).toMatchObject({ status: 'running', processed: 200 })
    const second = world.openBulkRunner('second')
    await second.round()
    expect(await world.operations.get(id)).toEqual(before)
    world.clock.advance(60_000) // the first one is dead: its lease has run out
    while (await second.round());
    expect(await world.operations.get(id)).toMatchObject({ status: 'completed', processed: 1000, done: 1000 })
    expect(await world.database.read.jobEvent.count({ where: { kind: 'retried' } })).toBe(1000)
  })

  test('can be aborted, and says how far it came', async () => {
    await using world = await createServiceWorld()
    await writeFailed(world, 1000)
    const { id } = await world.operations.create({ action: 'retry', filter: {} })
    await world.bulkRunner.round()
    await world.operations.abort(id)
    await world.workOff()
    expect(await world.operations.get(id)).toMatchObject({ status: 'aborted', done: 200 })
    await expect(world.operations.abort(id)).rejects.toThrow(Conflict)
    await expect(world.operations.abort('nobody')).rejects.toThrow(NotFound)
  })

  test('is in the history, by state', async () => {
    await using world = await createServiceWorld()
    const done = await run(world, { action: 'retry', filter: {} })
    const open = await world.operations.create({ action: 'cancel', filter: {} })
    expect((await world.operations.list({ limit: 1 })).items.map(each => each.id)).toEqual([open.id])
    expect((await world.operations.list({ limit: 5, status: ['completed'] })).items.map(each => each.id)).toEqual([done.id])
  })
})
