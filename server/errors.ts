import type { ErrorCode, Failure } from './contract/problem.ts'

/** Root of every error we raise ourselves. `retryable` says whether another attempt may succeed. */
export class AppError extends Error {
  override readonly name: string = 'AppError'
  readonly code: ErrorCode
  readonly retryable: boolean
  /** Wait at least this long before another attempt (from `Retry-After`), in milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor(code: ErrorCode, message: string, options: { cause?: unknown, retryable?: boolean, retryAfterMs?: number } = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.retryable = options.retryable ?? false
    this.retryAfterMs = options.retryAfterMs
  }
}

export class NotFound extends AppError {
  override readonly name = 'NotFound'
  constructor(what: string, id: string) {
    super('not-found', `There is no ${what} with the id ${JSON.stringify(id)}.`)
  }
}

/** An export whose file somebody has taken out of the folder. */
export class FileGone extends AppError {
  override readonly name = 'FileGone'
  constructor(filename: string) {
    super('file-gone', `The file ${filename} is not in the exports folder any more; it was deleted or moved by hand. Export again.`)
  }
}

/** The request is fine but the thing is in the wrong state for it. */
export class Conflict extends AppError {
  override readonly name = 'Conflict'
  constructor(message: string) {
    super('conflict', message)
  }
}

export class InvalidInput extends AppError {
  override readonly name = 'InvalidInput'
  readonly errors: { path: string, message: string }[]
  constructor(errors: { path: string, message: string }[]) {
    super('invalid-input', errors.map(error => `${error.path}: ${error.message}`).join('; '))
    this.errors = errors
  }
}

/** The queue store cannot be reached; accepted jobs wait in the job table meanwhile. */
export class QueueUnavailable extends AppError {
  override readonly name = 'QueueUnavailable'
  constructor(cause?: unknown) {
    super('queue-unavailable', 'The queue store cannot be reached.', { cause, retryable: true })
  }
}

/** A page or shop could not be read. */
export class ScrapeError extends AppError {
  override readonly name = 'ScrapeError'
  readonly url: string
  readonly status: number | null
  constructor(code: ErrorCode, message: string, options: { url: string, status?: number | null, cause?: unknown, retryable?: boolean, retryAfterMs?: number }) {
    super(code, message, options)
    this.url = options.url
    this.status = options.status ?? null
  }
}

/** The job was cancelled by a person. */
export class Cancelled extends AppError {
  override readonly name = 'Cancelled'
  constructor(message = 'Cancelled on request.') {
    super('cancelled', message)
  }
}

/** Another attempt owns the job now: stop, write nothing. */
export class Superseded extends AppError {
  override readonly name = 'Superseded'
  constructor() {
    super('superseded', 'Another attempt owns this job now.')
  }
}

/** Why a run was told to stop: a person cancelled it, the process ends, or the queue gave the job to another worker. */
export type AbortCause = 'cancel' | 'shutdown' | 'lock-lost'

/** The reason of an aborted run's signal. */
export class RunAborted extends AppError {
  override readonly name = 'RunAborted'
  readonly why: AbortCause
  constructor(why: AbortCause) {
    super(why === 'cancel' ? 'cancelled' : why === 'shutdown' ? 'service-unavailable' : 'superseded', `The run was stopped: ${why}.`, { retryable: why === 'shutdown' })
    this.why = why
  }
}

/** What is stored of an error: no stack, no secrets; unknown errors are retryable. */
export function toFailure(error: unknown): Failure {
  if (error instanceof AppError)
    return { code: error.code, message: error.message, retryable: error.retryable }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), retryable: true }
}
