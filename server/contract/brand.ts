import { z } from 'zod'
import { JobStatus } from './job-status.ts'
import { PageQuery } from './page.ts'
import { Recipe } from './recipe.ts'
import { Timestamp } from './time.ts'

export const BrandId = z.string().min(1).max(64)

/** A shop's address: http or https, no credentials. */
export const ShopUrl = z.string().trim().max(2000).pipe(z.url({ protocol: /^https?$/, error: 'must be an http or https address' }))
  .refine(url => !/^https?:\/\/[^/?#]*@/i.test(url), { error: 'must not contain a user name or password' })

/** How a brand's shop is fetched; absent values mean the installation's defaults. */
export const BrandSettings = z.object({
  concurrency: z.number().int().min(1).max(16).optional().describe('Requests at a time to this shop'),
  delayMs: z.number().int().min(0).max(60_000).optional().describe('Least time between two requests, in milliseconds'),
  maxProducts: z.number().int().min(1).max(1_000_000).optional(),
  headers: z.record(z.string().max(100), z.string().max(2000)).optional(),
  ignoreRobots: z.object({ reason: z.string().trim().min(3).max(500) }).optional().describe('Only for a shop of your own, with the reason why'),
})
export type BrandSettings = z.infer<typeof BrandSettings>

export const LastRun = z.object({
  jobId: z.string(),
  type: z.string(),
  status: JobStatus,
  progress: z.number(),
  createdAt: Timestamp,
  completedAt: Timestamp.nullable(),
})
export type LastRun = z.infer<typeof LastRun>

export const Brand = z.object({
  id: BrandId,
  name: z.string(),
  url: z.string(),
  recipe: Recipe.nullable(),
  settings: BrandSettings,
  productCount: z.number().int(),
  lastRun: LastRun.nullable(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
})
export type Brand = z.infer<typeof Brand>

export const BrandCreate = z.object({
  url: ShopUrl,
  name: z.string().trim().min(1).max(200).optional().describe('Taken from the address when absent'),
  recipe: Recipe.nullish(),
  settings: BrandSettings.optional(),
})
export type BrandCreate = z.infer<typeof BrandCreate>

export const BrandUpdate = BrandCreate.partial()
export type BrandUpdate = z.infer<typeof BrandUpdate>

export const BrandQuery = PageQuery.extend({ search: z.string().trim().max(200).optional() })
export type BrandQuery = z.infer<typeof BrandQuery>
