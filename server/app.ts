import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import type { Discrepancy } from './queue/store-ports.ts'
import type { Terminal } from './terminal.ts'
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import process from 'node:process'
import { systemClock } from './clock.ts'
import { queueNames } from './contract/queue.ts'
import { createEventBus } from './events/bus.ts'
import { createExporter } from './export/exporter.ts'
import { jobListCsv } from './export/job-list.ts'
import { createHazardCheck } from './hazards.ts'
import { createHealth } from './health.ts'
import { createHttpApp } from './http/app.ts'
import { createBoard } from './http/board.ts'
import { createLiveHub } from './http/live/hub.ts'
import { createHttpServer } from './http/server.ts'
import { createAnnouncer } from './jobs/announce.ts'
import { createBulkOperationRunner } from './jobs/bulk-operation-runner.ts'
import { createBulkOperationService } from './jobs/bulk-operation-service.ts'
import { createBrandService, createExportService, createProductService } from './jobs/catalogue-services.ts'
import { createRequestChecks } from './jobs/check-request.ts'
import { deriveEvents } from './jobs/derived-events.ts'
import { createJobService } from './jobs/job-service.ts'
import { createLedgerService } from './jobs/ledger-service.ts'
import { createOpenJobCap } from './jobs/open-job-cap.ts'
import { createOverviewService } from './jobs/overview-service.ts'
import { createQueueService } from './jobs/queue-service.ts'
import { createRetention } from './jobs/retention.ts'
import { defaultBackoff } from './jobs/retry-policy.ts'
import { createRounds } from './jobs/rounds.ts'
import { createRunner } from './jobs/runner.ts'
import { createScheduleBell } from './jobs/schedule-bell.ts'
import { createScheduleService } from './jobs/schedule-service.ts'
import { createStuckJobs } from './jobs/stuck-jobs.ts'
import { createTrialService } from './jobs/trial-service.ts'
import { createWorkerRegistration } from './jobs/worker-registration.ts'
import { createWorkerService } from './jobs/worker-service.ts'
import { openQueueBackend } from './queue/backends/index.ts'
import { createDispatcher } from './queue/dispatcher.ts'
import { dueTimes } from './queue/due-times.ts'
import { listenForHints } from './queue/events.ts'
import { createJobQueue } from './queue/job-queue.ts'
import { createLoop } from './queue/loop.ts'
import { createReconciler } from './queue/reconciler.ts'
import { createWorkerPool } from './queue/workers.ts'
import { openSampleShop } from './sample.ts'
import { createScraper } from './scrape/scraper.ts'
import { matchIdentities } from './scrape/url/identity.ts'
import { createBrandStore } from './store/brand-store.ts'
import { createBulkOperationStore } from './store/bulk-operation-store.ts'
import { openDatabase } from './store/database.ts'
import { createExportStore } from './store/export-store.ts'
import { createHostPaceStore } from './store/host-pace-store.ts'
import { createInsightStore } from './store/insight-store.ts'
import { createJobStore } from './store/job-store.ts'
import { createLease } from './store/lease-store.ts'
import { createProductStore } from './store/product-store.ts'
import { createQueueSettingStore } from './store/queue-setting-store.ts'
import { createRunStore } from './store/run-store.ts'
import { createScheduleStore } from './store/schedule-store.ts'
import { createSnapshotStore } from './store/snapshot-store.ts'
import { createWorkerStore } from './store/worker-store.ts'

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

  const database = stack.use(await openDatabase({ file: config.databaseFile, migrations: config.migrationsDir }))
  const leases = stack.use(new AsyncDisposableStack())
  const brands = createBrandStore(database)
  const products = createProductStore(database)
  const jobs = createJobStore(database)
  const insight = createInsightStore(database)
  const exportRecords = createExportStore(database)
  const schedules = createScheduleStore(database)
  const settings = createQueueSettingStore(database)
  const snapshots = createSnapshotStore(database)
  const exporter = createExporter({ folder: config.exportsDir })
  await exporter.prepare()
  await exporter.sweep(clock.now())

  const events = createEventBus()
  stack.defer(deriveEvents({ events, findExport: jobId => exportRecords.findByJob(jobId), onError: error => log.warn({ event: 'events.derive-failed', err: error }, 'an export was not announced') }))

  const backend = stack.use(await openQueueBackend(config.queueUrl, { log }))
  const queue = createJobQueue(backend)
  const now = () => new Date(clock.now())
  const dispatcher = stack.use(createDispatcher({
    outbox: { take: limit => jobs.takeUndispatched(limit, now(), config.dispatchWindow), markDispatched: refs => jobs.markDispatched(refs, now()) },
    queue,
    log,
  }))
  const reconciler = stack.use(createReconciler({
    jobs: { page: jobs.openPage, resolve },
    lease: lease('reconciler'),
    queue,
    clock,
    log,
    onResolved: dispatcher.kick,
  }))
  const announce = createAnnouncer({ jobs, queue, events, kick: dispatcher.kick, log })

  const sample = config.sampleShop ? await openSampleShop({ brands, port: config.http.port }) : null
  if (sample)
    stack.use(sample)
  const scraper = stack.use(createScraper({
    config: { ...config.scrape, allowPrivateHosts: [...config.scrape.allowPrivateHosts, ...(sample ? [sample.host] : [])] },
    // The embedded queue has this process only.
    hosts: backend.kind === 'redis' ? createHostPaceStore(database) : undefined,
    log,
    clock,
  }))

  const jobService = createJobService({ jobs, brands, announce, cap: createOpenJobCap({ jobs, clock, most: config.maxOpenJobs }), clock, attempts: config.attempts })
  const workerStore = createWorkerStore(database)
  const workerService = createWorkerService({ workers: workerStore, events, clock })
  const operations = createBulkOperationStore(database)
  const bulkRunner = createBulkOperationRunner({ operations, lease: lease('bulk-operations'), announce, events, clock, log })
  const bulkLoop = createLoop(1000, async () => {
    try {
      if (await bulkRunner.round())
        bulkLoop.wake()
    }
    catch (error) {
      log.warn({ event: 'bulk-operation.held', err: error }, 'bulk operations are tried again')
    }
  })
  const bulkOperations = createBulkOperationService({ operations, events, clock, wake: () => bulkLoop.wake(), writeList: jobListCsv })
  const queueService = createQueueService({ jobs, settings, queue, events, log, operations: bulkOperations, clock, concurrency: config.concurrency, attempts: config.attempts })
  const stuckJobs = createStuckJobs({ jobs, queue, announce, clock, log })
  const bell = createScheduleBell({ schedules, queue: queue.schedules, dueTimes, announce, attempts: config.attempts, clock, log })
  const brandService = createBrandService({ brands, events, clock })
  const run = createRunner({
    jobs,
    events,
    clock,
    log,
    kick: dispatcher.kick,
    backoff: { ...defaultBackoff, baseMs: config.backoffMs },
    deps: { jobs, detailsBatch: config.detailsBatch, brands, products, exports: exportRecords, exporter, snapshots, scraper, matchIdentities, maxProducts: config.scrape.maxProducts, pagesAtOnce: config.scrape.pagesAtOnce },
  })

  let url: string | null = null
  let stopping = false
  if (config.role !== 'worker') {
    const hub = createLiveHub({ events, jobs: jobService, queues: queueService, log })
    const app = createHttpApp({
      brands: brandService,
      jobs: jobService,
      bulkOperations,
      workers: workerService,
      queues: queueService,
      schedules: createScheduleService({ schedules, check: createRequestChecks({ brands }), dueTimes, bell, clock }),
      products: createProductService({ products }),
      overview: createOverviewService({ insight, queues: queueService, checkHealth: createHazardCheck({ backend, dataDir: dirname(config.databaseFile), exportsDir: config.exportsDir }), clock }),
      ledgers: createLedgerService({ jobs, brands, products, runs: createRunStore(database) }),
      trials: createTrialService({ brands, scraper }),
      snapshots,
      exports: createExportService({ exports: exportRecords, jobs, exporter, events }),
      health: createHealth({ database, queue, backend, stuckJobs, isStopping: () => stopping }),
      hub,
      log,
      version,
      publicUrl: config.http.publicUrl,
      webRoot: config.webDir,
      board: createBoard({ queues: queue.queues, basePath: '/bull' }),
    })
    const server = await createHttpServer({ app, hub, host: config.http.host, port: config.http.port })
    stack.defer(() => server.close())
    url = server.url
    if (backend.kind === 'redis')
      hearOthers()
  }

  if (config.role !== 'api') {
    const workers = stack.use(createWorkerPool({
      backend,
      queues: Object.fromEntries(queueNames.map(name => [name, { concurrency: config.concurrency[name] }])),
      run,
      log,
      onTick: bell.tick,
      onQueueFailure: async failure => void await resolve([{ ref: failure.ref, state: 'failed', reason: failure }]),
    }))
    stack.defer(() => workers.stop(config.shutdownGraceMs))
    const registration = createWorkerRegistration({
      workers: workerStore,
      worker: { id: randomUUID(), host: hostname(), pid: process.pid, version, role: config.role, concurrency: config.concurrency },
      pool: workers,
      clock,
      stop,
    })
    const registered = everySecond('worker', () => registration.round())
    stack.defer(() => registration.leave().catch((error: unknown) => log.warn({ event: 'worker.not-removed', err: error }, 'this process stays in the list of workers for a while')))
    stack.use(registered)
    // The queue store may come back only later; the dashboard is up meanwhile.
    void workers.start().catch((error: unknown) => log.error({ event: 'workers.start-failed', err: error }, 'workers did not start'))
  }
  const housekeeping = createLoop(60_000, createRounds({
    lease: lease('housekeeping'),
    leaseMs: 180_000,
    log,
    tasks: { insight: () => insight.forget(clock.now()), ...createRetention({ jobs, exports: exportRecords, exporter, schedules, operations, workers: workerStore, announce, events, clock, policy: config.retention }) },
  }))
  stack.defer(() => housekeeping.stop())
  housekeeping.start()
  const scheduleRounds = createLoop(15_000, createRounds({
    lease: lease('schedules'),
    leaseMs: 45_000,
    log,
    tasks: { schedules: () => bell.sync(), queues: () => queueService.sync(), stuck: () => stuckJobs.release() },
  }))
  stack.defer(() => scheduleRounds.stop())
  scheduleRounds.start()
  // Its dashboards hear of operations and workers in whichever process they are.
  if (config.role !== 'worker') {
    stack.defer(() => bulkLoop.stop())
    bulkLoop.start()
    stack.use(everySecond('workers', () => workerService.watch()))
  }
  dispatcher.start()
  reconciler.start()

  if (sample && config.role !== 'worker')
    stack.use(sample.scrapeOnce({ brands: brandService, jobs: jobService, events, terminal, log }))

  /** Does small work each second; a time that fails is followed by the next one. */
  function everySecond(name: string, work: () => Promise<void>): AsyncDisposable {
    const loop = createLoop(1000, () => work().catch((error: unknown) => log.warn({ event: 'round.failed', task: name, err: error }, 'a recurring task failed; it comes again')))
    loop.start()
    return { [Symbol.asyncDispose]: loop.stop }
  }

  /** Given back at the end, so that the next process need not wait until it runs out. */
  function lease(name: string) {
    const held = createLease(database, { name, holder: randomUUID(), clock })
    leases.defer(() => held.release().catch((error: unknown) => log.warn({ event: 'lease.not-released', name, err: error }, 'the next process waits until the lease runs out')))
    return held
  }

  /** Puts rows right, and tells of it. */
  async function resolve(found: Discrepancy[]): Promise<number> {
    const changed = await jobs.resolve(found, now())
    announce.revived(changed)
    return changed.length
  }

  /** Workers in other processes change rows too; the queue's events say which to read again. */
  function hearOthers(): void {
    const hints = listenForHints({
      backend,
      queues: queueNames,
      onHint: id => void jobs.summary(id).then(job => job && events.publish({ kind: 'job', job }), (error: unknown) => log.warn({ event: 'hint.unread', jobId: id, err: error }, 'a changed job was not read')),
    })
    hints.ready.catch(() => undefined)
  }

  stack.defer(() => {
    stopping = true
  })
  const owned = stack.move()
  return { url, [Symbol.asyncDispose]: () => owned.disposeAsync() }
}
