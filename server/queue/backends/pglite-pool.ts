import type { PGlite } from '@electric-sql/pglite'
import type { PgNotification, PgPool, PgPoolClient, PgQueryResult } from 'bullmq'
import { EventEmitter } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * PGlite in the shape of a `pg.Pool`, as far as BullMQ's PostgreSQL backend uses one. PGlite has a single session:
 * every client is that session, statements queue up in it, and a LISTEN by one client makes its notifications reach all.
 */
export function createPglitePool(db: PGlite): PgPool {
  async function query<Row>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<Row>> {
    // Without parameters a text may hold several statements (migrations), which only the simple protocol takes.
    const result = params === undefined
      ? (await db.exec(text)).at(-1)
      : await db.query(text, [...params])
    // PGlite answers within the same turn of the event loop: a busy queue would let nothing else in.
    await nextTurn()
    return { rows: (result?.rows ?? []) as Row[], rowCount: result?.affectedRows ?? 0 }
  }

  // Each of BullMQ's objects listens to the pool's errors.
  const pool = Object.assign(new EventEmitter().setMaxListeners(0), {
    query,
    connect: async () => createClient(db, query),
    end: async () => undefined,
    // Nothing drops an in-process connection silently, so BullMQ need not poll it every 10 s.
    options: { keepAlive: true },
  })
  return pool
}

function createClient(db: PGlite, query: PgPool['query']): PgPoolClient {
  const emitter = new EventEmitter()
  const stop = db.onNotification((channel, payload) => void emitter.emit('notification', { channel, payload } satisfies PgNotification))
  return Object.assign(emitter, { query, release: stop })
}
