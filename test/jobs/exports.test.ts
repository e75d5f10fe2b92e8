import type { ExportCsvData } from '../../server/contract/job-types.ts'
import { mkdir, open, rm, rmdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createExporter } from '../../server/export/exporter.ts'
import { createExportService } from '../../server/jobs/catalogue-services.ts'
import { settingsOf } from '../support/settings.ts'
import { createServiceWorld } from './service-world.ts'

async function createExportWorld() {
  const world = await createServiceWorld()
  const folder = join(world.folder, 'exports')
  await mkdir(folder)
  const settings = { retainExportsDays: 10 }
  const service = createExportService({ ...world, exporter: createExporter({ folder }), settings: settingsOf(settings) })
  async function exported(filename: string, request: ExportCsvData = {}) {
    await writeFile(join(folder, filename), 'name\r\nShoe\r\n')
    return world.database.write(tx => world.exports.record(tx, { jobId: 'j1', brandId: null, filename, rows: 1, bytes: 12, sha256: 'x', request }, new Date(world.clock.now())))
  }
  return { ...world, folder, settings, exportService: service, exported, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('an export says when retention deletes it, by what is set at present', async () => {
  await using world = await createExportWorld()
  const { id } = await world.exported('a.csv')
  expect((await world.exportService.get(id)).expiresAt).toBe(new Date(world.clock.now() + 10 * 86_400_000).toISOString())
  world.settings.retainExportsDays = 0
  expect((await world.exportService.list({ limit: 5 })).items).toMatchObject([{ id, expiresAt: null }])
  expect(await world.exportService.findByJob('j1')).toMatchObject({ id, expiresAt: null })
  expect(await world.exportService.findByJob('nobody')).toBeNull()
})

test('an export says when its file was taken out of the folder by hand, and so does its download', async () => {
  await using world = await createExportWorld()
  const { id } = await world.exported('a.csv')
  expect(await world.exportService.get(id)).toMatchObject({ isFileGone: false })
  await expect(world.exportService.file('j1')).resolves.toMatchObject({ path: join(world.folder, 'a.csv') })
  await rm(join(world.folder, 'a.csv'))
  expect((await world.exportService.list({ limit: 5 })).items).toMatchObject([{ id, isFileGone: true }])
  await expect(world.exportService.file('j1')).rejects.toMatchObject({ code: 'file-gone', message: expect.stringContaining('a.csv') as string })
  // Neither a folder of that name nor a link to a file is the file.
  await mkdir(join(world.folder, 'a.csv'))
  expect(await world.exportService.get(id)).toMatchObject({ isFileGone: true })
  await rmdir(join(world.folder, 'a.csv'))
  await writeFile(join(world.folder, 'other.csv'), 'x')
  await symlink(join(world.folder, 'other.csv'), join(world.folder, 'a.csv'))
  expect(await world.exportService.get(id)).toMatchObject({ isFileGone: true })
})

test('an export knows what it was asked for, also when its job is gone', async () => {
  await using world = await createExportWorld()
  const request = { productIds: ['p1'], columns: ['name' as const], mode: 'raw' as const }
  const { id } = await world.exported('a.csv', request)
  expect(await world.exportService.request(id)).toEqual(request)
  await expect(world.exportService.request('nobody')).rejects.toMatchObject({ code: 'not-found' })
  // As a row from before that was kept is.
  await world.database.write(tx => tx.export.update({ where: { id }, data: { request: null } }))
  await expect(world.exportService.request(id)).rejects.toMatchObject({ code: 'conflict' })
})

test('a file that somebody is downloading is read to its end although it is deleted meanwhile', async () => {
  await using world = await createExportWorld()
  const { id } = await world.exported('a.csv')
  await using reader = await open(join(world.folder, 'a.csv'))
  await world.exportService.remove(id)
  expect(await reader.readFile('utf8')).toBe('name\r\nShoe\r\n')
  await expect(stat(join(world.folder, 'a.csv'))).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(world.exportService.remove(id)).rejects.toMatchObject({ code: 'not-found' })
})

test('deleting an export leaves one alone that is being written', async () => {
  await using world = await createExportWorld()
  const { id } = await world.exported('a.csv')
  const exporter = createExporter({ folder: world.folder })
  const begun = Promise.withResolvers<void>()
  const deleted = Promise.withResolvers<void>()
  async function* pages() {
    begun.resolve()
    await deleted.promise
    yield []
  }
  const writing = exporter.write({ jobId: 'j2', pages: pages(), filename: 'a.csv', at: new Date(), columns: undefined, mode: 'safe', signal: AbortSignal.timeout(10_000), onRows: () => {}, reserve: async name => !await world.exports.hasFilename(name) })
  await begun.promise
  await world.exportService.remove(id)
  deleted.resolve()
  const file = await writing
  expect((await stat(join(world.folder, file.filename))).size).toBe(file.bytes)
})
