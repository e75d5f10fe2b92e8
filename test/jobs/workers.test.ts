import type { WorkerProcess } from '../../server/contract/worker.ts'
import { expect, test } from 'vitest'
import { Conflict, NotFound } from '../../server/errors.ts'
import { createWorkerRegistration } from '../../server/jobs/worker-registration.ts'
import { createWorkerService } from '../../server/jobs/worker-service.ts'
import { createWorkerStore } from '../../server/store/worker-store.ts'
import { newJob } from '../support/jobs.ts'
import { createServiceWorld } from './service-world.ts'

/** A process with role `worker`, and the service of another one. */
async function createWorkerWorld(role: WorkerProcess['role'] = 'worker') {
  const world = await createServiceWorld()
  const workers = createWorkerStore(world.database)
  const did: string[] = []
  const registration = createWorkerRegistration({
    workers,
    worker: { id: 'w1', host: 'shed-1', pid: 4711, identity: null, version: '1.2.3', role, concurrency: { 'export-csv': 3 } },
    pool: { quiet: async () => void did.push('quiet'), resume: async () => void did.push('resume') },
    clock: world.clock,
    stop: () => void did.push('stop'),
  })
  const service = createWorkerService({ workers, events: world.events, clock: world.clock })
  await registration.round()
  did.length = 0
  return { ...world, workers, registration, service, did, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('a process is in the list with what it works on, and is gone when it ends', async () => {
  await using world = await createWorkerWorld()
  const { job } = await world.jobs.insert(newJob({ type: 'export-csv', data: {} }), new Date(world.clock.now()))
  await world.jobs.claim({ jobId: job.id, generation: 1, worker: 'shed-1-4711-export-csv', now: new Date(world.clock.now()) })
  expect(await world.service.list()).toMatchObject([{ id: 'w1', host: 'shed-1', pid: 4711, version: '1.2.3', role: 'worker', state: 'running', concurrency: { 'export-csv': 3 }, running: [{ jobId: job.id, type: 'export-csv' }] }])
  await world.registration.leave()
  expect(await world.service.list()).toEqual([])
})

test('it obeys what another process was asked: quiet, resume, stop', async () => {
  await using world = await createWorkerWorld()
  await world.service.quiet('w1')
  await world.registration.round()
  expect(await world.service.list()).toMatchObject([{ state: 'quiet' }])
  await world.service.resume('w1')
  await world.registration.round()
  expect(await world.service.list()).toMatchObject([{ state: 'running' }])
  await world.service.stop('w1')
  await world.registration.round()
  expect(world.did).toEqual(['quiet', 'resume', 'stop'])
  expect(await world.service.list()).toMatchObject([{ state: 'stopping' }])
  await expect(world.service.resume('w1')).rejects.toThrow(Conflict)
})

test('one that serves the dashboard as well is not stopped, and nobody is not found', async () => {
  await using world = await createWorkerWorld('all')
  await expect(world.service.stop('w1')).rejects.toThrow(Conflict)
  await expect(world.service.quiet('nobody')).rejects.toThrow(NotFound)
})

test('it is called lost when it shows no sign of life, and comes back when it does', async () => {
  await using world = await createWorkerWorld()
  world.clock.advance(21_000)
  expect(await world.service.list()).toMatchObject([{ state: 'lost' }])
  await expect(world.service.quiet('w1')).rejects.toThrow(Conflict)
  await world.registration.round()
  expect(await world.service.list()).toMatchObject([{ state: 'running' }])
})

test('dashboards hear of a change at once, of signs of life alone every 5 s, of nothing while nothing happens', async () => {
  await using world = await createWorkerWorld()
  const told = () => world.heard.filter(event => event.kind === 'workers').length
  await world.service.watch()
  expect(told()).toBe(1)
  world.clock.advance(4999)
  await world.workers.beat('w1', 'running', new Date(world.clock.now()))
  await world.service.watch()
  expect(told()).toBe(1)
  world.clock.advance(1)
  await world.service.watch()
  expect(told()).toBe(2)
  await world.service.quiet('w1')
  await world.service.watch()
  expect(world.heard.at(-1)).toMatchObject({ kind: 'workers', workers: [{ state: 'running', wanted: 'quiet' }] })
  await world.registration.round()
  await world.service.watch()
  expect(told()).toBe(4)
  world.clock.advance(6000)
  await world.service.watch()
  expect(told()).toBe(4)
})
