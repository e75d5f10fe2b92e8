import type { PGlite } from '@electric-sql/pglite'
import type { EmbeddedStore } from '../support/embedded-stores.ts'
import type { Store } from './queue-backend/bench.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../server/queue/backends/embedded-database.ts'
import { createEmbeddedBackend } from '../../server/queue/backends/embedded.ts'
import { createOwner } from '../../server/queue/backends/owned.ts'
import { openEmbeddedStore } from '../support/embedded-stores.ts'
import { silentLog } from '../support/log.ts'
import { describeQueueBackend } from './queue-backend.ts'

describe('embedded', { timeout: 60_000 }, () => {
  let store: EmbeddedStore
  let db: PGlite
  beforeAll(async () => {
    store = await openEmbeddedStore()
    db = await openDatabase(store.directory, silentLog)
  }, 120_000)
  afterAll(async () => {
    await db?.close()
    await store?.[Symbol.asyncDispose]()
  })

  test('its database takes memory for few buffers, though it was made with four times as many', async () => {
    expect((await db.query('SHOW shared_buffers')).rows).toEqual([{ shared_buffers: '32MB' }])
  })

  // Opening it takes a second of computing; test/queue/embedded.test.ts does.
  describeQueueBackend(async (): Promise<Store> => ({
    url: store.url,
    backend: () => createEmbeddedBackend(db, createOwner(), silentLog),
    [Symbol.asyncDispose]: async () => empty(db),
  }), openEmbeddedStore)
})

async function empty(db: PGlite): Promise<void> {
  const { rows } = await db.query<{ name: string }>(`SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_schema = 'bullmq' AND table_name <> 'migration'`)
  await db.exec(`TRUNCATE ${rows.map(row => row.name).join(', ')} RESTART IDENTITY CASCADE`)
}
