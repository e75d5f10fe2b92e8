import type { ScrapeError } from '../../../server/errors.ts'
import type { FetchRequest, SafeFetchOptions } from '../../../server/scrape/fetch/safe-fetch.ts'
import type { TestServer } from '../shops/server.ts'
import { systemClock } from '../../../server/clock.ts'
import { pageLimits } from '../../../server/scrape/fetch/limits.ts'
import { createSafeFetch } from '../../../server/scrape/fetch/safe-fetch.ts'

/** A safe fetch that may reach the given test servers and nothing else that is private. */
export function testFetch(servers: readonly Pick<TestServer, 'host'>[], options: Partial<SafeFetchOptions> = {}) {
  return createSafeFetch({ userAgent: 'Gleaner/1.0', clock: systemClock, allowPrivateHosts: servers.map(server => server.host), allowedPorts: [80, 443], ...options })
}

export function request(url: string, more: Partial<FetchRequest> = {}): FetchRequest {
  return { url, signal: AbortSignal.timeout(20_000), accept: '*/*', limits: pageLimits, ...more }
}

/** The error that reading `url` to its end raises. */
export async function errorOf(fetching: ReturnType<typeof testFetch>, url: string, more: Partial<FetchRequest> = {}): Promise<Pick<ScrapeError, 'code' | 'message' | 'retryable'>> {
  try {
    await using response = await fetching.fetch(request(url, more))
    await response.bytes()
  }
  catch (error) {
    return error as ScrapeError
  }
  throw new Error(`${url} was read without an error`)
}
