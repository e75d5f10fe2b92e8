import type { SettingValues } from '../../server/contract/settings.ts'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createExporter } from '../../server/export/exporter.ts'
import { createRetention } from '../../server/jobs/retention.ts'
import { createHostThrottleStore } from '../../server/store/host-throttle-store.ts'
import { createScheduleStore } from '../../server/store/schedule-store.ts'
import { createWorkerStore } from '../../server/store/worker-store.ts'
import { settingsOf } from '../support/settings.ts'
import { aLine } from '../support/told.ts'
import { createServiceWorld } from './service-world.ts'

const dayMs = 86_400_000

async function createRetentionWorld(given: Partial<SettingValues> = {}) {
  const world = await createServiceWorld()
  const folder = join(world.folder, 'exports')
  await mkdir(folder)
  const tasks = createRetention({
    ...world,
    operations: world.operationStore,
    workers: createWorkerStore(world.database),
    throttles: createHostThrottleStore(world.database),
    exporter: createExporter({ folder }),
    schedules: createScheduleStore(world.database),
    settings: settingsOf({ retainCompletedDays: 30, retainFailedDays: 90, retainCancelledDays: 0, retainJobs: 0, retainExportsDays: 10, ...given }),
  })
  return {
    ...world,
    folder,
    async sweep() {
      for (const task of Object.values(tasks))
        await task()
    },
    /** A job that has ended so. */
    async ended(status: 'completed' | 'failed' | 'cancelled'): Promise<string> {
      const now = new Date(world.clock.now())
      const { job } = await world.service.submit({ type: 'export-csv', data: {} })
      const claim = await world.jobs.claim({ jobId: job.id, generation: 1, worker: 'w', now })
      if (claim.kind !== 'claimed')
        throw new Error(claim.kind)
      await world.jobs.finish(claim.fence, () => ({ status, now, told: aLine }))
      return job.id
    },
    /** A finished file with its row. */
    async exported(filename: string, jobId: string): Promise<void> {
      await writeFile(join(folder, filename), 'x')
      await world.database.write(tx => world.exports.record(tx, { jobId, brandId: null, filename, rows: 1, bytes: 1, sha256: 'x', request: {} }, new Date(world.clock.now())))
    },
    idsLeft: async () => (await world.jobs.list({ limit: 200 })).items.map(job => job.id).toSorted(),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

test('each status has its own age, and 0 keeps for ever', async () => {
  await using world = await createRetentionWorld()
  const completed = await world.ended('completed')
  const failed = await world.ended('failed')
  const cancelled = await world.ended('cancelled')
  const { job: open } = await world.service.submit({ type: 'export-csv', data: {} })
  world.clock.advance(31 * dayMs)
  await world.sweep()
  expect(await world.idsLeft()).toEqual([failed, cancelled, open.id].toSorted())
  expect(world.heard.at(-1)).toEqual({ kind: 'job-removed', id: completed })
  world.clock.advance(60 * dayMs)
  await world.sweep()
  expect(await world.idsLeft()).toEqual([cancelled, open.id].toSorted())
})

test('beyond a number of jobs the oldest go', async () => {
  await using world = await createRetentionWorld({ retainJobs: 3 })
  const ids: string[] = []
  for (let n = 0; n < 6; n++) {
    ids.push(await world.ended('completed'))
    world.clock.advance(1000)
  }
  await world.sweep()
  expect(await world.idsLeft()).toEqual(ids.slice(3).toSorted())
})

test('a job of a flow that is still open stays, however old', async () => {
  await using world = await createRetentionWorld()
  const root = await world.service.submitFlow({ type: 'export-csv', data: {}, children: [{ type: 'export-csv', data: {} }] })
  const [child] = await world.service.flow(root.id)
  const now = new Date(world.clock.now())
  const claim = await world.jobs.claim({ jobId: child!.id, generation: 1, worker: 'w', now })
  if (claim.kind !== 'claimed')
    throw new Error(claim.kind)
  await world.jobs.finish(claim.fence, () => ({ status: 'completed', now, told: aLine }))
  world.clock.advance(400 * dayMs)
  await world.sweep()
  expect(await world.jobs.get(child!.id)).toMatchObject({ status: 'completed' })
})

test('an export goes with its file when it is old; a young one, a file without row and the file of an open job stay', async () => {
  await using world = await createRetentionWorld()
  const { job: open } = await world.service.submit({ type: 'export-csv', data: {} })
  await world.exported('old.csv', 'a job long gone')
  await world.exported('open.csv', open.id)
  await writeFile(join(world.folder, 'mine.csv'), 'not ours')
  world.clock.advance(11 * dayMs)
  await world.exported('young.csv', 'another')
  await world.sweep()
  expect((await readdir(world.folder)).toSorted()).toEqual(['mine.csv', 'open.csv', 'young.csv'])
  expect((await world.exports.list({ limit: 5 })).items.map(each => each.filename)).toEqual(['young.csv', 'open.csv'])
  expect(world.heard.at(-1)).toMatchObject({ kind: 'export-removed' })
})

test('cleaning ten times beside sixty jobs at work loses no row and no file of one that is open', async () => {
  await using world = await createRetentionWorld({ retainJobs: 1, retainExportsDays: 1 })
  async function work(n: number): Promise<void> {
    const { job } = await world.service.submit({ type: 'export-csv', data: {} })
    const now = new Date(world.clock.now())
    const claim = await world.jobs.claim({ jobId: job.id, generation: 1, worker: 'w', now })
    if (claim.kind !== 'claimed')
      throw new Error(claim.kind)
    await writeFile(join(world.folder, `${n}.csv`), 'x')
    await world.jobs.finish(claim.fence, () => ({ status: 'completed', now, told: aLine }), tx => world.exports.record(tx, { jobId: job.id, brandId: null, filename: `${n}.csv`, rows: 1, bytes: 1, sha256: 'x', request: {} }, now))
  }
  const cleaning = (async () => {
    for (let round = 0; round < 10; round++)
      await world.sweep()
  })()
  await Promise.all([cleaning, ...Array.from({ length: 60 }, (_, n) => work(n))])
  expect(await readdir(world.folder)).toHaveLength(60)
  await world.sweep()
  expect(await world.idsLeft()).toHaveLength(1)
})

test('keys of requests are forgotten after their day', async () => {
  await using world = await createRetentionWorld()
  await world.service.submit({ type: 'export-csv', data: {} }, { key: 'k', hash: 'h', onReplay: () => {} })
  await world.sweep()
  expect(await world.database.read.idempotencyKey.count()).toBe(1)
  world.clock.advance(dayMs)
  await world.sweep()
  expect(await world.database.read.idempotencyKey.count()).toBe(0)
})
