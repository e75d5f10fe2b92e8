import { z } from 'zod'
import { BrandSettings } from './brand.ts'
import { Timestamp } from './time.ts'

/** What makes the time between two requests as long as it is: the delay that is set, the site's `Crawl-delay`, or answers that take long. */
export const GapReason = z.enum(['delay', 'crawl-delay', 'slow-answers'])
export type GapReason = z.infer<typeof GapReason>

/** Why a host is left alone: it said for how long (`Retry-After`), it asked to slow down, it failed, or it failed so often that the circuit is open. */
export const PauseReason = z.enum(['retry-after', 'slow-down', 'errors', 'circuit-open'])
export type PauseReason = z.infer<typeof PauseReason>

/** How a host is asked at present, over all processes; times in milliseconds. */
export const HostThrottle = z.object({
  host: z.string(),
  at: Timestamp.describe('When it was so'),
  concurrency: z.number().int().describe('Requests at a time; one where the site asks for a delay'),
  gapMs: z.number().describe('Least time between two requests'),
  gapReason: GapReason,
  crawlDelayMs: z.number().nullable().describe('What robots.txt asks for'),
  latencyMs: z.number().nullable().describe('Until an answer begins, smoothed'),
  failures: z.number().int().describe('In a row'),
  inFlight: z.number().int().describe('Requests under way'),
  waiting: z.number().int().describe('Requests that wait for their turn'),
  pausedUntil: Timestamp.nullable(),
  pauseReason: PauseReason.nullable(),
})
export type HostThrottle = z.infer<typeof HostThrottle>

/** What a brand's shop is to be asked like, and how it is asked. */
export const BrandPoliteness = z.object({
  brandId: z.string(),
  host: z.string(),
  set: BrandSettings.pick({ concurrency: true, delayMs: true }).describe('The brand\'s own; absent: the installation\'s'),
  usual: z.object({ concurrency: z.number().int(), delayMs: z.number().int() }).describe('The installation\'s'),
  robotsIgnored: z.boolean(),
  hosts: z.array(HostThrottle).describe('The shop\'s host, with and without `www.`; none before it has been asked'),
})
export type BrandPoliteness = z.infer<typeof BrandPoliteness>
