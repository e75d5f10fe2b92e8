import type { QueueState } from '../../server/queue/ports.ts'
import { expect, test } from 'vitest'
import { Superseded } from '../../server/errors.ts'
import { createStuckJobs } from '../../server/jobs/stuck-jobs.ts'
import { silentLog } from '../support/log.ts'
import { createServiceWorld } from './service-world.ts'

/** An active job, and what the queue says of it. */
async function createStuckWorld(state: QueueState) {
  const world = await createServiceWorld()
  const stuck = createStuckJobs({ ...world, queue: { states: async refs => refs.map(() => state) }, log: silentLog })
  const { job } = await world.service.submit({ type: 'export-csv', data: {} })
  const now = () => new Date(world.clock.now())
  const claim = await world.jobs.claim({ jobId: job.id, generation: 1, worker: 'w1', now: now() })
  if (claim.kind !== 'claimed')
    throw new Error(claim.kind)
  return { ...world, stuck, id: job.id, fence: claim.fence, now, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('a run that shows that it is alive is left alone', async () => {
  await using world = await createStuckWorld('active')
  world.clock.advance(39_000)
  await world.jobs.beat(world.fence, { now: world.now() })
  world.clock.advance(39_000)
  expect(await world.stuck.release()).toBe(0)
  expect(await world.jobs.get(world.id)).toMatchObject({ status: 'active' })
})

test('a silent one that the queue believes in is dispatched anew, and its run is fenced off', async () => {
  await using world = await createStuckWorld('active')
  world.clock.advance(61_000)
  expect(await world.stuck.count()).toBe(1)
  expect(await world.stuck.release()).toBe(1)
  expect(await world.stuck.count()).toBe(0)
  expect(await world.jobs.get(world.id)).toMatchObject({ status: 'pending' })
  expect(await world.jobs.takeUndispatched(5, world.now())).toMatchObject([{ entry: { jobId: world.id, generation: 2 } }])
  await expect(world.jobs.beat(world.fence, { now: world.now() })).rejects.toThrow(Superseded)
  expect((await world.jobs.timeline(world.id, { limit: 1 })).items[0]).toMatchObject({ kind: 'stalled', message: expect.stringContaining('w1') as string })
  expect(world.heard.at(-1)).toMatchObject({ kind: 'job', job: { id: world.id, status: 'pending' } })
})

test('one that waits at the queue already is told so, under its own generation', async () => {
  await using world = await createStuckWorld('waiting')
  world.clock.advance(61_000)
  expect(await world.stuck.release()).toBe(1)
  expect(await world.jobs.takeUndispatched(5, world.now())).toEqual([])
  expect(await world.jobs.claim({ jobId: world.id, generation: 1, worker: 'w2', now: world.now() })).toMatchObject({ kind: 'claimed', restarted: false })
})

test.each(['unknown', 'completed', 'failed'] as const)('one that the queue calls %s is left to the reconciler', async (state) => {
  await using world = await createStuckWorld(state)
  world.clock.advance(61_000)
  expect(await world.stuck.release()).toBe(0)
  expect(await world.jobs.get(world.id)).toMatchObject({ status: 'active' })
})

test('one that comes back to life meanwhile keeps its run', async () => {
  await using world = await createStuckWorld('active')
  world.clock.advance(61_000)
  const before = world.now()
  const refs = await world.jobs.silent(before, 5)
  world.clock.advance(1)
  await world.jobs.beat(world.fence, { now: world.now() })
  expect(await world.jobs.unstick(refs.map(ref => ({ ref, state: 'active' })), before, world.now())).toEqual([])
})

test('what waits for it in a flow is dispatched anew with it, and dashboards hear of both', async () => {
  await using world = await createStuckWorld('active')
  const root = await world.service.submitFlow({ type: 'export-csv', data: {}, children: [{ type: 'export-csv', data: {} }] })
  const [child] = await world.service.flow(root.id)
  const tree = (await world.jobs.takeUndispatched(5, world.now())).find(each => each.entry.jobId === root.id)!
  await world.jobs.markDispatched([tree.entry, tree.children[0]!.entry], world.now())
  await world.jobs.claim({ jobId: child!.id, generation: 1, worker: 'w1', now: world.now() })
  world.clock.advance(61_000)
  expect(await world.stuck.release()).toBe(3)
  expect((await world.jobs.takeUndispatched(5, world.now())).find(each => each.entry.jobId === root.id)).toMatchObject({ entry: { generation: 2 }, children: [{ entry: { jobId: child!.id, generation: 2 } }] })
  expect(world.heard.slice(-3).map(event => event.kind === 'job' && event.job.id)).toContain(root.id)
})
