import { z } from 'zod'
import { BrandId } from './brand.ts'
import { Timestamp } from './time.ts'
import { Told } from './told.ts'

/** What a shop is known to be, from the last runs that were completed, and when it is looked at next. */
export const BrandFacts = z.object({
  brandId: BrandId,
  shop: z.object({
    strategy: z.string().nullable().describe('The way that found the products'),
    robots: z.string().nullable().describe('What robots.txt said, in a few words'),
    robotsTold: Told.optional().describe('What `robots` says, to be written in another language'),
    currency: z.string().nullable().describe('Of the newest products that have a price'),
    complete: z.boolean().describe('False when the search was cut short'),
    at: Timestamp,
  }).nullable().describe('Null before a search has been completed'),
  coverage: z.object({
    jobId: z.string(),
    at: Timestamp,
    pages: z.number().int().describe('Pages read in that run'),
    fields: z.array(z.object({ field: z.string(), share: z.number().min(0).max(1) })).describe('Share of pages that gave each field'),
  }).nullable().describe('Of the last completed reading that read any page'),
  next: z.object({ at: Timestamp, scheduleId: z.string(), name: z.string() }).nullable().describe('When a schedule looks at the brand next'),
})
export type BrandFacts = z.infer<typeof BrandFacts>

export const BrandFactsQuery = z.object({
  ids: z.string().transform(text => text.split(',').filter(Boolean)).pipe(z.array(BrandId).min(1).max(100)).describe('Brand ids, separated by commas; unknown ones are left out'),
})
