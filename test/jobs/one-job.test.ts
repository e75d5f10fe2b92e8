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
