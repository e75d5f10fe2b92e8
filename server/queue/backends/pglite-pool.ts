import type { PGlite } from '@electric-sql/pglite'
import type { PgNotification, PgPool, PgPoolClient, PgQueryResult } from 'bullmq'
import { EventEmitter } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** So long statements follow one another before the process turns to what else it has to do. */
const sliceMs = 5

/**
 * PGlite in the shape of a `pg.Pool`, as far as BullMQ's PostgreSQL backend uses one. PGlite has a single session:
 * every client is that session, statements queue up in it, and a LISTEN by one client makes its notifications reach all.
 */
export function createPglitePool(db: PGlite): PgPool {
  let last: Promise<unknown> = Promise.resolve()
  let sliceEnd = 0

  function query<Row>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<Row>> {
    const answer = last.then(async () => {
      // PGlite answers within the same turn of the event loop: a busy queue, or one that is asked a thousand things at
      // once, would let nothing else in.
      if (performance.now() > sliceEnd) {
        await nextTurn()
        sliceEnd = performance.now() + sliceMs
      }
      return run<Row>(text, params)
    })
    last = answer.catch(() => undefined)
    return answer
  }

  async function run<Row>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<Row>> {
    // Without parameters a text may hold several statements (migrations), which only the simple protocol takes.
    const result = params === undefined
      ? (await db.exec(text)).at(-1)
      : await db.query(text, [...params])
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
