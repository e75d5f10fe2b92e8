export interface Backoff {
  /** Wait after the first failure, in milliseconds; it doubles with each further one. */
  baseMs: number
  /** No wait is longer, unless the shop asked for it with `Retry-After`. */
  capMs: number
}

export const defaultBackoff: Backoff = { baseMs: 2000, capMs: 10 * 60_000 }

const longestRetryAfterMs = 60 * 60_000

/**
 * Exponential backoff with jitter: between half of and the whole `base · 2^(failures−1)`, so that jobs that failed
 * together do not come back together; never before `Retry-After`, up to an hour.
 * @param failures attempts that have failed so far, 1 or more
 * @param backoff first and longest wait
 * @param retryAfterMs what the shop asked for
 * @param random 0–1
 * @returns milliseconds
 */
export function retryDelayMs(failures: number, backoff: Backoff, retryAfterMs: number | undefined, random: number): number {
  const full = Math.min(backoff.capMs, backoff.baseMs * 2 ** (failures - 1))
  const delay = full * (0.5 + random / 2)
  return Math.round(Math.max(delay, Math.min(retryAfterMs ?? 0, longestRetryAfterMs)))
}
