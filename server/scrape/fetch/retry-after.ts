const hour = 3_600_000

/** `Retry-After` (RFC 9110 §10.2.3: seconds or a date) in milliseconds from `now`, at most an hour; null when absent or unreadable. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text))
    return Math.min(Number(text) * 1000, hour)
  const date = /^[A-Z]/i.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(date))
    return null
  return Math.min(Math.max(date - now, 0), hour)
}
