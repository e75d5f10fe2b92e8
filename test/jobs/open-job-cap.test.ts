import type { AppError } from '../../server/errors.ts'
import { expect, test } from 'vitest'
import { createServiceWorld } from './service-world.ts'

const full = (error: unknown) => (error as AppError).code === 'too-many-requests' && (error as AppError).retryAfterMs === 30_000

test('beyond so many open jobs of a type no more are taken, until some have ended', async () => {
  await using world = await createServiceWorld({ mostOpen: 3 })
  const { job } = await world.service.submit({ type: 'export-csv', data: {} })
  await world.service.submit({ type: 'export-csv', data: {} })
  await world.service.submit({ type: 'export-csv', data: {}, delayMs: 1000 })
  await expect(world.service.submit({ type: 'export-csv', data: {} })).rejects.toSatisfy(full)
  await world.service.submit({ type: 'scrape-product-details', data: { brandId: world.brand.id } })
  await world.service.cancel(job.id)
  world.clock.advance(1000)
  await world.service.submit({ type: 'export-csv', data: {} })
  await expect(world.service.submit({ type: 'export-csv', data: {} })).rejects.toSatisfy(full)
})

test('a flow is taken whole or not at all', async () => {
  await using world = await createServiceWorld({ mostOpen: 3 })
  const leaf = { type: 'export-csv', data: {} } as const
  await expect(world.service.submitFlow({ ...leaf, children: [leaf, leaf, leaf] })).rejects.toSatisfy(full)
  expect((await world.jobs.list({ limit: 5 })).items).toEqual([])
  await world.service.submitFlow({ ...leaf, children: [leaf, leaf] })
})

test('an answer that was given before is given again, also when there is no room', async () => {
  await using world = await createServiceWorld({ mostOpen: 1 })
  const once = { key: 'k', hash: 'h', onReplay: () => {} }
  const first = await world.service.submit({ type: 'export-csv', data: {} }, once)
  expect(await world.service.submit({ type: 'export-csv', data: {} }, once)).toEqual(first)
})
