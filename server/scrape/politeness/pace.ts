import type { GapReason } from '../../contract/throttle.ts'

/** How fast a host may be asked. Durations in milliseconds. */
export interface Pace {
  /** Requests at a time. */
  concurrency: number
  /** Least time between the beginnings of two requests. */
  delayMs: number
  /** What the site itself asks for (`Crawl-delay`), or null. */
  crawlDelayMs: number | null
  /** Follow the host's latency: a shop that slows down is asked more slowly. */
  throttle: boolean
}

/** A delay longer than this is not waited out for every page, whatever robots.txt says. */
const longestCrawlDelayMs = 60_000
const longestThrottleMs = 10_000

/**
 * Time between two requests: the brand's or installation's delay, the site's wish, or as long as an answer takes
 * divided by the requests at a time (as Scrapy's AutoThrottle), whichever is longest.
 */
export function gapMs(pace: Pace, latencyMs: number | null): number {
  const throttle = pace.throttle && latencyMs !== null ? Math.min(latencyMs / pace.concurrency, longestThrottleMs) : 0
  return Math.max(pace.delayMs, Math.min(pace.crawlDelayMs ?? 0, longestCrawlDelayMs), throttle)
}

/** What makes the time between two requests as long as it is. */
export function gapReasonOf(pace: Pace, latencyMs: number | null): GapReason {
  const gap = gapMs(pace, latencyMs)
  if (gap <= pace.delayMs)
    return 'delay'
  return pace.crawlDelayMs !== null && gap <= Math.min(pace.crawlDelayMs, longestCrawlDelayMs) ? 'crawl-delay' : 'slow-answers'
}

/** A site that asks for a delay is asked one request at a time. */
export function concurrencyOf(pace: Pace): number {
  return pace.crawlDelayMs !== null && pace.crawlDelayMs > 0 ? 1 : pace.concurrency
}
