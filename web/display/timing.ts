import type { ScheduleTiming } from '../../server/contract/index.ts'
import { dateFormat } from './formatters.ts'

/** A timing in parts that a catalogue can put into words; `raw` when there is no plain way to say it. */
export type TimingWords
  = | { kind: 'every', n: number, unit: 'seconds' | 'minutes' | 'hours' | 'days' }
    | { kind: 'hourly', minute: string }
    | { kind: 'daily' | 'weekdays', time: string }
    | { kind: 'weekly', time: string, weekday: number }
    | { kind: 'monthly', time: string, day: number }
    | { kind: 'raw', cron: string }

const units = [['days', 86_400_000], ['hours', 3_600_000], ['minutes', 60_000], ['seconds', 1000]] as const

/** The largest unit that divides an interval: 5,400,000 ms are 90 minutes, not 1.5 hours. */
export function splitInterval(everyMs: number): { n: number, unit: 'seconds' | 'minutes' | 'hours' | 'days' } {
  for (const [unit, ms] of units) {
    if (everyMs % ms === 0)
      return { n: everyMs / ms, unit }
  }
  return { n: Math.round(everyMs / 1000), unit: 'seconds' }
}

export function timingWords(timing: ScheduleTiming): TimingWords {
  if ('everyMs' in timing)
    return { kind: 'every', ...splitInterval(timing.everyMs) }
  const fields = timing.cron.trim().split(/\s+/)
  const [minute = '', hour = '', day, month, weekday] = fields
  const raw = { kind: 'raw', cron: timing.cron } as const
  if (fields.length !== 5 || month !== '*')
    return raw
  const everyMinutes = /^\*\/(\d+)$/.exec(minute)
  if (everyMinutes && hour === '*' && day === '*' && weekday === '*')
    return { kind: 'every', n: Number(everyMinutes[1]), unit: 'minutes' }
  if (!isNumber(minute, 59))
    return raw
  if (hour === '*' && day === '*' && weekday === '*')
    return { kind: 'hourly', minute: minute.padStart(2, '0') }
  if (!isNumber(hour, 23))
    return raw
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
  if (day === '*' && weekday === '*')
    return { kind: 'daily', time }
  if (day === '*' && weekday === '1-5')
    return { kind: 'weekdays', time }
  if (day === '*' && isNumber(weekday, 7))
    return { kind: 'weekly', time, weekday: Number(weekday) % 7 }
  if (weekday === '*' && isNumber(day, 31) && Number(day) > 0)
    return { kind: 'monthly', time, day: Number(day) }
  return raw
}

function isNumber(text: string | undefined, most: number): text is string {
  return text !== undefined && /^\d{1,2}$/.test(text) && Number(text) <= most
}

/** The name of a weekday, 0 for Sunday. */
export function weekdayName(weekday: number, locale: string): string {
  // 2023-01-01 was a Sunday.
  return dateFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2023, 0, 1 + weekday)))
}
