import type { PrivateRedis } from '../../support/redis.ts'
import type { Injection } from '../inject/injections.ts'
import type { Client } from './client.ts'
import type { Program } from './program.ts'
import type { Records } from './records.ts'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileCache } from '../../support/compile-cache.ts'
import { temporaryFolder } from '../../support/database.ts'
import { startRedis } from '../../support/redis.ts'
import { createClient } from './client.ts'
import { NotReady, startProgram } from './program.ts'
import { openRecords } from './records.ts'
import { startShop } from './shop.ts'

const main = fileURLToPath(new URL('../../../server/main.ts', import.meta.url))
const preload = new URL('../inject/preload.ts', import.meta.url).href

export interface InstallationOptions {
  /** Settings of its own redis-server; `embedded` is the queue without Redis. */
  redis?: string[] | 'embedded'
  /** The queue's address when it is not the Redis that comes with the installation. */
  queueUrl?: string
  /** Products of the shop. */
  products?: number
  /** How long the shop thinks about a product's page, in milliseconds. */
  pageDelayMs?: number
  env?: Record<string, string>
  faults?: Injection[]
  /** When nothing has changed for this long, nothing will. */
  patienceMs?: number
  /** A process that is not ready by then is given up. */
  readyWithinMs?: number
  dataDir?: string
  exportsDir?: string
}

export type Role = 'api' | 'worker' | 'all'

/** The machine had no time for the first process of a kind: nothing has been tried, so nothing was found either. */
export class CouldNotStart extends Error {}

/** A whole installation in a folder of its own: shop, queue store, database, and as many processes as are started. */
export async function install({ redis: redisSettings = [], queueUrl, products = 8, pageDelayMs = 0, env = {}, faults = [], patienceMs = 120_000, readyWithinMs, dataDir, exportsDir }: InstallationOptions) {
  await using stack = new AsyncDisposableStack()
  const folder = stack.use(await temporaryFolder()).path
  const log = join(folder, 'log.txt')
  const data = dataDir ?? join(folder, 'data')
  const exports = exportsDir ?? join(folder, 'exports')
  await mkdir(data, { recursive: true })
  const shop = stack.use(await startShop({ products, pageDelayMs, log }).catch(couldNotStart))
  const redis: PrivateRedis | null = Array.isArray(redisSettings) ? stack.use(await startRedis(redisSettings)) : null
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const queue: Record<string, string> = redisSettings === 'embedded' ? { QUEUE_URL: 'embedded' } : { REDIS_URL: queueUrl ?? redis?.url ?? '' }
  const client: Client = createClient(() => url)
  let records: Records | undefined
  stack.defer(() => records?.close())
  const running = new Set<Program>()
  const startedOnce = new Set<Role>()
  stack.defer(async () => void await Promise.all([...running].map(program => program.kill())))

  async function start(role: Role, more: { env?: Record<string, string>, faults?: Injection[] } = {}): Promise<Program> {
    const program = await startProgram({
      args: ['--import', preload, main],
      ready: role === 'worker' ? /worker is ready/ : /ready at (\S+)/,
      log,
      readyWithinMs,
      env: {
        NODE_ENV: 'production',
        NODE_COMPILE_CACHE: compileCache,
        ROLE: role,
        PORT: String(port),
        DATA_DIR: data,
        EXPORTS_DIR: exports,
        SAMPLE_SHOP: 'off',
        LOG_LEVEL: 'info',
        ALLOW_PRIVATE_HOSTS: new URL(shop.url).host,
        SCRAPE_DELAY_MS: '0',
        BACKOFF_MS: '200',
        SHUTDOWN_GRACE_MS: '2000',
        ...queue,
        ...env,
        ...more.env,
        FAULTS: JSON.stringify([...faults, ...more.faults ?? []]),
      },
    }).catch((error: unknown) => startedOnce.has(role) ? Promise.reject(error) : couldNotStart(error))
    startedOnce.add(role)
    running.add(program)
    void program.exited.then(() => running.delete(program))
    return program
  }

  const owned = stack.move()
  return {
    folder,
    log,
    url,
    patienceMs,
    shop,
    exportsDir: exports,
    databaseFile: join(data, 'app.db'),
    queueDir: join(data, 'queue'),
    client,
    /** The Redis of this installation. */
    get redis(): PrivateRedis {
      if (!redis)
        throw new Error('this installation has no Redis of its own')
      return redis
    },
    hasRedis: redis !== null,
    /** Reads the database; it exists once a process has started. */
    get records(): Records {
      return records ??= openRecords(join(data, 'app.db'))
    },
    start,
    running: () => [...running],
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}
export type Installation = Awaited<ReturnType<typeof install>>

function couldNotStart(error: unknown): never {
  throw error instanceof NotReady ? new CouldNotStart(error.message) : error
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
