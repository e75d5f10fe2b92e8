import type { QueueDrain, QueueName } from '../../server/contract/queue.ts'
import { expect, test } from 'vitest'
import { createQueueService } from '../../server/jobs/queue-service.ts'
import { createQueueSettingStore } from '../../server/store/queue-setting-store.ts'
import { silentLog } from '../support/log.ts'
import { createServiceWorld } from './service-world.ts'

async function createDrainWorld() {
  const world = await createServiceWorld()
  const queues = createQueueService({
    ...world,
    queue: { pause: async () => {}, resume: async () => {}, status: async () => ({ paused: false, workers: 1 }), limit: async () => {}, limitConcurrency: async () => {} },
    settings: createQueueSettingStore(world.database),
    log: silentLog,
    concurrency: world.attempts,
  })
  return { ...world, queues, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

async function drain(world: Awaited<ReturnType<typeof createDrainWorld>>, name: QueueName, expected: number, options: QueueDrain = {}): Promise<void> {
  const { id } = await world.queues.drain(name, options)
  await world.workOff()
  expect(await world.operations.get(id)).toMatchObject({ status: 'completed', matched: expected, done: expected })
}

test('every waiting job of the queue is cancelled, of other queues and active ones none', async () => {
  await using world = await createDrainWorld()
  const waiting: string[] = []
  for (let n = 0; n < 5; n++)
    waiting.push((await world.service.submit({ type: 'export-csv', data: {} })).job.id)
  const active = waiting.pop()!
  await world.jobs.claim({ jobId: active, generation: 1, worker: 'w', now: new Date(world.clock.now()) })
  const delayed = (await world.service.submit({ type: 'export-csv', data: {}, delayMs: 5000 })).job.id
  const other = (await world.service.submit({ type: 'scrape-brand', data: { brandId: world.brand.id } })).job.id

  await drain(world, 'export-csv', 4)
  for (const id of waiting)
    expect(await world.jobs.get(id)).toMatchObject({ status: 'cancelled', completedAt: new Date(world.clock.now()).toISOString(), version: 2 })
  expect((await world.jobs.timeline(waiting[0]!, { limit: 1 })).items[0]).toMatchObject({ kind: 'cancelled' })
  expect([await world.jobs.get(active), await world.jobs.get(delayed), await world.jobs.get(other)].map(job => job.status)).toEqual(['active', 'delayed', 'pending'])
  expect(world.told.toSorted()).toEqual(waiting.map(id => `remove ${id}`).toSorted())
  await drain(world, 'export-csv', 1, { delayed: true })
})

test('a scrape of a brand that was drained makes room for the next', async () => {
  await using world = await createDrainWorld()
  const request = { type: 'scrape-brand', data: { brandId: world.brand.id } } as const
  await world.service.submit(request)
  await drain(world, 'scrape-brand', 1)
  expect((await world.service.submit(request)).created).toBe(true)
})

test('a flow ends whole, and can be retried whole', async () => {
  await using world = await createDrainWorld()
  const root = await world.service.submitFlow({ preset: 'refresh-and-export', brandId: world.brand.id })
  await drain(world, 'scrape-product-details', 1)
  await world.service.retry(root.id)
  expect((await world.service.flow(root.id)).map(job => job.status)).toEqual(['pending', 'pending', 'pending'])
})

test('more than a chunk', async () => {
  await using world = await createDrainWorld()
  const now = new Date(world.clock.now())
  await world.database.write(async tx => void await tx.job.createMany({ data: Array.from({ length: 1001 }, (_, n) => ({ id: `j${n}`, type: 'export-csv', status: 'pending', data: '{}', maxAttempts: 1, createdAt: now, updatedAt: now })) }))
  await drain(world, 'export-csv', 1001)
})
