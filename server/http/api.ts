import type { OpenAPIHono } from '@hono/zod-openapi'
import type { BrandFactsService } from '../jobs/brand-facts-service.ts'
import type { JobDetailService } from '../jobs/job-detail-service.ts'
import type { LedgerService } from '../jobs/ledger-service.ts'
import type { OverviewService } from '../jobs/overview-service.ts'
import type { BrandService, BulkOperationService, ExportService, Health, JobService, ProductService, QueueService, SavedViewService, ScheduleService, SnapshotService, WorkerService } from '../jobs/ports.ts'
import type { SettingsService } from '../jobs/settings-service.ts'
import type { ThrottleService } from '../jobs/throttle-service.ts'
import type { TrialService } from '../jobs/trial-service.ts'
import type { HttpEnv } from './env.ts'
import type { TrustedHosts } from './guard/trusted-hosts.ts'
import type { LiveHub } from './live/hub.ts'
import { createRouter } from './router.ts'
import { createBrandFactsRoutes } from './routes/brand-facts.routes.ts'
import { createBrandRoutes } from './routes/brand.routes.ts'
import { createBulkOperationRoutes } from './routes/bulk-operation.routes.ts'
import { createDownloadRoutes } from './routes/download.routes.ts'
import { createExportRoutes } from './routes/export.routes.ts'
import { createFlowRoutes } from './routes/flow.routes.ts'
import { createHealthRoutes } from './routes/health.routes.ts'
import { createJobDetailRoutes } from './routes/job-detail.routes.ts'
import { createJobRoutes } from './routes/job.routes.ts'
import { createLedgerRoutes } from './routes/ledger.routes.ts'
import { createLiveRoutes } from './routes/live.routes.ts'
import { createOverviewRoutes } from './routes/overview.routes.ts'
import { createPolitenessRoutes } from './routes/politeness.routes.ts'
import { createProductRoutes } from './routes/product.routes.ts'
import { createQueueRoutes } from './routes/queue.routes.ts'
import { createSavedViewRoutes } from './routes/saved-view.routes.ts'
import { createScheduleRoutes } from './routes/schedule.routes.ts'
import { createSettingsRoutes } from './routes/settings.routes.ts'
import { createSnapshotRoutes } from './routes/snapshot.routes.ts'
import { createTrialRoutes } from './routes/trial.routes.ts'
import { createWorkerRoutes } from './routes/worker.routes.ts'

/** What the API's routes ask. */
export interface ApiDeps {
  brands: BrandService
  brandFacts: BrandFactsService
  jobs: JobService
  jobDetails: JobDetailService
  bulkOperations: BulkOperationService
  queues: QueueService
  savedViews: SavedViewService
  schedules: ScheduleService
  products: ProductService
  exports: ExportService
  trials: TrialService
  workers: WorkerService
  overview: OverviewService
  ledgers: LedgerService
  settings: Pick<SettingsService, 'list' | 'update'>
  throttles: Pick<ThrottleService, 'politeness'>
  snapshots: SnapshotService
  health: () => Promise<Health>
  hub: LiveHub
  hosts: TrustedHosts
}

/** Every route that the OpenAPI document describes. */
export function createApi(deps: ApiDeps): OpenAPIHono<HttpEnv> {
  return createRouter()
    .route('/', createOverviewRoutes(deps))
    .route('/', createTrialRoutes(deps))
    .route('/', createSnapshotRoutes(deps))
    .route('/', createBrandRoutes(deps))
    .route('/', createBrandFactsRoutes(deps))
    .route('/', createPolitenessRoutes(deps))
    .route('/', createJobRoutes(deps))
    .route('/', createJobDetailRoutes(deps))
    .route('/', createLedgerRoutes(deps))
    .route('/', createBulkOperationRoutes(deps))
    .route('/', createFlowRoutes(deps))
    .route('/', createSavedViewRoutes(deps))
    .route('/', createScheduleRoutes(deps))
    .route('/', createQueueRoutes(deps))
    .route('/', createWorkerRoutes(deps))
    .route('/', createSettingsRoutes(deps))
    .route('/', createProductRoutes(deps))
    .route('/', createExportRoutes(deps))
    .route('/', createDownloadRoutes(deps))
    .route('/', createLiveRoutes(deps))
    .route('/', createHealthRoutes(deps))
}
