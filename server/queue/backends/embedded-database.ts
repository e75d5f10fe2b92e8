import type { Log } from '../../log.ts'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { runMigrations } from 'bullmq'
import { createPglitePool } from './pglite-pool.ts'

/** PostgreSQL touches all of its buffers when it starts, by default 128 MB: five thousand ready jobs need a few of them. */
const buffers = ['-c', 'shared_buffers=32MB']

/**
 * The database of the embedded queue, with BullMQ's schema. PGlite never calls fsync: a killed process loses nothing, a
 * power cut may leave files that do not open. Those are put aside and a new database is made, since every accepted job
 * is in the job table and the reconciler gives it to the queue again.
 */
export async function openDatabase(directory: string, log: Log): Promise<PGlite> {
  const dataDir = join(directory, 'pg')
  try {
    return await openAt(dataDir)
  }
  catch (error) {
    if (isSystemError(error))
      throw error
    await putAside(dataDir)
    log.error({ event: 'queue-store.replaced', error: String(error), aside: `${dataDir}.broken` }, 'the embedded queue did not open and was replaced')
    return openAt(dataDir)
  }
}

async function openAt(dataDir: string): Promise<PGlite> {
  const db = await PGlite.create({ dataDir, startParams: [...PGlite.defaultStartParams, ...buffers] })
  try {
    const session = await createPglitePool(db).connect()
    await runMigrations(session)
    session.release()
    await db.exec('SET search_path TO bullmq')
    await freeOrphans(db)
    return db
  }
  catch (error) {
    await db.close()
    throw error
  }
}

/**
 * Jobs that a dead process held run again with the first look for stalled ones, instead of when their locks have run
 * out: the directory has one owner at a time, so nobody holds them now.
 */
async function freeOrphans(db: PGlite): Promise<void> {
  await db.exec(`
    UPDATE job SET locked_until_ms = 0, stalled_marked = true WHERE state = 'active';
    DELETE FROM meta WHERE field = 'stalled-check';
  `)
}

/** Only the last one is kept. */
async function putAside(dataDir: string): Promise<void> {
  await rm(`${dataDir}.broken`, { recursive: true, force: true })
  await rename(dataDir, `${dataDir}.broken`)
}

/** No permission, no space, …: the files themselves are not to blame. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
