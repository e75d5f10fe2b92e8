import type { Buffer } from 'node:buffer'
import type { Dispatcher } from 'undici'
import type { Clock } from '../../clock.ts'
import type { ErrorCode } from '../../contract/problem.ts'
import type { AddressPolicyOptions } from './address-policy.ts'
import type { Meter } from './body.ts'
import type { Resolve } from './connector.ts'
import type { Bytes } from './content-encoding.ts'
import type { CookieJar } from './cookies.ts'
import type { Deadline } from './deadline.ts'
import type { Headers } from './headers.ts'
import type { BodyLimits, TimeLimits } from './limits.ts'
import type { Proxy } from './tunnel.ts'
import { tell } from '../../contract/told.ts'
import { AppError, ScrapeError } from '../../errors.ts'
import { createAddressPolicy } from './address-policy.ts'
import { createAgents } from './agents.ts'
import { collect, readBody, tooLarge } from './body.ts'
import { acceptEncoding } from './content-encoding.ts'
import { createDeadline } from './deadline.ts'
import { fetchFailure } from './failure.ts'
import { flatHeaders } from './headers.ts'
import { defaultTimes, maxRedirects } from './limits.ts'
import { redirectTarget } from './redirect.ts'
import { retryAfterMs } from './retry-after.ts'

/** How one request to one host went, told to whoever let it pass. */
export interface HopOutcome {
  /** Null when no answer came. */
  status: number | null
  code: ErrorCode | null
  /** To the first byte of the answer, in milliseconds. */
  latencyMs: number
  bytes: number
  retryAfterMs: number | null
}

/** Asked before every request, redirects included; waits or raises, and is told the outcome when the body has been read. */
export type Gate = (url: URL, signal: AbortSignal) => Promise<(outcome: HopOutcome) => void>

export interface FetchRequest {
  url: string
  signal: AbortSignal
  accept: string
  limits: BodyLimits
  times?: Partial<TimeLimits>
  /** Headers for one hop: a brand's own ones must not follow a redirect to another host. */
  headersFor?: (url: URL) => Headers
  cookies?: CookieJar
  gate?: Gate
  /** The way of every hop; absent, requests go out directly. */
  proxy?: Proxy
}

/** An answer, whatever its status. Read `body` once or dispose it, else its connection stays taken. */
export interface FetchResponse extends AsyncDisposable {
  /** After redirects. */
  url: string
  redirects: string[]
  status: number
  headers: Headers
  /** Decoded and limited. */
  body: Bytes
  bytes: () => Promise<Buffer>
  meter: Meter
  retryAfterMs: number | null
}

export interface SafeFetchOptions extends AddressPolicyOptions {
  userAgent: string
  clock: Clock
  times?: Partial<TimeLimits>
  /** `host` or `host:port` of proxies that may be used although they are in a private network. */
  allowPrivateProxies?: readonly string[]
  /** Connections per origin. */
  connections?: number
  resolve?: Resolve
  ca?: string
}

/**
 * The only way to the network: GET with the SSRF rules on every hop, redirects by hand, limits on time and size.
 * Raises `ScrapeError`s with the codes of contract/problem.ts, or the signal's reason when the caller aborts.
 */
export function createSafeFetch(options: SafeFetchOptions) {
  const policy = createAddressPolicy(options)
  const base: TimeLimits = { ...defaultTimes, ...options.times }
  const agents = createAgents({
    policy,
    proxyPolicy: createAddressPolicy({ ...options, allowPrivateHosts: options.allowPrivateProxies ?? [] }),
    connectMs: base.connectMs,
    resolve: options.resolve,
    ca: options.ca,
    connections: options.connections ?? 16,
  })

  async function fetch(request: FetchRequest): Promise<FetchResponse> {
    const redirects: string[] = []
    let url = policy.target(request.url)
    for (;;) {
      const answer = await hop(url, request, redirects)
      const next = redirectTarget(answer.status, answer.headers.location, url)
      if (next === null)
        return answer
      await answer[Symbol.asyncDispose]()
      redirects.push(url.href)
      if (redirects.length > maxRedirects)
        throw new ScrapeError('too-many-redirects', tell('redirects-on', { n: maxRedirects }), { url: request.url })
      url = policy.target(next)
    }
  }

  /** One request to one address. The deadline begins when the gate opens: waiting out of politeness is not the shop's fault. */
  async function hop(url: URL, request: FetchRequest, redirects: readonly string[]): Promise<FetchResponse> {
    const times = { ...base, ...request.times }
    const settle = once(await request.gate?.(url, request.signal) ?? (() => {}))
    const deadline = createDeadline(request.signal, times.totalMs)
    const meter: Meter = { wire: 0, decoded: 0 }
    const sent = performance.now()
    const outcome: HopOutcome = { status: null, code: null, latencyMs: 0, bytes: 0, retryAfterMs: null }
    const fail = (cause: unknown): unknown => {
      const error = explain(cause, url.href, request.signal, deadline)
      deadline[Symbol.dispose]()
      settle({ ...outcome, bytes: meter.wire, code: error instanceof AppError ? error.code : 'cancelled', latencyMs: outcome.latencyMs || performance.now() - sent })
      return error
    }
    const finish = (): void => {
      deadline[Symbol.dispose]()
      settle({ ...outcome, bytes: meter.wire })
    }
    try {
      const response = await agents.through(request.proxy).request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'GET',
        headers: requestHeaders(url, request),
        signal: deadline.signal,
        headersTimeout: times.headersMs,
        bodyTimeout: times.idleMs,
      })
      // A body that is torn down early emits an error that nobody else listens to.
      response.body.on('error', () => {})
      outcome.status = response.statusCode
      outcome.latencyMs = performance.now() - sent
      const headers = flatHeaders(response.headers)
      outcome.retryAfterMs = retryAfterMs(headers['retry-after'], options.clock.now())
      request.cookies?.take(url, [response.headers['set-cookie'] ?? []].flat())
      const body = guardedBody(response, { url: url.href, headers, request, times, meter, fail, finish })
      return {
        url: url.href,
        redirects: [...redirects],
        status: response.statusCode,
        headers,
        body,
        bytes: () => collect(body),
        meter,
        retryAfterMs: outcome.retryAfterMs,
        async [Symbol.asyncDispose]() {
          // A short rest is read so that the connection can be used again; a long one is cut.
          await response.body.dump({ limit: 32 * 1024 }).catch(() => {})
          finish()
        },
      }
    }
    catch (error) {
      throw fail(error)
    }
  }

  function requestHeaders(url: URL, request: FetchRequest): Headers {
    const cookie = request.cookies?.header(url)
    return {
      'accept': request.accept,
      'accept-language': 'en;q=0.9, *;q=0.8',
      ...(cookie ? { cookie } : {}),
      ...request.headersFor?.(url),
      'user-agent': options.userAgent,
      'accept-encoding': acceptEncoding,
    }
  }

  return {
    fetch,
    policy,
    /** Ends every connection. */
    [Symbol.asyncDispose]: agents[Symbol.asyncDispose],
  }
}
export type SafeFetch = ReturnType<typeof createSafeFetch>

interface GuardedBodyOptions {
  url: string
  headers: Headers
  request: FetchRequest
  times: TimeLimits
  meter: Meter
  fail: (cause: unknown) => unknown
  finish: () => void
}

async function* guardedBody(response: Dispatcher.ResponseData, options: GuardedBodyOptions): Bytes {
  const { url, headers, request: { limits }, times, meter, fail, finish } = options
  try {
    if (Number(headers['content-length']) > limits.wireBytes)
      throw tooLarge(url, limits.wireBytes)
    yield* readBody(response.body, { url, encoding: headers['content-encoding'], limits, times, meter })
  }
  catch (error) {
    response.body.destroy()
    throw fail(error)
  }
  finally {
    finish()
  }
}

function explain(cause: unknown, url: string, signal: AbortSignal, deadline: Deadline): unknown {
  if (signal.aborted)
    return signal.reason
  if (deadline.expired())
    return new ScrapeError('timeout', tell('host-too-slow'), { url, cause, retryable: true })
  return fetchFailure(cause, url)
}

function once<Value>(act: (value: Value) => void): (value: Value) => void {
  let done = false
  return (value) => {
    if (!done) {
      done = true
      act(value)
    }
  }
}
