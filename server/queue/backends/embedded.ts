import type { PGlite } from '@electric-sql/pglite'
import type { BackendFactory, ConnectionOptions, RedisQueueBackend } from 'bullmq'
import type { BackendOptions, Broadcast, QueueBackend } from './backend.ts'
import type { Owner } from './owned.ts'
import { mkdir } from 'node:fs/promises'
import { createPostgresBackend } from 'bullmq'
import { QueueUnavailable } from '../../errors.ts'
import { createBullmqObjects } from './bullmq-objects.ts'
import { lockDirectory } from './directory-lock.ts'
import { openDatabase } from './embedded-database.ts'
import { createOwner } from './owned.ts'
import { createPglitePool } from './pglite-pool.ts'

/** SQLSTATE classes that say the store cannot take work: no resources (disk full), operator intervention, I/O error. */
const unavailableStates = /^(?:53|57|58)/

/**
 * BullMQ on PGlite (PostgreSQL compiled to WebAssembly) in `directory`, for one process only:
 * a second opener is refused.
 */
export async function openEmbedded(directory: string, { log }: BackendOptions): Promise<QueueBackend> {
  await mkdir(directory, { recursive: true })
  const owner = createOwner()
  const lock = await lockDirectory(directory)
  owner.defer(lock.release)
  try {
    const db = await openDatabase(directory, log)
    owner.defer(async () => db.close())
    return createEmbeddedBackend(db, owner, log)
  }
  catch (error) {
    await owner.dispose()
    throw error
  }
}

/** On a database that is open, and stays so; `owner` closes the rest. */
export function createEmbeddedBackend(db: PGlite, owner: Owner, log: BackendOptions['log']): QueueBackend {
  const pool = createPglitePool(db)

  // BullMQ's types tie a connection to its backend; to the rest of the queue layer all backends look the same.
  const connection = () => pool as unknown as ConnectionOptions
  const objects = createBullmqObjects({
    factory: createPostgresBackend as unknown as BackendFactory<RedisQueueBackend>,
    producing: connection,
    waiting: connection,
    // An event that comes between a reader's look and its wait is seen at the next look only.
    eventsBlockMs: 1_000,
    owner,
    log,
  })
  const workers = new Map<string, number>()
  let open = true

  async function guard<Result>(call: () => Promise<Result>): Promise<Result> {
    // BullMQ never settles a call on a closed PostgreSQL connection.
    if (!open)
      throw new QueueUnavailable(new Error('The embedded queue is closed.'))
    try {
      return await call()
    }
    catch (error) {
      throw isUnavailable(error) ? new QueueUnavailable(error) : error
    }
  }

  return {
    kind: 'embedded',
    guard,
    broadcast: createLocalBroadcast(),
    ...objects,
    createWorker(name, process, tuning) {
      const worker = objects.createWorker(name, process, tuning)
      const change = (by: number) => workers.set(name, (workers.get(name) ?? 0) + by)
      change(1)
      worker.once('closed', () => change(-1))
      return worker
    },
    ping: async () => guard(async () => void await db.query('SELECT 1')),
    check: async () => [],
    // All sessions are one, so pg_stat_activity cannot tell workers apart; but they all live here.
    countWorkers: async queue => workers.get(queue.name) ?? 0,
    async [Symbol.asyncDispose]() {
      open = false
      await owner.dispose()
    },
  }
}

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error))
    return false
  return /PGlite is (?:closed|closing)/.test(error.message) || ('code' in error && unavailableStates.test(String(error.code)))
}

/** All listeners live in this process. */
function createLocalBroadcast(): Broadcast {
  const listeners = new Set<(message: string) => void>()
  return {
    async publish(message) {
      for (const listener of listeners)
        listener(message)
    },
    subscribe(listener) {
      listeners.add(listener)
      return { ready: Promise.resolve(), stop: async () => void listeners.delete(listener) }
    },
  }
}
