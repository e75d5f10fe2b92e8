import type { Database } from '../database.ts'
import type { Documents } from './documents.ts'
import { setTimeout as delay, setImmediate as othersFirst } from 'node:timers/promises'
import { documents } from './documents.ts'

/** Rows whose words are indexed in one transaction: FTS5 writes and merges less than for several small ones. */
const batch = 1000
/** Rows after which the process turns to what else it has to do: some 5 milliseconds. */
const atOnce = 100

/**
 * Indexes the words of rows that were written, changed or deleted. Triggers note which, in the transaction of the change,
 * so that none is missed; the words follow here, many rows at a time, because FTS5 costs several times as much row by row.
 */
export function createWordStore({ read, write, statements }: Pick<Database, 'read' | 'write' | 'statements'>) {
  async function isDue({ table }: Documents): Promise<boolean> {
    return (await read.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM "_${table}TextDue" LIMIT 1`)).length > 0
  }

  return {
    /**
     * Takes the next batch of each kind.
     * @param options how it is done
     * @param options.rest for how many times as long the database is left to others after a full batch
     * @returns whether there is more to do
     */
    async index({ rest = 3 }: { rest?: number } = {}): Promise<boolean> {
      let isMore = false
      const startedAt = performance.now()
      for (const each of documents) {
        if (await isDue(each))
          isMore = await write(() => indexBatch(each, statements)) >= batch || isMore
      }
      if (isMore)
        await delay((performance.now() - startedAt) * rest)
      return isMore
    },
  }
}

/** Must run inside `write`. @returns how many rows were looked at */
async function indexBatch(documents: Documents, statements: Database['statements']): Promise<number> {
  for (let rows = 0; ;) {
    const some = indexSome(documents, statements)
    rows += some
    if (some < atOnce || rows >= batch)
      return rows
    await othersFirst()
  }
}

function indexSome({ table, text }: Documents, statements: Database['statements']): number {
  const id = `"${table.toLowerCase()}Id"`
  const [due, document, words] = [`"_${table}TextDue"`, `"_${table}Document"`, `"_${table}Text"`]
  const { last, rows } = statements(`SELECT MAX(${id}) AS "last", COUNT(*) AS "rows" FROM (SELECT ${id} FROM ${due} ORDER BY ${id} LIMIT ${atOnce})`).get() as { last: string | null, rows: number }
  if (last === null)
    return 0
  statements(`DELETE FROM ${words} WHERE rowid IN (SELECT d."doc" FROM ${due} u CROSS JOIN ${document} d ON d.${id} = u.${id} WHERE u.${id} <= ?)`).run(last)
  statements(`DELETE FROM ${document} WHERE ${id} IN (SELECT u.${id} FROM ${due} u WHERE u.${id} <= ? AND NOT EXISTS (SELECT 1 FROM "${table}" r WHERE r."id" = u.${id}))`).run(last)
  statements(`INSERT INTO ${document} (${id}) SELECT r."id" FROM ${due} u CROSS JOIN "${table}" r ON r."id" = u.${id} WHERE u.${id} <= ? ORDER BY r."id" ON CONFLICT DO NOTHING`).run(last)
  statements(`INSERT INTO ${words} (rowid, "text") SELECT d."doc", ${text} FROM ${due} u CROSS JOIN ${document} d ON d.${id} = u.${id} CROSS JOIN "${table}" r ON r."id" = u.${id} WHERE u.${id} <= ? ORDER BY d."doc"`).run(last)
  statements(`DELETE FROM ${due} WHERE ${id} <= ?`).run(last)
  return rows
}
