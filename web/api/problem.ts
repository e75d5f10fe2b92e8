import type { ErrorCode, FieldError, Problem } from '../../server/contract/problem.ts'
import type { Told } from '../../server/contract/told.ts'

/** Codes of the API, and one of our own: the request never reached a server. */
export type ProblemCode = ErrorCode | 'offline'

/** A request that did not work, as RFC 9457 tells it. `fields` holds the first that is wrong with each named field. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly code: ProblemCode
  readonly status: number
  /** What the message says, for other languages than the server's. */
  readonly told: Told | undefined
  readonly fields: Record<string, FieldError>

  constructor(problem: { code: ProblemCode, status: number, title: string, detail?: string, told?: Told, errors?: Problem['errors'] }) {
    super(problem.detail ?? problem.title)
    this.code = problem.code
    this.status = problem.status
    this.told = problem.told
    this.fields = {}
    for (const error of problem.errors ?? [])
      this.fields[error.path.replace(/^body\.|^\//, '').replaceAll('/', '.')] ??= error
  }
}

/** The request was replaced by a newer one, or its page was left: nothing to tell anybody. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

/** Whatever was thrown, as a problem. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem)
    return error
  if (error instanceof TypeError)
    return new ApiProblem({ code: 'offline', status: 0, title: 'The server cannot be reached.' })
  return new ApiProblem({ code: 'internal', status: 0, title: error instanceof Error ? error.message : String(error) })
}

/** The problem in an answer that is not 2xx, also when a proxy in between wrote something else. */
export function problemOf(response: Pick<Response, 'status' | 'statusText'>, body: unknown): ApiProblem {
  if (typeof body === 'object' && body !== null && 'code' in body)
    return new ApiProblem(body as Problem)
  const away = response.status === 0 || response.status >= 502
  return new ApiProblem({
    code: away ? 'offline' : 'internal',
    status: response.status,
    title: `The server answered ${response.status} ${response.statusText}`.trim(),
  })
}
