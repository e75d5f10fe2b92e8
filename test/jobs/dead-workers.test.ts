import type { QueueRef } from '../../server/queue/ports.ts'
import type { KnownWorker } from '../../server/store/worker-store.ts'
import { expect, test } from 'vitest'
import { Superseded } from '../../server/errors.ts'
import { createDeadWorkers } from '../../server/jobs/dead-workers.ts'
import { createWorkerStore } from '../../server/store/worker-store.ts'
import { newJob } from '../support/jobs.ts'
import { silentLog } from '../support/log.ts'
import { createServiceWorld } from './service-world.ts'

/** Two processes that run jobs; `dead` has the ids of those that are gone, `held` what the queue believes to be with them. */
async function createDeathWorld() {
  const world = await createServiceWorld()
  const workers = createWorkerStore(world.database)
  const now = () => new Date(world.clock.now())
  const enlist = (id: string, pid: number) => workers.register({ id, host: 'shed', pid, identity: `boot ${id}`, version: '1', role: 'worker', concurrency: {} }, now())
  await enlist('w1', 1)
  await enlist('w2', 2)
  const dead = new Set<string>()
  const state = { held: [] as QueueRef[], asked: [] as string[], away: false }
  const queue = { held: async (names: ReadonlySet<string>) => {
    if (state.away)
      throw new Error('the queue store is away')
    state.asked.push(...names)
    return state.held
  } }
  const deaths = createDeadWorkers({ ...world, workers, queue, isGone: async ({ id }: KnownWorker) => dead.has(id), log: silentLog })
  const submit = async () => (await world.service.submit({ type: 'export-csv', data: {} })).job.id
  async function run(id: string, pid: number) {
    const claim = await world.jobs.claim({ jobId: id, generation: 1, worker: `shed-${pid}-export-csv`, now: now() })
    if (claim.kind !== 'claimed')
      throw new Error(claim.kind)
    return claim.fence
  }
  const outbox = async () => (await world.jobs.takeUndispatched(50, now())).map(tree => tree.entry)
  return { ...world, workers, enlist, deaths, dead, state, submit, run, outbox, now, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('what a dead process ran waits again at once, before all others, and its run is fenced off; the living keep theirs', async () => {
  await using world = await createDeathWorld()
  const [lost, kept] = [await world.submit(), await world.submit()]
  const fence = await world.run(lost, 1)
  const living = await world.run(kept, 2)
  await world.deaths.round()
  expect(await world.outbox()).toEqual([])

  world.dead.add('w1')
  await world.deaths.round()
  expect(world.state.asked).toEqual(['shed-1-scrape-brand', 'shed-1-scrape-product-details', 'shed-1-export-csv'])
  expect(await world.outbox()).toMatchObject([{ jobId: lost, generation: 2, first: true }])
  await expect(world.jobs.beat(fence, { now: world.now() })).rejects.toThrow(Superseded)
  await expect(world.jobs.beat(living, { now: world.now() })).resolves.toMatchObject({ status: 'active' })
  expect((await world.jobs.timeline(lost, { limit: 1 })).items[0]).toMatchObject({ kind: 'stalled', message: 'The process of shed-1-export-csv is gone; waits to be started again' })
  expect(world.heard.at(-1)).toMatchObject({ kind: 'job', job: { id: lost, status: 'pending' } })
})

test('of many dead processes all that they ran is handed over before the queue is asked, and that only once', async () => {
  await using world = await createDeathWorld()
  const ids = [await world.submit(), await world.submit()]
  await world.run(ids[0]!, 1)
  await world.run(ids[1]!, 2)
  world.dead.add('w1').add('w2')
  world.state.away = true
  await expect(world.deaths.round()).rejects.toThrow('away')
  expect((await world.outbox()).map(entry => entry.jobId)).toEqual(ids)
  world.state.away = false
  await world.deaths.round()
  expect(world.state.asked).toHaveLength(6)
  expect(await world.workers.known()).toEqual([])
})

test('a process that starts inherits what dead ones ran before it asks the queue for anything, and starts all the same when it cannot', async () => {
  await using world = await createDeathWorld()
  const id = await world.submit()
  await world.run(id, 1)
  world.dead.add('w1')
  world.state.away = true
  await world.deaths.inherit()
  expect((await world.outbox()).map(entry => entry.jobId)).toEqual([id])
  expect((await world.workers.known()).map(worker => worker.id)).toEqual(['w1', 'w2'])
  const full = createDeadWorkers({ ...world, jobs: { handOver: () => Promise.reject(new Error('disk full')) }, queue: { held: async () => [] }, isGone: async () => true, log: silentLog })
  await expect(full.inherit()).resolves.toBeUndefined()
})

test('a process is called lost once nothing of it is left, and looked after no more', async () => {
  await using world = await createDeathWorld()
  await world.run(await world.submit(), 1)
  world.dead.add('w1')
  const states = async () => (await world.workers.list(world.now())).map(worker => worker.state)
  await world.deaths.round()
  expect(await states()).toEqual(['running', 'running'])
  await world.deaths.round()
  expect(await states()).toEqual(['lost', 'running'])
  world.state.asked.length = 0
  await world.deaths.round()
  expect(world.state.asked).toEqual([])
})

test('a job that it had taken from the queue and not begun is given to the queue again; one of a later generation is not', async () => {
  await using world = await createDeathWorld()
  const [taken, renewed, ended] = [await world.submit(), await world.submit(), await world.submit()]
  const refs = [taken, renewed, ended].map(jobId => ({ queue: 'export-csv' as const, jobId, generation: 1 }))
  await world.jobs.markDispatched(refs, world.now())
  await world.jobs.resolve([{ ref: refs[1]!, state: 'completed', reason: null }], world.now())
  await world.jobs.markDispatched([{ ...refs[1]!, generation: 2 }], world.now())
  await world.service.cancel(ended)
  world.state.held = refs
  world.dead.add('w1')
  await world.deaths.round()
  expect(await world.outbox()).toMatchObject([{ jobId: taken, generation: 2 }])
})

test('while the queue store is away, what it ran is handed over all the same, and it is not forgotten', async () => {
  await using world = await createDeathWorld()
  const id = await world.submit()
  await world.run(id, 1)
  world.dead.add('w1')
  world.state.away = true
  await expect(world.deaths.round()).rejects.toThrow('away')
  expect(await world.outbox()).toMatchObject([{ jobId: id, generation: 2 }])
  await expect(world.deaths.round()).rejects.toThrow('away')
  expect(await world.workers.known()).toHaveLength(2)
  world.state.away = false
  await world.deaths.round()
  expect(await world.workers.known()).toMatchObject([{ id: 'w2' }])
})

test('a job that was asked to stop ends now: nobody else will stop it', async () => {
  await using world = await createDeathWorld()
  const id = await world.submit()
  await world.run(id, 1)
  await world.service.cancel(id)
  world.dead.add('w1')
  await world.deaths.round()
  expect(await world.jobs.get(id)).toMatchObject({ status: 'cancelled' })
  expect(await world.outbox()).toEqual([])
})

test('what waits for it in a flow is dispatched anew with it', async () => {
  await using world = await createDeathWorld()
  const root = await world.service.submitFlow({ type: 'export-csv', data: {}, children: [{ type: 'export-csv', data: {} }] })
  const [child] = await world.service.flow(root.id)
  const [tree] = await world.jobs.takeUndispatched(5, world.now())
  await world.jobs.markDispatched([tree!.entry, tree!.children[0]!.entry], world.now())
  await world.run(child!.id, 1)
  world.dead.add('w1')
  await world.deaths.round()
  expect(await world.jobs.takeUndispatched(5, world.now())).toMatchObject([{ entry: { jobId: root.id, generation: 2 }, children: [{ entry: { jobId: child!.id, generation: 2 } }] }])
})

test('a new process with the id of the dead one keeps what it runs', async () => {
  await using world = await createDeathWorld()
  await world.enlist('w3', 1)
  const id = await world.submit()
  const fence = await world.run(id, 1)
  world.dead.add('w1')
  await world.deaths.round()
  await expect(world.jobs.beat(fence, { now: world.now() })).resolves.toMatchObject({ status: 'active' })
  expect((await world.workers.list(world.now())).map(worker => [worker.id, worker.state])).toEqual([['w1', 'lost'], ['w2', 'running'], ['w3', 'running']])
})

test('a job whose processes die four times is set aside all the same, the last time in calm', async () => {
  await using world = await createDeathWorld()
  const { job: { id } } = await world.jobs.insert(newJob(), world.now())
  const claim = (generation: number, pid: number) => world.jobs.claim({ jobId: id, generation, worker: `shed-${pid}-export-csv`, now: world.now() })
  for (let death = 1; death <= 4; death++) {
    await world.enlist(`p${death}`, 10 + death)
    if (death === 4)
      world.clock.advance(31_000)
    expect(await claim(death, 10 + death)).toMatchObject({ kind: 'claimed' })
    world.dead.add(`p${death}`)
    await world.deaths.round()
    world.clock.advance(10_000)
  }
  expect(await claim(5, 2)).toMatchObject({ kind: 'ended', job: { status: 'failed', error: { code: 'poison' } } })
})

test('a job that died three times waits, also when the queue itself hands it out, until no process has come or gone for a while', async () => {
  await using world = await createDeathWorld()
  const { job: { id } } = await world.jobs.insert(newJob(), world.now())
  const claim = (generation: number) => world.jobs.claim({ jobId: id, generation, worker: 'shed-2-export-csv', now: world.now() })
  world.clock.advance(60_000)
  await world.workers.beat('w1', 'running', world.now())
  for (let death = 1; death <= 3; death++)
    expect(await claim(1)).toMatchObject({ kind: 'claimed' })
  world.dead.add('w1')
  await world.deaths.round()
  expect(await claim(1)).toMatchObject({ kind: 'held', job: { status: 'pending' } })
  expect((await world.jobs.timeline(id, { limit: 1 })).items[0]?.message).toContain('until no process has died for a while')
  expect(await world.outbox()).toEqual([])
  world.clock.advance(31_000)
  expect(await world.outbox()).toMatchObject([{ jobId: id, generation: 2 }])
  expect(await claim(2)).toMatchObject({ kind: 'claimed' })
})

test('where processes die without end, it is given its last start after some minutes', async () => {
  await using world = await createDeathWorld()
  const { job: { id } } = await world.jobs.insert(newJob(), world.now())
  for (let death = 1; death <= 3; death++)
    await world.jobs.claim({ jobId: id, generation: 1, worker: 'shed-1-export-csv', now: world.now() })
  world.dead.add('w1')
  await world.deaths.round()
  for (let minute = 1; minute <= 16; minute++) {
    expect(await world.outbox()).toEqual([])
    world.clock.advance(60_000)
    await world.enlist(`p${minute}`, 10 + minute)
  }
  expect(await world.outbox()).toMatchObject([{ jobId: id }])
})
