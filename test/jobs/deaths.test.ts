import type { Job } from '../../server/contract/job.ts'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { tell } from '../../server/contract/told.ts'
import { AppError, Superseded } from '../../server/errors.ts'
import { createHeartbeat } from '../../server/jobs/heartbeat.ts'
import { createRunner } from '../../server/jobs/runner.ts'
import { newJob } from '../support/jobs.ts'
import { discovered, readingOf } from '../support/scraper.ts'
import { aLine } from '../support/told.ts'
import { createJobWorld } from './world.ts'

const noShop = { batches: [] }

/** A worker takes the job and dies. */
async function die(world: Awaited<ReturnType<typeof createJobWorld>>, job: Job, now = new Date()) {
  return world.jobs.claim({ jobId: job.id, generation: 1, worker: 'dead', now })
}

test('a job whose process died four times is set aside, with the reason', async () => {
  await using world = await createJobWorld(noShop)
  const job = await world.insert({ type: 'export-csv' })
  for (let death = 0; death < 4; death++)
    expect(await die(world, job)).toMatchObject({ kind: 'claimed' })
  expect(await die(world, job)).toMatchObject({ kind: 'ended', job: { status: 'failed', error: { code: 'poison', message: expect.stringContaining('4 times') as string } } })
})

test('a job whose end could not be written, while its process lives on, is not taken for one that kills it', async () => {
  await using world = await createJobWorld(noShop)
  const job = await world.insert({ type: 'export-csv' })
  let full = true
  const run = createRunner({ ...world.runner, jobs: { ...world.jobs, finish: (...args) => full ? Promise.reject(new AppError('disk-full', tell('raw', { raw: 'full' }), { retryable: true })) : world.jobs.finish(...args), retryLater: () => Promise.reject(new Error('full')) } })
  const again = () => run({ queue: job.type, jobId: job.id, generation: 1, worker: 'w', signal: new AbortController().signal, hint: () => {}, log: () => {} })
  for (let turn = 0; turn < 8; turn++)
    expect(await again()).toMatchObject({ kind: 'requeue' })
  full = false
  expect(await again()).toMatchObject({ kind: 'done' })
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'completed' })
})

test('what waits for a job that is set aside ends with it, and dashboards hear of both', async () => {
  await using world = await createJobWorld(noShop)
  const root = await world.insert({ type: 'export-csv', children: [newJob()] })
  const [child] = await world.jobs.flow(root.id)
  for (let death = 0; death < 4; death++)
    await world.jobs.claim({ jobId: child!.id, generation: 1, worker: 'dead', now: new Date() })
  await world.start(await world.jobs.get(child!.id)).outcome
  expect(world.heard.flatMap(event => event.kind === 'job' ? [[event.job.id, event.job.status]] : [])).toEqual([[child!.id, 'failed'], [root.id, 'failed']])
})

test('a job that comes further before each death is not set aside', async () => {
  await using world = await createJobWorld(noShop)
  const job = await world.insert({ type: 'export-csv' })
  for (let death = 0; death < 20; death++) {
    const claim = await die(world, job)
    expect(claim).toMatchObject({ kind: 'claimed' })
    if (claim.kind === 'claimed')
      await world.jobs.beat(claim.fence, { now: new Date(), checkpoint: { page: death } })
  }
})

test('a job that saves the same place again and again does not come further', async () => {
  await using world = await createJobWorld(noShop)
  const job = await world.insert({ type: 'export-csv' })
  const claims: string[] = []
  for (let death = 0; death < 6; death++) {
    const claim = await die(world, job)
    claims.push(claim.kind)
    if (claim.kind === 'claimed')
      await world.jobs.beat(claim.fence, { now: new Date(), checkpoint: { page: 7 } })
  }
  expect(claims).toContain('ended')
})

test('of two jobs in a process that died twice, the second waits until the first shows no more life', async () => {
  await using world = await createJobWorld(noShop)
  const [first, second] = [await world.insert({ type: 'export-csv' }), await world.insert({ type: 'export-csv' })]
  for (let death = 0; death < 2; death++) {
    await die(world, first)
    await die(world, second)
  }
  const now = new Date()
  expect(await die(world, first, now)).toMatchObject({ kind: 'claimed' })
  expect(await die(world, second, now)).toMatchObject({ kind: 'held', job: { status: 'pending' } })
  // In a process of its own it harms nobody.
  const [third] = [await world.insert({ type: 'export-csv' })]
  for (let death = 0; death < 2; death++)
    await world.jobs.claim({ jobId: third.id, generation: 1, worker: 'shed-1-export-csv', now })
  expect(await world.jobs.claim({ jobId: third.id, generation: 1, worker: 'shed-2-export-csv', now })).toMatchObject({ kind: 'claimed' })
  expect(await world.jobs.claim({ jobId: second.id, generation: 2, worker: 'dead', now: new Date(now.getTime() + 6_000) })).toMatchObject({ kind: 'claimed' })
})

test('the outbox is looked at as soon as a job under suspicion has ended, and not for each other job', async () => {
  await using world = await createJobWorld(noShop)
  const kicks: string[] = []
  async function endAfter(deaths: number) {
    const job = await world.insert({ type: 'export-csv' })
    for (let death = 0; death < deaths; death++)
      await die(world, job)
    const run = createRunner({ ...world.runner, kick: () => void kicks.push(job.id) })
    await run({ queue: job.type, jobId: job.id, generation: 1, worker: 'w', signal: new AbortController().signal, hint: () => {}, log: () => {} })
    return [job.id, (await world.jobs.get(job.id)).status]
  }
  expect(await endAfter(1)).toEqual([expect.any(String), 'completed'])
  expect(kicks).toEqual([])
  const [suspect, completed] = await endAfter(2)
  const [poisonous, failed] = await endAfter(4)
  expect([completed, failed]).toEqual(['completed', 'failed'])
  expect(kicks).toEqual([suspect, poisonous])
})

test('a queue that forgets a running job again and again does not make it look poisonous', async () => {
  await using world = await createJobWorld(noShop)
  const job = await world.insert({ type: 'export-csv' })
  const ref = { queue: 'export-csv', jobId: job.id, generation: 1 } as const
  for (let flush = 0; flush < 6; flush++) {
    expect(await die(world, job)).toMatchObject({ kind: 'claimed' })
    await world.jobs.resolve([{ ref, state: 'unknown', reason: null }], new Date())
  }
})

test('the file of an export that is set aside, or stopped after its process died, is taken away', async () => {
  await using world = await createJobWorld(noShop)
  for (const [name, deaths] of [['poison.csv', 4], ['stopped.csv', 1]] as const) {
    const job = await world.insert({ type: 'export-csv', data: { filename: name } })
    let claim = await die(world, job)
    for (let death = 1; death < deaths; death++)
      claim = await die(world, job)
    if (claim.kind !== 'claimed')
      throw new Error(claim.kind)
    await world.jobs.commit(claim.fence, { now: new Date() }, async (_, remember) => remember({ filename: name }))
    await world.database.write(tx => tx.job.update({ where: { id: job.id }, data: { starts: deaths } }))
    await mkdir(world.exportsDir, { recursive: true })
    await writeFile(join(world.exportsDir, name), 'half')
    if (deaths === 1)
      await world.jobs.requestCancel(job.id, new Date())
    await world.start(job).outcome
    expect((await world.jobs.get(job.id)).status).toBe(deaths === 1 ? 'cancelled' : 'failed')
  }
  expect(await readdir(world.exportsDir)).toEqual([])
})

test('an export that is cancelled just before it is recorded leaves no file', async () => {
  await using world = await createJobWorld({ batches: [[discovered('a')]] })
  await world.start(await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id } })).outcome
  const job = await world.insert({ type: 'export-csv', data: { filename: 'cancelled.csv' } })
  let changes = 0
  const runs: ReturnType<typeof world.start>[] = []
  world.events.subscribe((event) => {
    // The first change is the start, the second the choice of the file's name.
    if (event.kind === 'job' && event.job.id === job.id && ++changes === 2)
      runs[0]!.abort('cancel')
  })
  runs.push(world.start(job))
  expect(await runs[0]!.outcome).toMatchObject({ kind: 'fail' })
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'cancelled' })
  expect(await readdir(world.exportsDir)).toEqual([])
})

test('an export that loses its job after its file was written takes the file away', async () => {
  await using world = await createJobWorld({ batches: [] })
  const job = await world.insert({ type: 'export-csv', data: { filename: 'late.csv' } })
  let changes = 0
  let taken: Promise<unknown> | undefined
  world.events.subscribe((event) => {
    if (event.kind === 'job' && event.job.id === job.id && ++changes === 2)
      taken = die(world, job)
  })
  expect(await world.start(job).outcome).toEqual({ kind: 'done' })
  expect(await taken).toMatchObject({ kind: 'claimed' })
  expect(await readdir(world.exportsDir)).toEqual([])
  await world.start(job).outcome
  expect(await readdir(world.exportsDir)).toEqual(['late.csv'])
})

test('a run that has lost its job writes no line to the log, and shows no more signs of life', async () => {
  const tried: string[] = []
  await using world = await createJobWorld(noShop)
  const job = await world.insert({ type: 'export-csv' })
  const first = await die(world, job)
  await die(world, job)
  if (first.kind !== 'claimed')
    throw new Error(first.kind)
  await expect(world.jobs.tell(first.fence, new Date(), { kind: 'log', told: aLine })).rejects.toThrow(Superseded)
  const heartbeat = createHeartbeat({ jobs: { ...world.jobs, beat: async (...args) => {
    tried.push('beat')
    return world.jobs.beat(...args)
  } }, clock: { now: () => Date.now() }, fence: first.fence, onRow: () => {}, onLost: () => tried.push('lost'), onError: () => {} })
  heartbeat.progress(1)
  await vi.waitUntil(() => tried.includes('lost'))
  heartbeat.progress(2)
  vi.useFakeTimers()
  await vi.advanceTimersByTimeAsync(10_000)
  vi.useRealTimers()
  expect(tried).toEqual(['beat', 'lost'])
})

test('a run whose checkpoint cannot be read leaves no heartbeat behind, and is handed out again', async () => {
  await using world = await createJobWorld(noShop)
  const job = await world.insert({ type: 'export-csv' })
  let beats = 0
  const run = createRunner({ ...world.runner, jobs: { ...world.jobs, checkpoint: () => Promise.reject(new Error('disk I/O error')), beat: (...args) => {
    beats++
    return world.jobs.beat(...args)
  } } })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const outcome = await run({ queue: job.type, jobId: job.id, generation: 1, worker: 'w', signal: new AbortController().signal, hint: () => {}, log: () => {} })
  await vi.advanceTimersByTimeAsync(10_000)
  vi.useRealTimers()
  expect([outcome.kind, beats]).toEqual(['requeue', 0])
})

test('a shutdown keeps the pages that had been read', async () => {
  const reads: string[] = []
  const runs: ReturnType<typeof world.start>[] = []
  let stopped = false
  await using world = await createJobWorld({
    batches: [Array.from({ length: 30 }, (_, n) => discovered(`p${n}`))],
    async read(url, { signal }) {
      if (reads.length === 15 && !stopped) {
        stopped = true
        runs[0]!.abort('shutdown')
      }
      signal.throwIfAborted()
      reads.push(url)
      return readingOf(url)
    },
  })
  await world.start(await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id } })).outcome
  const job = await world.insert({ type: 'scrape-product-details', data: { brandId: world.brand.id } })
  runs.push(world.start(job))
  expect(await runs[0]!.outcome).toEqual({ kind: 'requeue' })
  await world.start(job).outcome
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'completed', result: { read: 30 } })
  expect(reads).toHaveLength(30)
})
