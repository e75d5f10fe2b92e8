import { z } from 'zod'
import { JobStatus } from './job-status.ts'
import { PageQuery } from './page.ts'
import { Recipe } from './recipe.ts'
import { BasicAuth, ShopHeaders, ShopProxy } from './shop-access.ts'
import { Timestamp } from './time.ts'
import { fieldWords } from './told/field-words.ts'

export const BrandId = z.string().min(1).max(64)

/** A shop's address: http or https, no credentials. */
export const ShopUrl = z.string().trim().max(2000).pipe(z.url({ protocol: /^https?$/, error: fieldWords['url-http'] }))
  .refine(url => !/^https?:\/\/[^/?#]*@/i.test(url), { error: fieldWords['url-login'] })

/** How a brand's shop is fetched; absent values mean the installation's defaults. */
export const BrandSettings = z.object({
  concurrency: z.number().int().min(1).max(16).optional().describe('Requests at a time to this shop'),
  delayMs: z.number().int().min(0).max(60_000).optional().describe('Least time between two requests, in milliseconds'),
  maxProducts: z.number().int().min(1).max(1_000_000).optional(),
  headers: ShopHeaders.optional().describe('Sent to the shop\'s own host. A `Cookie` header is what the cookies of each run begin with. Values of headers that may hold a secret are read as null'),
  basicAuth: BasicAuth.optional().describe('User name and password of a shop behind HTTP basic authentication'),
  proxy: ShopProxy.optional().describe('Every request of this brand goes through it'),
  ignoreRobots: z.object({ reason: z.string().trim().min(3).max(500) }).optional().describe('Only for a shop of your own, with the reason why'),
})
export type BrandSettings = z.infer<typeof BrandSettings>

/** Settings with their secrets in clear: for the scraper alone, never for an answer, an event or a log. */
export type RevealedSettings = Omit<BrandSettings, 'headers' | 'basicAuth' | 'proxy'> & {
  headers?: Record<string, string>
  basicAuth?: { username: string, password: string }
  proxy?: { url: string, username?: string, password?: string }
}

export const LastRun = z.object({
  jobId: z.string(),
  type: z.string(),
  status: JobStatus,
  progress: z.number(),
  version: z.number().int().describe('Of its job: an older one never wins'),
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

/** What a brand is called and where it is: enough to choose it by, and to name it in a list of other things. */
export const BrandName = Brand.pick({ id: true, name: true, url: true })
export type BrandName = z.infer<typeof BrandName>

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
