import { z } from 'zod'
import { BrandId } from './brand.ts'
import { ExportColumn } from './export.ts'
import { RemarkCount } from './page-remark.ts'
import { Failure } from './problem.ts'
import { ExportFilter } from './product-query.ts'
import { ProductId } from './product.ts'
import { Told } from './told.ts'
import { fieldWords } from './told/field-words.ts'

/** A page that could not be read: counted and explained, never fatal by itself. */
export const PageFailure = Failure.extend({ url: z.string(), status: z.number().int().nullable() })
export type PageFailure = z.infer<typeof PageFailure>

/** What was asked of one host, and how politely. Durations in milliseconds. */
export const HostConduct = z.object({
  host: z.string(),
  requests: z.number().int(),
  byOutcome: z.record(z.string(), z.number().int()),
  bytes: z.number().int(),
  waitedMs: z.number(),
  delayMs: z.number().describe('The least time between two requests that was to be kept'),
  crawlDelayMs: z.number().nullable().describe('What robots.txt asks for'),
  shortestGapMs: z.number().nullable().describe('The shortest time there was between two requests'),
  rateLimited: z.number().int().describe('Answers that asked to slow down'),
  robotsVersion: z.string().nullable().describe('Which robots.txt was obeyed: the beginning of its SHA-256'),
})
export type HostConduct = z.infer<typeof HostConduct>

/** What a run asked of the shop: requests by outcome, bytes on the wire, and time. */
export const FetchReport = z.object({
  requests: z.number().int(),
  byOutcome: z.record(z.string(), z.number().int()),
  bytes: z.number().int(),
  waitedMs: z.number().int().describe('Time spent waiting out of politeness'),
  robots: z.string().nullable().describe('What robots.txt said, in a few words'),
  robotsTold: Told.optional().describe('What `robots` says, to be written in another language'),
  rendered: z.number().int().optional().describe('Pages whose scripts were run to read them'),
  hosts: z.array(HostConduct).max(50).optional().describe('Conduct towards each host'),
})
export type FetchReport = z.infer<typeof FetchReport>

/** How complete a run was, by comparing what several sources say of the shop; counts of products. */
export const CompletenessAccount = z.object({
  sources: z.array(z.object({ name: z.string(), found: z.number().int() })),
  found: z.number().int(),
  expected: z.number().int().nullable().describe('Estimated; null when there was only one source'),
  blocked: z.number().int().describe('Known, but forbidden by robots.txt'),
  dead: z.number().int().describe('Listed by the shop, but their pages are gone or no products'),
  unexplained: z.number().int(),
  summary: z.string(),
})
export type CompletenessAccount = z.infer<typeof CompletenessAccount>

/** How one way of finding products went: what was asked, what came, why it ended. */
export const TriedWay = z.object({
  strategy: z.string(),
  found: z.number().int(),
  note: z.string(),
  told: Told.optional().describe('What `note` says, to be written in another language'),
})
export type TriedWay = z.infer<typeof TriedWay>

export const ScrapeBrandData = z.object({
  brandId: BrandId,
  maxProducts: z.number().int().min(1).max(1_000_000).optional(),
})
export const ScrapeBrandResult = z.object({
  strategy: z.string().nullable().describe('The way that found the products'),
  tried: z.array(TriedWay),
  found: z.number().int(),
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int().optional().describe('Met again, and as they were'),
  gone: z.number().int().describe('Not met any more, and their pages are no more'),
  moved: z.number().int().describe('Met under another address or key; one product with its history'),
  hidden: z.number().int().describe('Not met any more, but their pages are alive'),
  unsure: z.number().int().describe('Not met, and their pages could not be looked at: left as they were'),
  complete: z.boolean().describe('False when the run was cut short; then nothing is called gone'),
  account: CompletenessAccount.optional(),
  failures: z.array(PageFailure).max(100),
  failed: z.number().int(),
  fetch: FetchReport,
})

export const ScrapeProductDetailsData = z.object({
  brandId: BrandId.optional(),
  productIds: z.array(ProductId).min(1).max(10_000).optional(),
  onlyUnread: z.boolean().optional(),
  full: z.boolean().optional().describe('Read every page in full, also those that have not changed by the shop\'s own dates and answers. Products named one by one are always asked for.'),
}).refine(data => data.brandId ?? data.productIds, { error: fieldWords['brand-or-products'], path: ['brandId'] })
export const ScrapeProductDetailsResult = z.object({
  products: z.number().int(),
  read: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  failed: z.number().int(),
  skipped: z.number().int(),
  notModified: z.number().int().optional().describe('Not asked for: unchanged since they were read, by dates of the shop that have proved right'),
  freshness: z.string().optional().describe('Why pages were left out, or why the shop\'s dates were not believed'),
  freshnessTold: Told.optional().describe('What `freshness` says, to be written in another language'),
  moved: z.number().int().describe('Turned out to be products that were thought gone'),
  coverage: z.record(z.string(), z.number().int()).describe('How many of the pages read gave each field'),
  failures: z.array(PageFailure).max(100),
  remarks: z.array(RemarkCount).optional().describe('What was odd in pages that were read, the commonest first'),
  fetch: FetchReport,
})

export const ExportCsvData = z.object({
  brandId: BrandId.optional(),
  productIds: z.array(ProductId).min(1).max(10_000).optional(),
  filter: ExportFilter.optional().describe('Of these products, those that match, as the list of products shows them'),
  filename: z.string().trim().min(1).max(200).optional(),
  columns: z.array(ExportColumn).min(1).optional(),
  mode: z.enum(['safe', 'raw']).optional().describe('safe (default): a text cell that a spreadsheet would run as a formula is prefixed with an apostrophe; raw: cells as they are'),
})
export const ExportCsvResult = z.object({
  exportId: z.string(),
  filename: z.string(),
  rows: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
})

export type ScrapeBrandData = z.infer<typeof ScrapeBrandData>
export type ScrapeBrandResult = z.infer<typeof ScrapeBrandResult>
export type ScrapeProductDetailsData = z.infer<typeof ScrapeProductDetailsData>
export type ScrapeProductDetailsResult = z.infer<typeof ScrapeProductDetailsResult>
export type ExportCsvData = z.infer<typeof ExportCsvData>
export type ExportCsvResult = z.infer<typeof ExportCsvResult>

/** Data and result of each job type; the queue of a type has the same name. */
export const jobTypes = {
  'scrape-brand': { data: ScrapeBrandData, result: ScrapeBrandResult },
  'scrape-product-details': { data: ScrapeProductDetailsData, result: ScrapeProductDetailsResult },
  'export-csv': { data: ExportCsvData, result: ExportCsvResult },
} as const
export type JobTypes = typeof jobTypes
export const JobType = z.enum(['scrape-brand', 'scrape-product-details', 'export-csv'])
export type JobType = z.infer<typeof JobType>
export type JobDataOf<Type extends JobType> = z.infer<JobTypes[Type]['data']>
export type JobResultOf<Type extends JobType> = z.infer<JobTypes[Type]['result']>
