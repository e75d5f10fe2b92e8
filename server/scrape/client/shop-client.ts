import type { Clock } from '../../clock.ts'
import type { ErrorCode } from '../../contract/problem.ts'
import type { BodyLimits, TimeLimits } from '../fetch/limits.ts'
import type { FetchResponse, SafeFetch } from '../fetch/safe-fetch.ts'
import type { PageMemory } from '../page-memory.ts'
import type { LazyPage } from '../page-text.ts'
import type { GateDeps } from './gate.ts'
import { Buffer } from 'node:buffer'
import { tell } from '../../contract/told.ts'
import { ScrapeError } from '../../errors.ts'
import { isHtmlType, parseContentType } from '../fetch/content-type.ts'
import { createCookieJar } from '../fetch/cookies.ts'
import { apiLimits, pageLimits } from '../fetch/limits.ts'
import { lazyPage } from '../page-text.ts'
import { createGate } from './gate.ts'
import { withRetry } from './retry.ts'

/** A page as text, or the word that it has not changed. */
export interface Page extends LazyPage {
  /** After redirects. */
  url: string
  status: number
  headers: Record<string, string>
  redirects: string[]
}

export interface ClientOptions {
  signal: AbortSignal
  headers?: Record<string, string>
  times?: Partial<TimeLimits>
}

export interface JsonAnswer {
  data: unknown
  headers: Record<string, string>
  url: string
}

export interface ShopClientDeps extends GateDeps {
  fetch: SafeFetch['fetch']
  memory: PageMemory
  clock: Clock
}

/** Everything that a run asks of one shop goes through here: one cookie jar, one count, retries, robots and politeness. */
export function createShopClient(deps: ShopClientDeps) {
  const { shop, config, fetch, memory, clock } = deps
  const shopUrl = new URL(shop.url)
  const { access } = deps
  const cookies = createCookieJar(clock.now)
  if (access.cookies !== undefined)
    startUrls(shopUrl).forEach(url => cookies.put(url, access.cookies!))
  const { gate, robotsOf } = createGate(deps)

  /** One try; raises for error statuses. */
  async function ask(url: string, accept: string, limits: BodyLimits, { signal, headers, times }: ClientOptions): Promise<FetchResponse> {
    const response = await fetch({
      url,
      signal,
      accept,
      limits,
      cookies,
      gate,
      times: { ...config.times, ...times },
      proxy: access.proxy,
      headersFor: target => ({ ...headers, ...access.headersFor(target) }),
    })
    if ((response.status >= 200 && response.status < 300) || response.status === 304)
      return response
    await response[Symbol.asyncDispose]()
    throw statusError(response, url)
  }

  /** An answer to be read as a stream. Troubles after its first byte are the reader's. */
  function open(url: string, accept: string, limits: BodyLimits, options: ClientOptions): Promise<FetchResponse> {
    return withRetry(config.attempts, () => ask(url, accept, limits, options))
  }

  /** A page for people. Raises `unsupported-content` for PDFs, images and the like. */
  function page(url: string, options: ClientOptions): Promise<Page> {
    return withRetry(config.attempts, async () => {
      await using response = await ask(url, 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1', pageLimits, options)
      const { status, headers, redirects } = response
      const contentType = headers['content-type']
      if (status !== 304 && !isHtmlType(parseContentType(contentType).type))
        throw new ScrapeError('unsupported-content', tell('not-a-web-page', { media: parseContentType(contentType).type }), { url, status })
      const bytes = await memory.collect(response.body, Number(headers['content-length'] ?? 0))
      if (isBinary(bytes))
        throw new ScrapeError('unsupported-content', tell('file-for-page'), { url, status })
      return lazyPage({ url: response.url, status, headers, redirects }, { bytes, contentType, hostname: new URL(response.url).hostname }, memory)
    })
  }

  /** An answer in JSON. Raises `unsupported-content` when it is something else, as login and error pages are. */
  function json(url: string, options: ClientOptions): Promise<JsonAnswer> {
    return withRetry(config.attempts, async () => {
      await using response = await ask(url, 'application/json', apiLimits, options)
      const text = new TextDecoder().decode(await response.bytes())
      return { data: parseJson(text, url, response.status), headers: response.headers, url: response.url }
    })
  }

  return {
    page,
    json,
    open,
    /** What robots.txt says of the shop's own host, or of another. */
    robots: (signal: AbortSignal, url: URL = shopUrl) => robotsOf(url, signal),
    /** A text without the brand's secrets. */
    mask: access.mask,
  }
}
export type ShopClient = ReturnType<typeof createShopClient>

/** The shop with and without `www.`: the same shop, but not the same host to a cookie. */
function startUrls(shop: URL): URL[] {
  const other = new URL(shop)
  other.hostname = shop.hostname.startsWith('www.') ? shop.hostname.slice('www.'.length) : `www.${shop.hostname}`
  return [shop, other]
}

/** The words of these answers name their status. */
type StatusWords = 'password-asked' | 'page-refused' | 'no-such-page' | 'page-gone' | 'asked-to-slow-down' | 'page-withheld' | 'shop-error'

const codesByStatus: Record<number, { code: ErrorCode, told: StatusWords }> = {
  401: { code: 'blocked', told: 'password-asked' },
  403: { code: 'blocked', told: 'page-refused' },
  404: { code: 'http-status', told: 'no-such-page' },
  410: { code: 'http-status', told: 'page-gone' },
  429: { code: 'rate-limited', told: 'asked-to-slow-down' },
  430: { code: 'rate-limited', told: 'asked-to-slow-down' },
  451: { code: 'blocked', told: 'page-withheld' },
}

function statusError({ status, retryAfterMs }: FetchResponse, url: string): ScrapeError {
  const { code, told } = codesByStatus[status] ?? { code: 'http-status', told: 'shop-error' }
  const retryable = status === 429 || status === 430 || status === 408 || status >= 500
  return new ScrapeError(code, tell(told, { http: String(status) }), { url, status, retryable, retryAfterMs: retryAfterMs ?? undefined })
}

/** First bytes of PDF, zip, PNG, GIF, JPEG, RIFF (WebP) and gzip files. */
const fileMarks = ['255044462d', '504b0304', '89504e47', '47494638', 'ffd8ff', '52494646', '1f8b']

/** PDF, zip, images: named a page by a careless server. */
function isBinary(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  return fileMarks.some(mark => head.startsWith(mark))
}

function parseJson(text: string, url: string, status: number): unknown {
  try {
    return JSON.parse(text)
  }
  catch (cause) {
    throw new ScrapeError('unsupported-content', tell('answer-not-json'), { url, status, cause })
  }
}
