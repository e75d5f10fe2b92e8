import type { OnceOnly } from '../../server/jobs/ports.ts'
import { expect, test, vi } from 'vitest'
import { idempotencyKeptMs } from '../../server/contract/idempotency.ts'
import { InvalidInput } from '../../server/errors.ts'
import { createServiceWorld } from './service-world.ts'

const once = (hash = 'h', key = 'k') => ({ key, hash, onReplay: vi.fn<OnceOnly['onReplay']>() })

test('a request sent again with its key makes no second job and gets the same answer', async () => {
  await using world = await createServiceWorld()
  const first = await world.service.submit({ type: 'export-csv', data: {} }, once())
  await world.jobs.requestCancel(first.job.id, new Date(world.clock.now()))
  const again = once()
  expect(await world.service.submit({ type: 'export-csv', data: {} }, again)).toEqual(first)
  expect(again.onReplay).toHaveBeenCalledOnce()
  expect((await world.jobs.list({ limit: 10 })).items).toHaveLength(1)
  expect(world.state.kicks).toBe(1)
})

test('twenty at once make one job, and all are answered with it', async () => {
  await using world = await createServiceWorld()
  const answers = await Promise.all(Array.from({ length: 20 }, () => world.service.submit({ type: 'export-csv', data: {} }, once())))
  expect(new Set(answers.map(answer => answer.job.id)).size).toBe(1)
  expect((await world.jobs.list({ limit: 50 })).items).toHaveLength(1)
})

test('a flow is written once too', async () => {
  await using world = await createServiceWorld()
  const request = { brandId: world.brand.id, refresh: true }
  const first = await world.service.submitExportFlow(request, once())
  expect(await world.service.submitExportFlow(request, once())).toEqual(first)
  expect((await world.jobs.list({ limit: 50 })).items).toHaveLength(3)
})

test('the key of another request is refused, and nothing is written', async () => {
  await using world = await createServiceWorld()
  await world.service.submit({ type: 'export-csv', data: {} }, once())
  await expect(world.service.submit({ type: 'export-csv', data: {} }, once('other'))).rejects.toThrow(InvalidInput)
  expect((await world.jobs.list({ limit: 10 })).items).toHaveLength(1)
})

test('a request that was refused is not remembered', async () => {
  await using world = await createServiceWorld()
  const request = { type: 'scrape-brand', data: { brandId: 'nobody' } } as const
  await expect(world.service.submit(request, once())).rejects.toThrow(InvalidInput)
  await expect(world.service.submit(request, once('other'))).rejects.toThrow(/there is no brand/)
})

test('an answer outlives what it was about', async () => {
  await using world = await createServiceWorld()
  const request = { type: 'scrape-brand', data: { brandId: world.brand.id } } as const
  const first = await world.service.submit(request, once())
  await world.service.cancel(first.job.id)
  await world.brands.remove(world.brand.id)
  expect(await world.service.submit(request, once())).toEqual(first)
})

test('after a day the key is free again', async () => {
  await using world = await createServiceWorld()
  const first = await world.service.submit({ type: 'export-csv', data: {} }, once())
  world.clock.advance(idempotencyKeptMs)
  const second = await world.service.submit({ type: 'export-csv', data: {} }, once('other'))
  expect(second.job.id).not.toBe(first.job.id)
  expect((await world.service.submit({ type: 'export-csv', data: {} }, once('other'))).job.id).toBe(second.job.id)
})

test('what was not committed is not remembered either', async () => {
  await using world = await createServiceWorld()
  // The foreign key fails the insertion itself, after the key was looked up.
  const broken = { type: 'export-csv', data: {}, brandId: 'nobody', priority: 0, tags: [], maxAttempts: 1, runAt: null, onChildFailure: 'fail', children: [] } as const
  await expect(world.jobs.insert({ ...broken, children: [] }, new Date(), once())).rejects.toThrow()
  expect(await world.jobs.recall(once(), new Date())).toBeUndefined()
})
