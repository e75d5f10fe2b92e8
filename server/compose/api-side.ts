import type { Config } from '../config.ts'
import type { EventBus } from '../events/bus.ts'
import type { Log } from '../log.ts'
import type { Database } from '../store/database.ts'
import type { QueueSide } from './queue-side.ts'
import type { Services } from './services.ts'
import type { Stores } from './stores.ts'
import { createHealth } from '../health.ts'
import { createHttpApp } from '../http/app.ts'
import { createBoard } from '../http/board.ts'
import { createLiveHub } from '../http/live/hub.ts'
import { createHttpServer } from '../http/server.ts'

export interface ApiSideDeps {
  config: Config
  database: Database
  stores: Stores
  queueSide: QueueSide
  services: Services
  events: EventBus
  log: Log
  version: string
  isStopping: () => boolean
}

/** Listens for people and programs. */
export async function startApi({ config, database, stores, queueSide, services, events, log, version, isStopping }: ApiSideDeps): Promise<{ url: string } & AsyncDisposable> {
  const { backend, queue } = queueSide
  const { jobs, queues, stuckJobs } = services
  const hub = createLiveHub({ events, jobs, queues, log })
  const app = createHttpApp({
    ...services,
    snapshots: stores.snapshots,
    health: createHealth({ database, queue, backend, stuckJobs, isStopping }),
    hub,
    log,
    version,
    publicUrl: config.http.publicUrl,
    webRoot: config.webDir,
    board: createBoard({ queues: queue.queues, basePath: '/bull' }),
  })
  const server = await createHttpServer({ app, hub, host: config.http.host, port: config.http.port })
  queueSide.hearOthers()
  return { url: server.url, [Symbol.asyncDispose]: () => server.close() }
}
