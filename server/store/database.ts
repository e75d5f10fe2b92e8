import type Sqlite from 'better-sqlite3'
import type { Scan } from './scan.ts'
import type { Statements } from './statements.ts'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { tell } from '../contract/told.ts'
import { AppError } from '../errors.ts'
import { explainFile } from './check-file.ts'
import { migrate } from './migrate.ts'
import { PrismaClient } from './prisma/client.ts'
import { createScan } from './scan.ts'
import { createStatements } from './statements.ts'

/** Parameters of one statement that SQLite takes. Prisma supposes 999 and refuses a selection of more products than that. */
const maxBindValues = 32_766

export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

/** The application's database. Reads never wait for writes (WAL); writes go one after the other. */
export interface Database extends AsyncDisposable {
  /** For reading only: a write through it fails. */
  read: PrismaClient
  /**
   * Runs `work` in one transaction that holds the write lock from its first statement; throws roll it back.
   * @throws {AppError} `disk-full`, `service-unavailable` when another program keeps the write lock, `conflict` when another writer was quicker
   */
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  statements: Statements
  /** For reading only, on the connection of `read`. */
  scan: Scan
}
/** What reads. */
export type Reading = Pick<Database, 'read' | 'scan'>

export interface DatabaseOptions {
  /** Path of the SQLite file. */
  file: string
  /** Folder of the migrations. */
  migrations: string
}

/**
 * Two connections, because the adapter runs every query of a client on one connection: a plain write that comes in
 * while an interactive transaction is open would become a part of it, and vanish when that one rolls back.
 */
export async function openDatabase({ file, migrations }: DatabaseOptions): Promise<Database> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await migrate(file, migrations)
  }
  catch (error) {
    throw explainFile(file, error)
  }
  // A scrape writes row after row: pages of the file that were written are seldom wanted again.
  const writer = connect(file, ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 1000', 'wal_autocheckpoint = 1000', 'temp_store = MEMORY', 'cache_size = -8000'])
  const reader = connect(file, ['query_only = ON', 'busy_timeout = 1000', 'foreign_keys = ON'])
  await assertPragma(writer.client, 'journal_mode', 'wal')
  await assertPragma(writer.client, 'synchronous', 2)
  await assertPragma(writer.client, 'foreign_keys', 1)
  await assertPragma(writer.client, 'busy_timeout', 1000)
  await assertPragma(reader.client, 'query_only', 1)

  const statements = createStatements(writer.connection)
  let last: Promise<unknown> = Promise.resolve()
  let closed = false

  function write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (closed)
      return Promise.reject(new Error('The database is closed.'))
    const run = last.then(() => retryBusy(() => writer.client.$transaction(async (tx) => {
      // The adapter begins deferred transactions: reading first and writing then could fail half-way when another
      // process wrote in between. A write that changes nothing takes the lock at once.
      statements('UPDATE "Brand" SET "id" = "id" WHERE 0').run()
      return work(tx)
    }, { maxWait: 30_000, timeout: 60_000 }))).catch((error: unknown) => {
      throw named(error)
    })
    last = run.catch(() => undefined)
    return run
  }

  return {
    read: reader.client,
    write,
    statements,
    scan: createScan(reader.connection),
    async [Symbol.asyncDispose]() {
      if (closed)
        return
      closed = true
      await last
      await reader.client.$disconnect()
      await writer.client.$disconnect()
    },
  }
}

/** A client, and the one connection that all of its queries run on, which is opened by the first of them. */
function connect(file: string, pragmas: string[]): { client: PrismaClient, connection: () => Sqlite.Database } {
  const inner = new PrismaBetterSqlite3({ url: `file:${file}`, timeout: 1000 })
  let connection: Sqlite.Database | null = null
  const client = new PrismaClient({
    adapter: {
      provider: inner.provider,
      adapterName: inner.adapterName,
      // Pragmas belong to a connection, and Prisma sets none.
      async connect() {
        const adapter = await inner.connect()
        // The adapter keeps its connection to itself by type only; a statement prepared on another one would not be a part of its transactions.
        connection = (adapter as unknown as { client: Sqlite.Database }).client
        await adapter.executeScript(pragmas.map(pragma => `PRAGMA ${pragma};`).join('\n'))
        return Object.assign(adapter, { getConnectionInfo: () => ({ maxBindValues, supportsRelationJoins: false }) })
      },
    },
  })
  return {
    client,
    connection() {
      if (!connection)
        throw new Error('The database is not open.')
      return connection
    },
  }
}

async function assertPragma(client: PrismaClient, name: string, expected: string | number): Promise<void> {
  const rows = await client.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`)
  const value = Object.values(rows[0] ?? {})[0]
  if (String(value) !== String(expected))
    throw new Error(`SQLite refused ${name} = ${expected} (it is ${String(value)}); is the database on a network disk?`)
}

/** Another process may hold the write lock for longer than the busy timeout: try again a few times, with jitter. */
async function retryBusy<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    }
    catch (error) {
      if (attempt >= 8 || !isBusy(error))
        throw error
      await new Promise(resolve => setTimeout(resolve, 50 * attempt + Math.random() * 100))
    }
  }
}

/** Trouble with the disk or with other programs, and what another writer was quicker to do after it had been checked. */
function named(error: unknown): unknown {
  if (error instanceof AppError)
    return error
  if (/database or disk is full|SQLITE_FULL/.test(textOf(error)))
    return new AppError('disk-full', tell('database-disk-full'), { cause: error, retryable: true })
  if (isBusy(error))
    return new AppError('service-unavailable', tell('database-held'), { cause: error, retryable: true })
  if (/FOREIGN KEY constraint failed|P2003/.test(textOf(error)))
    return new AppError('conflict', tell('owner-deleted'), { cause: error, retryable: true })
  if (/UNIQUE constraint failed|P2002/.test(textOf(error)))
    return new AppError('conflict', tell('one-like-it'), { cause: error, retryable: true })
  return error
}

function isBusy(error: unknown): boolean {
  return /database is locked|SQLITE_BUSY|SocketTimeout|P1008|P2034/.test(textOf(error))
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : ''
}
