import type { JobRequest } from '../../server/contract/job.ts'
import type { ServiceWorld } from './service-world.ts'
import { describe, expect, test } from 'vitest'
import { Conflict, NotFound } from '../../server/errors.ts'
import { createServiceWorld } from './service-world.ts'

const exportAll: JobRequest = { type: 'export-csv', data: {} }

async function submit(world: ServiceWorld, count: number, request: JobRequest = exportAll): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n++)
    ids.push((await world.service.submit(request)).job.id)
  return ids
}

describe('many jobs at once', () => {
  test('by id: what is in the wrong state or unknown is skipped with its reason, and once is enough', async () => {
    await using world = await createServiceWorld()
    const [a, b] = await submit(world, 2) as [string, string]
    await world.service.cancel(b)
    const result = await world.service.bulk({ action: 'cancel', ids: [a, b, 'nobody', a] })
    expect(result).toMatchObject({ action: 'cancel', dryRun: false, matched: 3, done: 1, skipped: 2 })
    expect(result.outcomes).toMatchObject([{ id: a, outcome: 'done' }, { id: b, outcome: 'skipped', code: 'conflict' }, { id: 'nobody', outcome: 'skipped', code: 'not-found' }])
    expect(world.told).toContain(`remove ${a}`)
    expect(world.heard.at(-1)).toMatchObject({ kind: 'job', job: { id: a, status: 'cancelled' } })
  })

  test('by filter: more than a chunk, and only what matches', async () => {
    await using world = await createServiceWorld()
    const ids = await submit(world, 120)
    await submit(world, 1, { type: 'scrape-product-details', data: { brandId: world.brand.id } })
    const result = await world.service.bulk({ action: 'cancel', filter: { type: 'export-csv', status: ['pending'] } })
    expect([result.matched, result.done]).toEqual([120, 120])
    expect(new Set(result.outcomes.map(outcome => outcome.id))).toEqual(new Set(ids))
    expect((await world.jobs.list({ limit: 5, status: ['pending'] })).items.map(job => job.type)).toEqual(['scrape-product-details'])
  })

  test('a dry run says the same and changes nothing', async () => {
    await using world = await createServiceWorld()
    const [a, b] = await submit(world, 2) as [string, string]
    await world.service.cancel(b)
    const heard = world.heard.length
    const dry = await world.service.bulk({ action: 'cancel', ids: [a, b], dryRun: true })
    expect(world.heard).toHaveLength(heard)
    expect(await world.jobs.get(a)).toMatchObject({ status: 'pending', version: 1 })
    expect({ ...await world.service.bulk({ action: 'cancel', ids: [a, b] }), dryRun: true }).toEqual(dry)
  })

  test('retry with another priority and later', async () => {
    await using world = await createServiceWorld()
    const ids = await submit(world, 3)
    await world.service.bulk({ action: 'cancel', ids })
    expect(await world.service.bulk({ action: 'retry', ids, priority: 9, delayMs: 60_000 })).toMatchObject({ done: 3 })
    expect((await world.jobs.list({ limit: 5 })).items).toMatchObject(ids.map(() => ({ status: 'delayed', priority: 9, runAt: new Date(world.clock.now() + 60_000).toISOString() })))
    expect(await world.service.bulk({ action: 'promote', ids })).toMatchObject({ done: 3 })
    expect((await world.jobs.list({ limit: 5, status: ['pending'] })).items).toHaveLength(3)
  })

  test('a refusal half-way through leaves nothing of itself, and the others are done', async () => {
    await using world = await createServiceWorld()
    const scrape: JobRequest = { type: 'scrape-brand', data: { brandId: world.brand.id } }
    const [old] = await submit(world, 1, scrape) as [string]
    await world.service.cancel(old)
    await submit(world, 1, scrape)
    const [other] = await submit(world, 1) as [string]
    await world.service.cancel(other)
    // The retry of the old one is refused only after its row was changed: another open job has its key.
    const result = await world.service.bulk({ action: 'retry', ids: [old, other] })
    expect(result.outcomes).toMatchObject([{ outcome: 'skipped', code: 'conflict' }, { outcome: 'done' }])
    expect(await world.jobs.get(old)).toMatchObject({ status: 'cancelled' })
    expect(await world.jobs.get(other)).toMatchObject({ status: 'pending' })
  })

  test('deleting takes ended jobs only', async () => {
    await using world = await createServiceWorld()
    const [ended, open] = await submit(world, 2) as [string, string]
    await world.service.cancel(ended)
    expect(await world.service.bulk({ action: 'delete', filter: {} })).toMatchObject({ matched: 2, done: 1 })
    await expect(world.jobs.get(ended)).rejects.toThrow(NotFound)
    expect(await world.jobs.get(open)).toMatchObject({ status: 'pending' })
    expect(world.heard.at(-1)).toEqual({ kind: 'job-removed', id: ended })
  })

  test('while the queue store is away, it is asked once, not for each job', async () => {
    await using world = await createServiceWorld()
    const ids = await submit(world, 10)
    world.state.queueAway = true
    expect(await world.service.bulk({ action: 'cancel', ids })).toMatchObject({ done: 10 })
    expect(world.state.asked).toBe(1)
  })
})

describe('one job', () => {
  test('is retried with another priority, later', async () => {
    await using world = await createServiceWorld()
    const [id] = await submit(world, 1) as [string]
    await world.service.cancel(id)
    expect(await world.service.retry(id, { priority: 3, delayMs: 1000 })).toMatchObject({ status: 'delayed', priority: 3, runAt: new Date(world.clock.now() + 1000).toISOString() })
  })

  test('of a flow: the delay is for what runs first, the priority for all', async () => {
    await using world = await createServiceWorld()
    const root = await world.service.submitFlow({ preset: 'refresh-and-export', brandId: world.brand.id })
    await world.service.cancel(root.id)
    await world.service.retry(root.id, { priority: 4, delayMs: 1000 })
    expect((await world.service.flow(root.id)).map(job => [job.status, job.priority])).toEqual([['delayed', 4], ['pending', 4], ['pending', 4]])
  })

  test('gets another priority while it waits, in the queue too, and not once it runs', async () => {
    await using world = await createServiceWorld()
    const [id] = await submit(world, 1) as [string]
    expect(await world.service.update(id, { priority: 5 })).toMatchObject({ priority: 5, version: 2 })
    expect(world.told).toEqual([`priority 5 ${id}`])
    await world.jobs.claim({ jobId: id, generation: 1, worker: 'w', now: new Date(world.clock.now()) })
    await expect(world.service.update(id, { priority: 6 })).rejects.toThrow(Conflict)
    await expect(world.service.update('nobody', { priority: 6 })).rejects.toThrow(NotFound)
  })
})
