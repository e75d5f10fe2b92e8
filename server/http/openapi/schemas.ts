import type { z } from 'zod'
import { BrandFacts } from '../../contract/brand-facts.ts'
import { Brand, BrandCreate, BrandName, BrandSettings, BrandUpdate, LastRun } from '../../contract/brand.ts'
import { BulkOperation, BulkOperationAction, BulkOperationPreview, BulkOperationRequest, BulkOperationResult, BulkOperationStatus, Canary } from '../../contract/bulk-operation.ts'
import { LiveEvent, LiveMessage } from '../../contract/event.ts'
import { Export, ExportColumn } from '../../contract/export.ts'
import { FlowNode, FlowRequest, RefreshAndExport } from '../../contract/flow.ts'
import { AttemptOutcome, CancelProgress, ChildCounts, HistoryRun, JobAttempt, JobAttempts, JobHistory, JobNode, JobRetryRequest, JobTree, LedgerThing, LedgerThings } from '../../contract/job-detail.ts'
import { JobStatus } from '../../contract/job-status.ts'
import { ExportCsvData, JobType, ScrapeBrandData, ScrapeProductDetailsData } from '../../contract/job-types.ts'
import { ExportFlowRequest, Job, JobClean, JobOptions, JobRequest, JobSummary, JobUpdate, TimelineEntry } from '../../contract/job.ts'
import { JobLedger, LedgerCounts, LedgerCoverage, LedgerRequests, RunDiff, RunDiffItem, RunEnd, StatusClasses } from '../../contract/ledger.ts'
import { ErrorCode, Failure, FieldError, Problem } from '../../contract/problem.ts'
import { ProductCounts } from '../../contract/product-query.ts'
import { Availability, Condition, Evidence, Product, ProductChange, ProductStatus, ProductSummary, Variant } from '../../contract/product.ts'
import { QueueDrain, QueueInfo, QueueLimits, QueueName, QueueUpdate } from '../../contract/queue.ts'
import { Recipe, RecipeRule } from '../../contract/recipe.ts'
import { SavedView, SavedViewCreate, SavedViewUpdate } from '../../contract/saved-view.ts'
import { Schedule, ScheduleCreate, ScheduleRun, ScheduleTiming, ScheduleUpdate } from '../../contract/schedule.ts'
import { Setting, SettingsUpdate } from '../../contract/settings.ts'
import { BrandPoliteness, HostThrottle } from '../../contract/throttle.ts'
import { Telling, Told, ToldValue } from '../../contract/told.ts'
import { WorkerProcess, WorkerState } from '../../contract/worker.ts'
import { Alive, BrandPage, BulkOperationPage, BulkOperationResultPage, DueTimes, ExportPage, Health, JobNodePage, JobPage, ProductChangePage, ProductPage, Removed, SchedulePage, ScheduleRunPage, TimelinePage } from '../routes/answers.ts'

/** Schemas that the OpenAPI document describes once, under `components`, each with the name it has in the code. */
export const namedSchemas = {
  Alive,
  AttemptOutcome,
  Availability,
  Brand,
  BrandCreate,
  BrandFacts,
  BrandName,
  BrandPage,
  BrandPoliteness,
  BrandSettings,
  BrandUpdate,
  BulkOperation,
  BulkOperationAction,
  BulkOperationPage,
  BulkOperationPreview,
  BulkOperationRequest,
  BulkOperationResult,
  BulkOperationResultPage,
  BulkOperationStatus,
  CancelProgress,
  Canary,
  ChildCounts,
  Condition,
  DueTimes,
  ErrorCode,
  Evidence,
  Export,
  ExportColumn,
  ExportCsvData,
  ExportFlowRequest,
  ExportPage,
  Failure,
  FieldError,
  FlowNode,
  FlowRequest,
  Health,
  HistoryRun,
  HostThrottle,
  Job,
  JobAttempt,
  JobAttempts,
  JobClean,
  JobHistory,
  JobLedger,
  JobNode,
  JobNodePage,
  JobOptions,
  JobPage,
  JobRequest,
  JobRetryRequest,
  JobStatus,
  JobSummary,
  JobTree,
  JobType,
  JobUpdate,
  LastRun,
  LedgerCounts,
  LedgerCoverage,
  LedgerRequests,
  LedgerThing,
  LedgerThings,
  LiveEvent,
  LiveMessage,
  Problem,
  Product,
  ProductChange,
  ProductChangePage,
  ProductCounts,
  ProductPage,
  ProductStatus,
  ProductSummary,
  QueueDrain,
  QueueInfo,
  QueueLimits,
  QueueName,
  QueueUpdate,
  Recipe,
  RecipeRule,
  RefreshAndExport,
  Removed,
  RunDiff,
  RunDiffItem,
  RunEnd,
  SavedView,
  SavedViewCreate,
  SavedViewUpdate,
  Schedule,
  ScheduleCreate,
  SchedulePage,
  ScheduleRun,
  ScheduleRunPage,
  ScheduleTiming,
  ScheduleUpdate,
  ScrapeBrandData,
  ScrapeProductDetailsData,
  Setting,
  SettingsUpdate,
  StatusClasses,
  Telling,
  TimelineEntry,
  TimelinePage,
  Told,
  ToldValue,
  Variant,
  WorkerProcess,
  WorkerState,
} satisfies Record<string, z.ZodType>
