import type { LiveChange } from '../../server/events/bus.ts'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createEventBus } from '../../server/events/bus.ts'
import { createOpenJobCap } from '../../server/jobs/open-job-cap.ts'
import { createSettingsService } from '../../server/jobs/settings-service.ts'
import { openDatabase } from '../../server/store/database.ts'
import { createSettingStore } from '../../server/store/setting-store.ts'
import { migrationsDir, temporaryFolder } from '../support/database.ts'
import { newJob } from '../support/jobs.ts'
import { silentLog } from '../support/log.ts'
import { createTestClock } from './service-world.ts'

/** Two processes on one database, each with connections of its own. */
async function createTwoProcesses(environment: Parameters<typeof createSettingsService>[0]['environment'] = {}) {
  const folder = await temporaryFolder()
  const clock = createTestClock()
  const open = async () => {
    const database = await openDatabase({ file: join(folder.path, 'app.db'), migrations: migrationsDir })
    const events = createEventBus()
    const heard: LiveChange[] = []
    events.subscribe(event => heard.push(event))
    return { database, heard, settings: createSettingStore(database), service: createSettingsService({ settings: createSettingStore(database), environment, events, clock, log: silentLog }) }
  }
  const [here, there] = [await open(), await open()]
  return {
    here,
    there,
    clock,
    async [Symbol.asyncDispose]() {
      await here.database[Symbol.asyncDispose]()
      await there.database[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

test('a value is the program\'s, the environment\'s or what people set, and says which; it can be set back', async () => {
  await using world = await createTwoProcesses({ detailsBatch: 50 })
  const { service } = world.here
  const of = async (key: string) => (await service.list()).find(setting => setting.key === key)
  expect(await of('maxOpenJobs')).toMatchObject({ value: 200_000, source: 'default', changedAt: null })
  expect(await of('detailsBatch')).toMatchObject({ value: 50, source: 'environment', variable: 'DETAILS_BATCH' })
  await service.update({ detailsBatch: 7, delayMs: 0 })
  expect(await of('detailsBatch')).toMatchObject({ value: 7, source: 'set', fallback: { value: 50, source: 'environment' }, changedAt: new Date(world.clock.now()).toISOString() })
  expect(await service.current()).toMatchObject({ detailsBatch: 7, delayMs: 0, maxOpenJobs: 200_000 })
  await service.update({ detailsBatch: null })
  expect(await of('detailsBatch')).toMatchObject({ value: 50, source: 'environment' })
  expect(await of('delayMs')).toMatchObject({ value: 0, source: 'set' })
})

test('another process follows within two seconds, works by it, and tells its dashboards', async () => {
  await using world = await createTwoProcesses()
  const cap = createOpenJobCap({ jobs: { countOpen: async () => ({}) }, clock: world.clock, most: async () => (await world.there.service.current()).maxOpenJobs })
  const tree = newJob({ type: 'export-csv', data: {}, children: [newJob({ type: 'export-csv', data: {} })] })
  await cap.admit(tree)
  await world.here.service.update({ maxOpenJobs: 1 })
  expect(world.here.heard).toMatchObject([{ kind: 'settings' }])
  world.clock.advance(1999)
  expect(await world.there.service.current()).toMatchObject({ maxOpenJobs: 200_000 })
  world.clock.advance(1)
  await expect(cap.admit(tree)).rejects.toMatchObject({ code: 'too-many-requests' })
  expect(world.there.heard.filter(event => event.kind === 'settings').at(-1)?.settings.find(({ key }) => key === 'maxOpenJobs')).toMatchObject({ value: 1, source: 'set' })
})

test('a database that is away changes nothing of what was last known', async () => {
  await using world = await createTwoProcesses()
  const broken = createSettingsService({ settings: { ...world.here.settings, all: () => Promise.reject(new Error('away')) }, environment: { pagesAtOnce: 5 }, events: { publish: () => {} }, clock: world.clock, log: silentLog })
  expect(await broken.current()).toMatchObject({ pagesAtOnce: 5 })
  await expect(broken.list()).rejects.toThrow('away')
})

test('a row that its key does not allow any more, or that nobody knows, is left out', async () => {
  await using world = await createTwoProcesses()
  await world.here.database.write(async (tx) => {
    await tx.setting.create({ data: { key: 'pagesAtOnce', value: 9999, updatedAt: new Date() } })
    await tx.setting.create({ data: { key: 'of-a-newer-version', value: 1, updatedAt: new Date() } })
  })
  expect((await world.here.service.list()).filter(({ source }) => source === 'set')).toEqual([])
})
