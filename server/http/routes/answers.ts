import { z } from 'zod'
import { Brand } from '../../contract/brand.ts'
import { BulkOperation, BulkOperationResult } from '../../contract/bulk-operation.ts'
import { Export } from '../../contract/export.ts'
import { JobNode } from '../../contract/job-detail.ts'
import { JobSummary, TimelineEntry } from '../../contract/job.ts'
import { countedPageOf, pageOf } from '../../contract/page.ts'
import { ProductChange, ProductSummary } from '../../contract/product.ts'
import { Schedule, ScheduleRun } from '../../contract/schedule.ts'
import { Timestamp } from '../../contract/time.ts'

/** Answers that only the API has: pages and small envelopes. */
export const BrandPage = pageOf(Brand)
export const BulkOperationPage = pageOf(BulkOperation)
export const BulkOperationResultPage = pageOf(BulkOperationResult)
export const ExportPage = pageOf(Export)
export const JobNodePage = pageOf(JobNode)
export const JobPage = countedPageOf(JobSummary)
export const ProductChangePage = pageOf(ProductChange)
export const ProductPage = countedPageOf(ProductSummary)
export const SchedulePage = pageOf(Schedule)
export const ScheduleRunPage = pageOf(ScheduleRun)
export const TimelinePage = pageOf(TimelineEntry)

export const DueTimes = z.object({ next: z.array(Timestamp) })
export const Removed = z.object({ removed: z.number().int() })
export const Alive = z.object({ status: z.literal('ok') })
export const Health = z.object({
  ready: z.boolean(),
  parts: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
})
