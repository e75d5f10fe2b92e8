import { z } from 'zod'
import { Timestamp } from './time.ts'
import { Told } from './told.ts'

/** The source of a page that could not be read, saved with its job. */
export const PageSnapshot = z.object({
  id: z.string(),
  jobId: z.string(),
  productId: z.string().nullable(),
  url: z.string(),
  code: z.string(),
  message: z.string(),
  told: Told.optional().describe('What `message` says, to be written in another language'),
  bytes: z.number().int().describe('Of the saved source; long pages are cut'),
  at: Timestamp,
})
export type PageSnapshot = z.infer<typeof PageSnapshot>
