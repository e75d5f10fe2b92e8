import type { SavedViewCreate, SavedViewUpdate, ViewPage } from '../contract/saved-view.ts'
import type { Database, Tx } from './database.ts'
import type { SavedView as Row } from './prisma/client.ts'
import { mostViews, SavedView } from '../contract/saved-view.ts'
import { tell } from '../contract/told.ts'
import { Conflict, NotFound } from '../errors.ts'
import { newId } from './id.ts'

const toView = ({ query, createdAt, updatedAt, ...row }: Row): SavedView => SavedView.parse({ ...row, query: JSON.parse(query) as unknown, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() })

/** Lists as people like to see them, under names of their own. */
export function createSavedViewStore({ read, write }: Pick<Database, 'read' | 'write'>) {
  async function refuseTaken(tx: Tx, page: string, name: string, own?: string): Promise<void> {
    const same = await tx.savedView.findUnique({ where: { page_name: { page, name } } })
    if (same && same.id !== own)
      throw new Conflict(tell('view-exists', { name }))
  }

  return {
    /** By name. */
    async list(page: ViewPage): Promise<SavedView[]> {
      const rows = await read.savedView.findMany({ where: { page }, orderBy: { name: 'asc' }, take: mostViews })
      return rows.map(toView)
    },
    /** @throws {Conflict} when the name is taken, or there are too many */
    create: ({ page, name, query }: SavedViewCreate, now: Date): Promise<SavedView> => write(async (tx) => {
      await refuseTaken(tx, page, name)
      if (await tx.savedView.count({ where: { page } }) >= mostViews)
        throw new Conflict(tell('views-full', { n: mostViews }))
      return toView(await tx.savedView.create({ data: { id: newId(), page, name, query: JSON.stringify(query), createdAt: now, updatedAt: now } }))
    }),
    /** @throws {NotFound} @throws {Conflict} when the name is taken */
    update: (id: string, { name, query }: SavedViewUpdate, now: Date): Promise<SavedView> => write(async (tx) => {
      const row = await tx.savedView.findUnique({ where: { id } })
      if (!row)
        throw new NotFound('saved-view', id)
      if (name !== undefined)
        await refuseTaken(tx, row.page, name, id)
      return toView(await tx.savedView.update({ where: { id }, data: { ...(name !== undefined && { name }), ...(query && { query: JSON.stringify(query) }), updatedAt: now } }))
    }),
    /** @throws {NotFound} */
    remove: (id: string): Promise<void> => write(async (tx) => {
      const { count } = await tx.savedView.deleteMany({ where: { id } })
      if (count === 0)
        throw new NotFound('saved-view', id)
    }),
  }
}
export type SavedViewStore = ReturnType<typeof createSavedViewStore>
