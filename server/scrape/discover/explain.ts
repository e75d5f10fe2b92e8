import type { ErrorCode } from '../../contract/problem.ts'
import { AppError, ScrapeError } from '../../errors.ts'

/** Failures of a whole host: asking another address of it makes no sense now. */
export const endsRun: ReadonlySet<ErrorCode> = new Set(['host-unreachable', 'bad-url', 'address-forbidden', 'rate-limited'])

/** Why a way of finding products is not open, in one line: "/products.json answered 404". Raises again when the run was cancelled. */
export function explain(what: string, error: unknown, signal: AbortSignal): string {
  signal.throwIfAborted()
  if (error instanceof ScrapeError && endsRun.has(error.code))
    throw error
  if (error instanceof ScrapeError && error.status !== null && error.code !== 'unsupported-content')
    return `${what} answered ${error.status}`
  if (error instanceof AppError)
    return `${what}: ${error.message}`
  throw error
}
