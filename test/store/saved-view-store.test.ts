import { expect, test } from 'vitest'
import { mostViews, SavedViewCreate } from '../../server/contract/saved-view.ts'
import { Conflict, NotFound } from '../../server/errors.ts'
import { createSavedViewStore } from '../../server/store/saved-view-store.ts'
import { openTestStores } from '../support/database.ts'

const now = new Date('2026-11-26T12:00:00.000Z')
const later = new Date('2026-11-26T13:00:00.000Z')

test('a view is kept under its name, listed by it, renamed, given another query and deleted', async () => {
  await using stores = await openTestStores()
  const views = createSavedViewStore(stores.database)
  const slow = await views.create({ page: 'jobs', name: 'Slow', query: { sort: 'duration' } }, now)
  await views.create({ page: 'jobs', name: 'Failed', query: { status: 'failed', search: 'größe, "x"' } }, now)
  await views.create({ page: 'products', name: 'Slow', query: {} }, now)
  expect((await views.list('jobs')).map(({ name, query }) => [name, query])).toEqual([['Failed', { status: 'failed', search: 'größe, "x"' }], ['Slow', { sort: 'duration' }]])
  expect(await views.update(slow.id, { name: 'Longest' }, later)).toEqual({ ...slow, name: 'Longest', updatedAt: later.toISOString() })
  expect(await views.update(slow.id, { name: 'Longest', query: { sort: '-duration' } }, later)).toMatchObject({ query: { sort: '-duration' } })
  await views.remove(slow.id)
  expect((await views.list('jobs')).map(({ name }) => name)).toEqual(['Failed'])
  await expect(views.remove(slow.id)).rejects.toThrow(NotFound)
  await expect(views.update(slow.id, { name: 'x' }, later)).rejects.toThrow(NotFound)
})

test('a name is there once on each page, and views are not without end', async () => {
  await using stores = await openTestStores()
  const views = createSavedViewStore(stores.database)
  const first = await views.create({ page: 'jobs', name: 'v0', query: {} }, now)
  await expect(views.create({ page: 'jobs', name: 'v0', query: {} }, now)).rejects.toThrow(Conflict)
  for (let n = 1; n < mostViews; n++)
    await views.create({ page: 'jobs', name: `v${n}`, query: {} }, now)
  await expect(views.create({ page: 'jobs', name: 'one more', query: {} }, now)).rejects.toThrow(Conflict)
  await expect(views.update(first.id, { name: 'v1' }, later)).rejects.toThrow(Conflict)
})

test.for([
  ['no name', { page: 'jobs', name: '  ', query: {} }],
  ['another page', { page: 'brands', name: 'x', query: {} }],
  ['something else than texts', { page: 'jobs', name: 'x', query: { status: ['failed'] } }],
  ['too much of it', { page: 'jobs', name: 'x', query: Object.fromEntries(Array.from({ length: 31 }, (_, n) => [`k${n}`, 'v'])) }],
] as const)('%s is refused', ([, body]) => {
  expect(SavedViewCreate.safeParse(body).success).toBe(false)
})
