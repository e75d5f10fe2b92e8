import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { undoForMs } from '../../server/contract/bulk-operation.ts'
import { Conflict, NotFound } from '../../server/errors.ts'
import { exportAll, results, run, submit, writeFailed } from './bulk-world.ts'
import { createServiceWorld } from './service-world.ts'

describe('a deletion', () => {
  test('takes ended jobs only, and is undone whole with timelines', async () => {
    await using world = await createServiceWorld()
    const [ended, open] = await submit(world, 2, { ...exportAll, tags: ['spring', 'spring'] }) as [string, string]
    await world.service.cancel(ended)
    const tagged = async () => (await world.jobs.list({ limit: 5, status: undefined, tag: 'spring' })).items.map(job => job.id)
    const before = await world.jobs.get(ended)
    const timeline = await world.jobs.timeline(ended, { limit: 50 })
    const { id, undoUntil } = await run(world, { action: 'delete', filter: {} })
    const undoable = async () => (await world.operations.list({ limit: 5, undoable: true })).items.map(each => each.id)
    expect(await undoable()).toEqual([id])
    expect(undoUntil).toBe(new Date(world.clock.now() + undoForMs).toISOString())
    await expect(world.jobs.get(ended)).rejects.toThrow(NotFound)
    expect(await world.jobs.get(open)).toMatchObject({ status: 'pending' })
    expect(await tagged()).toEqual([open])
    expect(world.heard).toContainEqual({ kind: 'job-removed', id: ended })

    await world.operations.undo(id)
    expect(await undoable()).toEqual([])
    await world.workOff()
    expect(await world.operations.get(id)).toMatchObject({ status: 'undone', undone: 1, undoUntil: null })
    expect(await world.jobs.get(ended)).toEqual({ ...before, tags: ['spring'], version: before.version + 1 })
    expect(await tagged()).toEqual([open, ended])
    expect(await world.jobs.timeline(ended, { limit: 50 })).toEqual(timeline)
    await expect(world.operations.undo(id)).rejects.toThrow(Conflict)
  })

  test('says which jobs they were, also when they are gone for good, and their brand by its name of today', async () => {
    await using world = await createServiceWorld()
    const { job } = await world.service.submit({ type: 'scrape-brand', data: { brandId: world.brand.id } })
    await world.service.cancel(job.id)
    const { id } = await run(world, { action: 'delete', ids: [job.id] })
    const which = { type: 'scrape-brand', brandId: world.brand.id, brandName: 'Shop' }
    expect(await results(world, id)).toMatchObject([{ jobId: job.id, job: { ...which, status: null } }])
    await world.operations.undo(id)
    await world.workOff()
    await world.brands.update(world.brand.id, { name: 'Store' }, new Date(world.clock.now()))
    expect(await results(world, id)).toMatchObject([{ job: { ...which, brandName: 'Store', status: 'cancelled' } }])
  })

  test('is for good after ten minutes', async () => {
    await using world = await createServiceWorld()
    await writeFailed(world, 3)
    const { id } = await run(world, { action: 'delete', filter: {} })
    world.clock.advance(undoForMs)
    await expect(world.operations.undo(id)).rejects.toThrow(/over/)
    expect((await world.operations.list({ limit: 5, undoable: true })).items).toEqual([])
    const forget = () => world.operationStore.forget(new Date(world.clock.now()), new Date(world.clock.now() - 86_400_000), 1000)
    await forget()
    expect(await world.database.read.bulkOperationItem.count({ where: { kept: { not: null } } })).toBe(0)
    expect(await results(world, id)).toHaveLength(3)
    world.clock.advance(3 * 86_400_000)
    await forget()
    await expect(world.operations.get(id)).rejects.toThrow(NotFound)
  })

  test('keeps everything that goes with a job: each table that hangs on it is known to the undo', async () => {
    await using world = await createServiceWorld()
    const db = new Sqlite(`${world.folder}/app.db`, { readonly: true })
    const tables = db.prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all().map(row => row.name)
    const hanging = tables.filter(table => (db.pragma(`foreign_key_list("${table}")`) as { table: string, on_delete: string }[]).some(key => key.table === 'Job' && key.on_delete === 'CASCADE'))
    db.close()
    expect(hanging.toSorted()).toEqual(['JobEvent', 'PageSnapshot'])
  })
})
