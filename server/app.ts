import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import type { Terminal } from './terminal.ts'
import { systemClock } from './clock.ts'
import { startApi } from './compose/api-side.ts'
import { createLeases } from './compose/leases.ts'
import { openQueueSide } from './compose/queue-side.ts'
import { everySecond, recur } from './compose/recurring.ts'
import { createServices } from './compose/services.ts'
import { createStores } from './compose/stores.ts'
import { startWorkers } from './compose/worker-side.ts'
import { createEventBus } from './events/bus.ts'
import { createExporter } from './export/exporter.ts'
import { createBulkOperationRunner } from './jobs/bulk-operation-runner.ts'
import { createDeadWorkers } from './jobs/dead-workers.ts'
import { deriveEvents } from './jobs/derived-events.ts'
import { createRetention } from './jobs/retention.ts'
import { defaultBackoff } from './jobs/retry-policy.ts'
import { createRounds } from './jobs/rounds.ts'
import { createRunner } from './jobs/runner.ts'
import { createSettingsService } from './jobs/settings-service.ts'
import { isGone } from './process-birth.ts'
import { openSampleShop } from './sample.ts'
import { createScraper } from './scrape/scraper.ts'
import { matchIdentities } from './scrape/url/identity.ts'
import { createSecretBox } from './store/brand/secret-box.ts'
import { loadSecretKey } from './store/brand/secret-key.ts'
import { openDatabase } from './store/database.ts'
import { createHostPaceStore } from './store/host-pace-store.ts'

export interface AppOptions {
  log: Log
  version: string
  terminal: Terminal
  clock?: Clock
  /** Ends the process as a signal would; absent, it cannot be asked to. */
  stop?: () => void
}

export interface App extends AsyncDisposable {
  /** Where people reach it; null for a process without the API. */
  url: string | null
}

/**
 * Builds and starts every part, in the order in which one needs the other; disposing ends them in reverse. Nothing is
 * opened but what is closed again.
 */
export async function createApp(config: Config, { log, version, terminal, clock = systemClock, stop = () => {} }: AppOptions): Promise<App> {
  await using stack = new AsyncDisposableStack()
  const { role } = config

  const database = stack.use(await openDatabase({ file: config.databaseFile, migrations: config.migrationsDir }))
  const leases = stack.use(createLeases(database, { clock, log }))
  const stores = createStores(database, createSecretBox(await loadSecretKey(config.secretKey)))
  const { brands, products, jobs, exports, schedules, snapshots, operations, insight } = stores
  await brands.sealPlain()
  const exporter = createExporter({ folder: config.exportsDir })
  await exporter.prepare()
  await exporter.sweep(clock.now())

  const events = createEventBus()
  const settings = createSettingsService({ settings: stores.settings, environment: config.settings, events, clock, log })
  const queueSide = stack.use(await openQueueSide({ config, stores, leases, settings, events, clock, log }))
  const { announce, kick } = queueSide
  const deadWorkers = createDeadWorkers({ workers: stores.workers, jobs, queue: queueSide.queue, isGone, announce, clock, log })
  await deadWorkers.inherit()

  const sample = config.sampleShop ? await openSampleShop({ brands, port: config.http.port }) : null
  if (sample)
    stack.use(sample)
  const scraper = stack.use(createScraper({
    config: { ...config.scrape, allowPrivateHosts: [...config.scrape.allowPrivateHosts, ...(sample ? [sample.host] : [])] },
    // The embedded queue has this process only.
    pace: settings.current,
    hosts: queueSide.backend.kind === 'redis' ? createHostPaceStore(database) : undefined,
    log,
    clock,
  }))

  let wakeOperations = () => {}
  const services = createServices({ config, stores, queueSide, scraper, exporter, settings, events, wakeOperations: () => wakeOperations(), clock, log })
  stack.defer(deriveEvents({ events, findExport: services.exports.findByJob, onError: error => log.warn({ event: 'events.derive-failed', err: error }, 'an export was not announced') }))
  let url: string | null = null
  let stopping = false
  if (role !== 'worker')
    url = stack.use(await startApi({ config, database, stores, queueSide, services, events, log, version, isStopping: () => stopping })).url

  if (role !== 'api') {
    const run = createRunner({
      jobs,
      events,
      clock,
      log,
      kick,
      backoff: { ...defaultBackoff, baseMs: config.backoffMs },
      deps: { jobs, brands, products, exports, exporter, snapshots, scraper, matchIdentities, settings },
    })
    stack.use(await startWorkers({ config: { ...config, role }, stores, queueSide, run, onTick: services.bell.tick, stop, version, clock, log }))
  }

  stack.use(everySecond('throttle-report', () => services.throttles.report(), log))
  stack.use(recur(60_000, createRounds({
    lease: leases.of('housekeeping'),
    leaseMs: 180_000,
    log,
    tasks: { insight: () => insight.forget(clock.now()), ...createRetention({ jobs, exports, exporter, schedules, operations, workers: stores.workers, throttles: stores.throttles, announce, events, clock, settings }) },
  })))
  stack.use(recur(15_000, createRounds({
    lease: leases.of('schedules'),
    leaseMs: 45_000,
    log,
    tasks: { schedules: () => services.bell.sync(), queues: () => services.queues.sync(), stuck: () => services.stuckJobs.release() },
  })))
  stack.use(everySecond('dead-workers', () => deadWorkers.round(), log))
  // Its dashboards hear of operations and workers in whichever process they are.
  if (role !== 'worker') {
    const runner = createBulkOperationRunner({ operations, lease: leases.of('bulk-operations'), announce, events, clock, log })
    const worked = stack.use(everySecond('bulk-operations', async () => {
      if (await runner.round())
        wakeOperations()
    }, log))
    wakeOperations = worked.wake
    stack.use(everySecond('workers', () => services.workers.watch(), log))
    stack.use(everySecond('throttles', () => services.throttles.watch(), log))
    stack.use(everySecond('schedules', () => services.schedules.watch(), log))
    const indexed = stack.use(everySecond('words', async () => {
      if (await stores.words.index())
        indexed.wake()
    }, log))
  }
  queueSide.start()

  if (sample && role !== 'worker')
    stack.use(sample.scrapeOnce({ brands: services.brands, jobs: services.jobs, events, terminal, log }))

  stack.defer(() => {
    stopping = true
  })
  const owned = stack.move()
  return { url, [Symbol.asyncDispose]: () => owned.disposeAsync() }
}
