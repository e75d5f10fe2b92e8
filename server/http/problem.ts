import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ErrorCode, Problem } from '../contract/problem.ts'
import type { Told } from '../contract/told.ts'
import type { Log } from '../log.ts'
import type { HttpEnv } from './env.ts'
import { HTTPException } from 'hono/http-exception'
import { inEnglish, tell } from '../contract/told.ts'
import { AppError, InvalidInput } from '../errors.ts'

export type ProblemStatus = 400 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 421 | 422 | 429 | 500 | 502 | 503 | 504 | 507

interface ProblemKind { status: ProblemStatus, title: string }

/**
 * The one map from our error codes to HTTP. Codes of a scrape (`blocked`, `timeout`, …) usually stay inside a
 * job's result; they are answers only where a request itself reads a shop, and then the shop is the bad gateway.
 */
export const problemKinds = {
  'invalid-input': { status: 422, title: 'The request has values that cannot be used' },
  'not-found': { status: 404, title: 'Not found' },
  'conflict': { status: 409, title: 'Not possible in the present state' },
  'payload-too-large': { status: 413, title: 'The request body is too large' },
  'unsupported-media-type': { status: 415, title: 'The request body must be JSON' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'forbidden': { status: 403, title: 'Forbidden' },
  'misdirected-host': { status: 421, title: 'This server does not answer for that host' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'queue-unavailable': { status: 503, title: 'The queue store cannot be reached' },
  'service-unavailable': { status: 503, title: 'Not available at the moment' },
  'internal': { status: 500, title: 'Something went wrong on our side' },
  'secrets-unreadable': { status: 503, title: 'The brand\'s secrets cannot be opened' },
  'bad-url': { status: 422, title: 'The address cannot be used' },
  'address-forbidden': { status: 422, title: 'The address is not a public one' },
  'host-unreachable': { status: 502, title: 'The shop cannot be reached' },
  'connection-failed': { status: 502, title: 'The connection to the shop failed' },
  'proxy-failed': { status: 502, title: 'The brand\'s proxy does not let requests through' },
  'timeout': { status: 504, title: 'The shop did not answer in time' },
  'too-large': { status: 502, title: 'The shop\'s answer is too large' },
  'too-many-redirects': { status: 502, title: 'The shop redirects too often' },
  'http-status': { status: 502, title: 'The shop answered with an error' },
  'rate-limited': { status: 502, title: 'The shop asks to slow down' },
  'blocked': { status: 502, title: 'The shop blocks automated reading' },
  'robots-forbidden': { status: 409, title: 'The shop\'s robots.txt forbids it' },
  'unsupported-content': { status: 502, title: 'The page is not of a kind that can be read' },
  'no-products': { status: 502, title: 'No products were found' },
  'not-a-product': { status: 502, title: 'The page is not a product\'s' },
  'soft-404': { status: 502, title: 'The page says that it does not exist' },
  'needs-javascript': { status: 502, title: 'The page needs JavaScript to be read' },
  'parse-failed': { status: 502, title: 'The page cannot be parsed' },
  'all-pages-failed': { status: 502, title: 'None of the pages could be read' },
  'dependency-failed': { status: 409, title: 'A job that this one needs has failed' },
  'cancelled': { status: 409, title: 'Cancelled' },
  'superseded': { status: 409, title: 'Another attempt owns the job' },
  'poison': { status: 409, title: 'The job was set aside because it kept crashing its worker' },
  'disk-full': { status: 507, title: 'The disk is full' },
  'file-exists': { status: 409, title: 'A file of that name exists' },
  'file-gone': { status: 410, title: 'The file is not there any more' },
} as const satisfies Record<ErrorCode, ProblemKind>

/** Media type of RFC 9457. */
export const PROBLEM_JSON = 'application/problem+json'

/** Our stable URI reference of a kind of problem; it opens the entry in the API reference. */
function problemType(code: ErrorCode): string {
  return `/reference#problem-${code}`
}

interface ProblemOptions {
  /** Said in `detail`. */
  told?: Told
  /** Where it comes from outside, or is more than is told. */
  detail?: string
  status?: ProblemStatus
  errors?: Problem['errors']
  headers?: Record<string, string>
}

/** An RFC 9457 answer; the request id is in the `X-Request-Id` header of every answer. */
export function problem(c: Context<HttpEnv>, code: ErrorCode, { told, detail = told && inEnglish(told), status = problemKinds[code].status, errors, headers }: ProblemOptions = {}): Response {
  const body: Problem = { type: problemType(code), title: problemKinds[code].title, status, detail, told, instance: c.req.path, code, errors }
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, { 'Content-Type': PROBLEM_JSON, 'Cache-Control': 'no-store', ...headers })
}

/** Statuses that Hono itself raises (bad JSON, bad media type, body limit), as our codes. */
const frameworkCodes: Partial<Record<number, ErrorCode>> = {
  400: 'invalid-input',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'payload-too-large',
  415: 'unsupported-media-type',
}

function frameworkProblem(error: HTTPException, c: Context<HttpEnv>): Response | undefined {
  const code = frameworkCodes[error.status]
  return code && problem(c, code, { status: error.status as ProblemStatus, detail: error.message })
}

function appProblem(error: AppError, c: Context<HttpEnv>): Response {
  const wait = error.retryAfterMs
  return problem(c, error.code, {
    told: error.told,
    detail: error.message,
    errors: error instanceof InvalidInput ? error.errors : undefined,
    headers: wait === undefined ? {} : { 'Retry-After': String(Math.ceil(wait / 1000)) },
  })
}

/** The last handler of every error: known ones keep their code, unknown ones become a fixed 500 and one log line. */
export function createOnError(log: Pick<Log, 'error'>) {
  return (error: Error, c: Context<HttpEnv>): Response => {
    const known = error instanceof AppError
      ? error.code === 'internal' ? undefined : appProblem(error, c)
      : error instanceof HTTPException ? frameworkProblem(error, c) : undefined
    if (known)
      return known
    const requestId = c.get('requestId')
    log.error({ event: 'http.failed', requestId, method: c.req.method, path: c.req.path, err: error }, 'request failed')
    return problem(c, 'internal', { told: [tell('cause-in-log', { id: requestId })] })
  }
}
