import type { Clock } from '../../clock.ts'
import type { Telling, Told } from '../../contract/told.ts'
import type { FetchRequest, FetchResponse, SafeFetch } from '../fetch/safe-fetch.ts'
import type { RobotsRules } from './match.ts'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { tell } from '../../contract/told.ts'
import { ScrapeError } from '../../errors.ts'
import { rulesFor } from './match.ts'
import { parseRobots, robotsBytes } from './parse.ts'

/** A host's robots.txt as one crawler sees it. */
export interface HostRobots extends RobotsRules {
  /** Absolute. */
  sitemaps: string[]
  /** In a few words, for the run's report. */
  told: Told
  /** First 12 hex digits of the file's SHA-256; null when there is none. Tells which version a run obeyed. */
  version: string | null
  /** True when the file exists but could not be read: nothing may be fetched for now, later perhaps. */
  isUnreadable: boolean
}

export interface RobotsCacheOptions {
  fetch: SafeFetch['fetch']
  productToken: string
  clock: Clock
}

/** The way by which a run asks: the politeness it waits for, its proxy and headers. Runs of one `scope` share what was answered. */
export interface RobotsAccess extends Pick<FetchRequest, 'gate' | 'proxy' | 'headersFor'> {
  scope: string
}

/** RFC 9309 §2.4 allows a day; shops that open up or close down should be heard sooner. */
const freshMs = 3_600_000
const retryMs = 60_000
const mostHosts = 1000

// Large enough for any file: what stands after the first 500 KiB is left on the wire.
const robotsLimits = { wireBytes: 64 * 1024 * 1024, decodedBytes: 64 * 1024 * 1024, ratio: 1000, ratioFrom: 1024 * 1024 }

/**
 * robots.txt per origin, fetched once an hour by all runs together that enter alike. By status (RFC 9309 §2.3.1): 2xx is read, 4xx means
 * no rules, 429 and 5xx mean that nothing may be fetched now. A host that cannot be reached raises its own error.
 */
export function createRobotsCache({ fetch, productToken, clock }: RobotsCacheOptions) {
  const hosts = new Map<string, { robots: Promise<HostRobots>, until: number }>()

  async function of(url: URL, signal: AbortSignal, access: RobotsAccess): Promise<HostRobots> {
    const key = `${url.origin} ${access.scope}`
    const cached = hosts.get(key)
    if (cached && cached.until > clock.now()) {
      return cached.robots.catch((error: unknown) => {
        // Another run asked and was cancelled: that is not an answer for this one.
        if (error instanceof ScrapeError)
          throw error
        signal.throwIfAborted()
        return of(url, signal, access)
      })
    }
    const entry = { robots: load(url.origin, signal, access), until: clock.now() + freshMs }
    hosts.delete(key)
    hosts.set(key, entry)
    if (hosts.size > mostHosts)
      hosts.delete(hosts.keys().next().value!)
    // A failure is for the run that met it; the next one asks again.
    entry.robots.then(
      robots => entry.until = robots.isUnreadable ? clock.now() + retryMs : entry.until,
      () => hosts.delete(key),
    )
    return entry.robots
  }

  async function load(origin: string, signal: AbortSignal, { gate, proxy, headersFor }: RobotsAccess): Promise<HostRobots> {
    const url = `${origin}/robots.txt`
    await using response = await fetch({ url, signal, gate, proxy, headersFor, accept: 'text/plain, */*;q=0.1', limits: robotsLimits })
    if (response.status === 429 || response.status >= 500)
      return closed(tell('robots-unread', { http: String(response.status) }))
    if (response.status < 200 || response.status > 299)
      return open(tell('robots-none', { http: String(response.status) }))
    const bytes = await firstBytes(response, robotsBytes + 3)
    const robots = parseRobots(bytes)
    const rules = rulesFor(robots, productToken)
    const count = robots.groups.reduce((sum, group) => sum + group.rules.length, 0)
    return {
      ...rules,
      sitemaps: robots.sitemaps.flatMap(href => URL.canParse(href, response.url) ? [new URL(href, response.url).href] : []),
      told: [
        tell('robots-obeyed', { n: count }),
        ...rules.crawlDelay === null ? [] : [tell('robots-delay', { seconds: rules.crawlDelay })],
        ...bytes.length > robotsBytes ? [tell('robots-cut')] : [],
      ],
      version: createHash('sha256').update(bytes).digest('hex').slice(0, 12),
      isUnreadable: false,
    }
  }

  return { of }
}
export type RobotsCache = ReturnType<typeof createRobotsCache>

function open(telling: Telling): HostRobots {
  return { isAllowed: () => true, crawlDelay: null, sitemaps: [], told: [telling], version: null, isUnreadable: false }
}

function closed(telling: Telling): HostRobots {
  return { ...open(telling), isAllowed: () => false, isUnreadable: true }
}

async function firstBytes(response: FetchResponse, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of response.body) {
      chunks.push(chunk)
      length += chunk.length
      if (length >= most)
        break
    }
  }
  catch (error) {
    // A file that is too long or packed absurdly still has rules at its beginning.
    if (!(error instanceof ScrapeError && error.code === 'too-large'))
      throw error
  }
  return Buffer.concat(chunks).subarray(0, most)
}
