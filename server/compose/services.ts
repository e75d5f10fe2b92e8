import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { EventBus } from '../events/bus.ts'
import type { Exporter } from '../export/exporter.ts'
import type { SettingsService } from '../jobs/settings-service.ts'
import type { Log } from '../log.ts'
import type { Politeness } from '../scrape/politeness/politeness.ts'
import type { Scraper } from '../scrape/ports.ts'
import type { QueueSide } from './queue-side.ts'
import type { Stores } from './stores.ts'
import { dirname } from 'node:path'
import { jobListCsv } from '../export/job-list.ts'
import { createHazardCheck } from '../hazards.ts'
import { createBrandFactsService } from '../jobs/brand-facts-service.ts'
import { createBulkOperationService } from '../jobs/bulk-operation-service.ts'
import { createBrandService, createExportService, createProductService } from '../jobs/catalogue-services.ts'
import { createRequestChecks } from '../jobs/check-request.ts'
import { createJobDetailService } from '../jobs/job-detail-service.ts'
import { createJobService } from '../jobs/job-service.ts'
import { createLedgerService } from '../jobs/ledger-service.ts'
import { createOpenJobCap } from '../jobs/open-job-cap.ts'
import { createOverviewService } from '../jobs/overview-service.ts'
import { createQueueService } from '../jobs/queue-service.ts'
import { createSavedViewService } from '../jobs/saved-view-service.ts'
import { createScheduleBell } from '../jobs/schedule-bell.ts'
import { createScheduleService } from '../jobs/schedule-service.ts'
import { createStuckJobs } from '../jobs/stuck-jobs.ts'
import { createThrottleService } from '../jobs/throttle-service.ts'
import { createTrialService } from '../jobs/trial-service.ts'
import { createWorkerService } from '../jobs/worker-service.ts'
import { dueTimes } from '../queue/due-times.ts'

export interface ServicesDeps {
  config: Config
  stores: Stores
  queueSide: QueueSide
  scraper: Scraper & Pick<Politeness, 'throttles'>
  exporter: Exporter
  events: EventBus
  settings: SettingsService
  /** Has bulk operations worked off at once. */
  wakeOperations: () => void
  clock: Clock
  log: Log
}

/** What the API, the schedules and the rounds ask for. Nothing of it runs by itself. */
export interface Services extends ReturnType<typeof createServices> {}

export function createServices({ config, stores, queueSide: { queue, announce, backend }, scraper, exporter, settings, events, wakeOperations, clock, log }: ServicesDeps) {
  const { brands, jobs, schedules, operations } = stores
  const { attempts, concurrency } = config
  const bulkOperations = createBulkOperationService({ operations, events, clock, wake: wakeOperations, writeList: jobListCsv })
  const queues = createQueueService({ jobs, settings: stores.queueSettings, queue, events, log, operations: bulkOperations, clock, concurrency, attempts })
  const bell = createScheduleBell({ schedules, queue: queue.schedules, dueTimes, announce, attempts, clock, log })
  return {
    settings,
    bulkOperations,
    queues,
    bell,
    brandFacts: createBrandFactsService({ facts: stores.brandFacts, schedules, dueTimes, clock }),
    brands: createBrandService({ brands, events, clock }),
    jobs: createJobService({ jobs, brands, announce, cap: createOpenJobCap({ jobs, clock, most: async () => (await settings.current()).maxOpenJobs }), clock, attempts }),
    jobDetails: createJobDetailService({ jobs, details: stores.jobDetails }),
    workers: createWorkerService({ workers: stores.workers, events, clock }),
    stuckJobs: createStuckJobs({ jobs, queue, announce, clock, log }),
    savedViews: createSavedViewService({ views: stores.views, clock }),
    schedules: createScheduleService({ schedules, check: createRequestChecks({ brands }), dueTimes, bell, events, clock }),
    products: createProductService({ products: stores.products }),
    overview: createOverviewService({ insight: stores.insight, queues, checkHealth: createHazardCheck({ backend, dataDir: dirname(config.databaseFile), exportsDir: config.exportsDir }), clock }),
    ledgers: createLedgerService({ jobs, brands, products: stores.products, runs: stores.runs, things: stores.ledgerThings }),
    trials: createTrialService({ brands, scraper }),
    throttles: createThrottleService({ brands, throttles: stores.throttles, settings, asked: scraper.throttles, events, clock }),
    exports: createExportService({ exports: stores.exports, jobs, exporter, settings, events }),
  }
}
