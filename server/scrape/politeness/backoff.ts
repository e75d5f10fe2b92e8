import type { PauseReason } from '../../contract/throttle.ts'
import type { HopOutcome } from '../fetch/safe-fetch.ts'

/** Times in milliseconds. */
export interface BackoffOptions {
  /** First pause after "too many requests" without `Retry-After`; doubles each time. */
  rateLimitMs: number
  /** First pause after a server error or broken connection; doubles each time. */
  errorMs: number
  longestMs: number
  /** Failures in a row that open the circuit. */
  circuitFailures: number
  circuitMs: number
}

export const defaultBackoff: BackoffOptions = {
  rateLimitMs: 30_000,
  errorMs: 1000,
  longestMs: 600_000,
  circuitFailures: 5,
  circuitMs: 300_000,
}

export type Trouble = 'none' | 'rate-limit' | 'error'

/** 429, Shopify's 430 and a 503 with `Retry-After` are wishes to slow down; other 5xx and lost answers are trouble. */
export function troubleOf({ status, code, retryAfterMs }: HopOutcome): Trouble {
  if (status === 429 || status === 430 || (status === 503 && retryAfterMs !== null))
    return 'rate-limit'
  if (status !== null && status >= 500)
    return 'error'
  return code === 'timeout' || code === 'connection-failed' || code === 'host-unreachable' ? 'error' : 'none'
}

/** Why a host is left alone after the `failures`-th failure in a row. */
export function pauseReasonOf(trouble: Exclude<Trouble, 'none'>, failures: number, retryAfterMs: number | null, options: BackoffOptions): PauseReason {
  if (retryAfterMs !== null)
    return 'retry-after'
  if (failures >= options.circuitFailures)
    return 'circuit-open'
  return trouble === 'rate-limit' ? 'slow-down' : 'errors'
}

/** How long to leave the host alone after the `failures`-th failure in a row. */
export function pauseMs(trouble: Trouble, failures: number, retryAfterMs: number | null, options: BackoffOptions): number {
  if (trouble === 'none')
    return 0
  const first = trouble === 'rate-limit' ? options.rateLimitMs : options.errorMs
  const doubled = Math.min(first * 2 ** (failures - 1), options.longestMs)
  return retryAfterMs ?? (failures >= options.circuitFailures ? Math.max(doubled, options.circuitMs) : doubled)
}
