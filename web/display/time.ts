import { dateFormat, relativeFormat } from './formatters.ts'

const steps = [
  { unit: 'second', ms: 1000, below: 60 },
  { unit: 'minute', ms: 60_000, below: 60 },
  { unit: 'hour', ms: 3_600_000, below: 24 },
  { unit: 'day', ms: 86_400_000, below: 30 },
  { unit: 'month', ms: 2_629_800_000, below: 12 },
  { unit: 'year', ms: 31_557_600_000, below: Infinity },
] as const

/** "12 seconds ago", "in 3 minutes", `narrow` "12s ago": the largest unit that is at least one. */
export function formatRelative(iso: string, now: number, locale: string, style: Intl.RelativeTimeFormatStyle = 'long'): string {
  const delta = Date.parse(iso) - now
  const format = relativeFormat(locale, { numeric: 'auto', style })
  if (Math.abs(delta) < 1500)
    return format.format(0, 'second')
  for (const { unit, ms, below } of steps) {
    const amount = Math.round(delta / ms)
    if (Math.abs(amount) < below)
      return format.format(amount, unit)
  }
  return format.format(Math.round(delta / 31_557_600_000), 'year')
}

/** Date and time to the second, in the viewer's zone. */
export function formatExact(iso: string, locale: string): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso))
}

/** Weekday, date and time to the minute, in a schedule's zone or, without one, the viewer's; the year where it is not that of `now`. */
export function formatDue(iso: string, locale: string, timeZone?: string, now = Date.now()): string {
  const yearOf = (at: number | Date) => dateFormat('en', { year: 'numeric', timeZone }).format(at)
  const year = yearOf(new Date(iso)) === yearOf(now) ? undefined : 'numeric'
  // "6:00 AM", but "06:00" on a clock of 24 hours.
  const { hour12 } = dateFormat(locale, { hour: 'numeric' }).resolvedOptions()
  return dateFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', year, hour: hour12 ? 'numeric' : '2-digit', minute: '2-digit', timeZone }).format(new Date(iso))
}

/** Time of day with milliseconds, for log lines. */
export function formatClock(iso: string, locale: string): string {
  return dateFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hourCycle: 'h23' }).format(new Date(iso))
}
