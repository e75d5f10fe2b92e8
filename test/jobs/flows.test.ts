import type { FlowRequest } from '../../server/contract/flow.ts'
import { expect, test } from 'vitest'
import { InvalidInput } from '../../server/errors.ts'
import { aLine } from '../support/told.ts'
import { createServiceWorld } from './service-world.ts'

test('a tree is written whole, with its priorities, delays and policies, and dispatched as one', async () => {
  await using world = await createServiceWorld()
  const { id: brandId } = world.brand
  const root = await world.service.submitFlow({
    type: 'export-csv',
    data: { brandId },
    priority: 7,
    children: [
      { type: 'scrape-product-details', data: { brandId }, onFailure: 'ignore', children: [{ type: 'scrape-brand', data: { brandId }, delayMs: 60_000 }] },
      { type: 'export-csv', data: {} },
    ],
  })
  expect(root).toMatchObject({ type: 'export-csv', status: 'pending', priority: 7, flowId: root.id, parentId: null, maxAttempts: 1 })
  const members = await world.service.flow(root.id)
  expect(members.map(job => [job.type, job.status])).toEqual([['scrape-brand', 'delayed'], ['scrape-product-details', 'pending'], ['export-csv', 'pending'], ['export-csv', 'pending']])
  const [tree, ...others] = await world.jobs.takeUndispatched(10, new Date(world.clock.now()))
  expect(others).toEqual([])
  expect(tree).toMatchObject({ entry: { jobId: root.id, priority: 7 }, children: [{ onChildFailure: 'ignore', children: [{ entry: { delayMs: 60_000 } }] }, { onChildFailure: 'fail', children: [] }] })
  expect(world.heard.filter(event => event.kind === 'job')).toHaveLength(4)
  expect(world.state.kicks).toBe(1)
})

test('"refresh and export" is three jobs in a row', async () => {
  await using world = await createServiceWorld()
  const root = await world.service.submitFlow({ preset: 'refresh-and-export', brandId: world.brand.id, filename: 'all', maxProducts: 9, priority: 2, tags: ['nightly', 'nightly'] })
  const members = await Promise.all((await world.service.flow(root.id)).map(job => world.jobs.get(job.id)))
  expect(members.map(job => [job.type, job.data, job.priority])).toEqual([
    ['scrape-brand', { brandId: world.brand.id, maxProducts: 9 }, 2],
    ['scrape-product-details', { brandId: world.brand.id }, 2],
    ['export-csv', { brandId: world.brand.id, filename: 'all' }, 2],
  ])
  expect(members.map(job => job.tags)).toEqual([['nightly'], ['nightly'], ['nightly']])
  expect(members.map(job => job.parentId)).toEqual([members[1]!.id, members[2]!.id, null])
})

test.each<[string, FlowRequest, string]>([
  ['a brand that does not exist', { type: 'export-csv', data: {}, children: [{ type: 'scrape-brand', data: { brandId: 'nobody' } }] }, 'children.0.data.brandId'],
  ['a preset for a brand that does not exist', { preset: 'refresh-and-export', brandId: 'nobody' }, 'brandId'],
  ['a file name of which nothing is left', { type: 'export-csv', data: {}, children: [{ type: 'export-csv', data: { filename: '../..' } }] }, 'children.0.data.filename'],
])('%s is refused by name, and nothing is written', async (_, request, path) => {
  await using world = await createServiceWorld()
  await expect(world.service.submitFlow(request)).rejects.toSatisfy(error => error instanceof InvalidInput && error.errors[0]?.path === path)
  expect((await world.jobs.list({ limit: 5 })).items).toEqual([])
})

test('a job whose failure is ignored does not fail the one that waits for it', async () => {
  await using world = await createServiceWorld()
  const root = await world.service.submitFlow({ type: 'export-csv', data: {}, children: [{ type: 'export-csv', data: {}, onFailure: 'ignore' }] })
  const [child] = await world.service.flow(root.id)
  const now = new Date(world.clock.now())
  const claim = await world.jobs.claim({ jobId: child!.id, generation: 1, worker: 'w', now })
  if (claim.kind !== 'claimed')
    throw new Error(claim.kind)
  await world.jobs.finish(claim.fence, () => ({ status: 'failed', now, told: aLine, error: { code: 'internal', message: 'no', retryable: false } }))
  expect(await world.jobs.claim({ jobId: root.id, generation: 1, worker: 'w', now })).toMatchObject({ kind: 'claimed' })
})
