import type { ErrorCode, Failure, FieldError } from './contract/problem.ts'
import type { Telling, Told } from './contract/told.ts'
import { inEnglish, tell } from './contract/told.ts'

interface Options { cause?: unknown, retryable?: boolean, retryAfterMs?: number }

/**
 * Root of every error we raise ourselves. It is raised with what is told of it, so that its English message can be
 * written in other languages. `retryable` says whether another attempt may succeed.
 */
export class AppError extends Error {
  override readonly name: string = 'AppError'
  readonly code: ErrorCode
  readonly retryable: boolean
  /** Wait at least this long before another attempt (from `Retry-After`), in milliseconds. */
  readonly retryAfterMs: number | undefined

  /** What the message says; undefined where it comes from outside. */
  readonly told: Told | undefined

  constructor(code: ErrorCode, told: Telling | Told, options: Options & { message?: string } = {}) {
    const tellings = Array.isArray(told) ? told : [told]
    super(options.message ?? inEnglish(tellings), { cause: options.cause })
    this.code = code
    this.told = tellings.length > 0 ? tellings : undefined
    this.retryable = options.retryable ?? false
    this.retryAfterMs = options.retryAfterMs
  }
}

/** What requests name by its id. */
export type Thing = 'brand' | 'product' | 'job' | 'schedule' | 'worker' | 'export' | 'export-of-job' | 'exported-list' | 'bulk-operation' | 'saved-page' | 'saved-view'

export class NotFound extends AppError {
  override readonly name = 'NotFound'
  constructor(what: Thing, id: string) {
    super('not-found', tell(`no-${what}`, { id: JSON.stringify(id).slice(1, -1) }))
  }
}

/** An export whose file somebody has taken out of the folder. */
export class FileGone extends AppError {
  override readonly name = 'FileGone'
  constructor(filename: string) {
    super('file-gone', tell('file-missing', { file: filename }))
  }
}

/** The request is fine but the thing is in the wrong state for it. */
export class Conflict extends AppError {
  override readonly name = 'Conflict'
  constructor(told: Telling) {
    super('conflict', told)
  }
}

export class InvalidInput extends AppError {
  override readonly name = 'InvalidInput'
  readonly errors: FieldError[]
  constructor(errors: FieldError[]) {
    const told = errors.map(error => error.told && [tell('field', { field: error.path }), ...error.told])
    super('invalid-input', told.every(each => each !== undefined) ? told.flat() : [], { message: errors.map(error => `${error.path}: ${error.message}`).join('; ') })
    this.errors = errors
  }
}

/** What is wrong with one field, in words of ours. */
export function fieldError(path: string, telling: Telling): FieldError {
  return { path, message: inEnglish([telling]), told: [telling] }
}

/** The queue store cannot be reached; accepted jobs wait in the job table meanwhile. */
export class QueueUnavailable extends AppError {
  override readonly name = 'QueueUnavailable'
  constructor(cause?: unknown) {
    super('queue-unavailable', tell('queue-store-away'), { cause, retryable: true })
  }
}

/** A page or shop could not be read. */
export class ScrapeError extends AppError {
  override readonly name = 'ScrapeError'
  readonly url: string
  readonly status: number | null
  constructor(code: ErrorCode, told: Telling | Told, options: Options & { url: string, status?: number | null }) {
    super(code, told, options)
    this.url = options.url
    this.status = options.status ?? null
  }
}

/** The job was cancelled by a person. */
export class Cancelled extends AppError {
  override readonly name = 'Cancelled'
  constructor() {
    super('cancelled', tell('cancelled-on-request'))
  }
}

/** Another attempt owns the job now: stop, write nothing. */
export class Superseded extends AppError {
  override readonly name = 'Superseded'
  constructor() {
    super('superseded', tell('attempt-superseded'))
  }
}

/** Why a run was told to stop: a person cancelled it, the process ends, or the queue gave the job to another worker. */
export type AbortCause = 'cancel' | 'shutdown' | 'lock-lost'

/** The reason of an aborted run's signal. */
export class RunAborted extends AppError {
  override readonly name = 'RunAborted'
  readonly why: AbortCause
  constructor(why: AbortCause) {
    super(why === 'cancel' ? 'cancelled' : why === 'shutdown' ? 'service-unavailable' : 'superseded', tell(`run-stopped-${why}`), { retryable: why === 'shutdown' })
    this.why = why
  }
}

/** What is stored of an error: no stack, no secrets; unknown errors are retryable. */
export function toFailure(error: unknown): Failure {
  if (error instanceof AppError)
    return { code: error.code, message: error.message, ...error.told && { told: error.told }, retryable: error.retryable }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), retryable: true }
}

/** A failure in words of ours that nothing was thrown for. */
export function failureOf(code: ErrorCode, telling: Telling, retryable = false): Failure {
  return { code, message: inEnglish([telling]), told: [telling], retryable }
}
