import type { TimeLimits } from './fetch/limits.ts'
import type { BackoffOptions } from './politeness/backoff.ts'
import { availableParallelism } from 'node:os'

/** What an installation says about scraping. Absent values mean the defaults below. */
export interface ScraperConfig {
  /** Sent with every request; its product token (up to the first `/` or blank) is the one that robots.txt is read for. */
  userAgent?: string
  /** Added to the default User-Agent: an address or mail where shop owners reach you. */
  contact?: string
  /** `host` or `host:port` that may be fetched although private. */
  allowPrivateHosts?: readonly string[]
  /** The same for proxies: a proxy listed here is no shop that may be fetched. */
  allowPrivateProxies?: readonly string[]
  allowedPorts?: readonly number[]
  /** Requests at a time per host, and least milliseconds between two; a brand's settings come first. */
  concurrency?: number
  delayMs?: number
  maxProducts?: number
  /** From the beginning of a request to the last byte of its answer. */
  timeoutMs?: number
  times?: Partial<TimeLimits>
  backoff?: Partial<BackoffOptions>
  /** Tries per address for troubles that may pass. */
  attempts?: number
  /** Threads that parse pages; 0 parses in the caller's. */
  parseThreads?: number
  /** Path of Chromium, or `auto`: reads pages that need JavaScript. Absent: they are only recognised. */
  renderer?: string
  /** Certificate authorities (PEM) besides the usual ones. */
  ca?: string
}

/** Requests at a time per host, and least milliseconds between two. */
export type UsualPace = Pick<ReturnType<typeof resolveConfig>, 'concurrency' | 'delayMs'>

export type ResolvedConfig = ReturnType<typeof resolveConfig>

/** Two requests at a time, half a second apart: no shop owner should notice. */
export function resolveConfig(config: ScraperConfig) {
  const contact = config.contact ? ` (+${config.contact})` : ''
  return {
    ...config,
    userAgent: config.userAgent ?? `Gleaner/1.0${contact}`,
    allowPrivateHosts: config.allowPrivateHosts ?? [],
    allowPrivateProxies: config.allowPrivateProxies ?? [],
    allowedPorts: config.allowedPorts ?? [80, 443],
    concurrency: config.concurrency ?? 2,
    delayMs: config.delayMs ?? 500,
    times: { ...(config.timeoutMs === undefined ? {} : { totalMs: config.timeoutMs }), ...config.times },
    maxProducts: config.maxProducts ?? 100_000,
    attempts: config.attempts ?? 3,
    parseThreads: config.parseThreads ?? availableParallelism(),
  }
}

/** The name by which robots.txt addresses us. */
export function productToken(userAgent: string): string {
  return /^[a-z_-]+/i.exec(userAgent)?.[0] ?? 'Gleaner'
}
