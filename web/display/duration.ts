import { numberFormat } from './formatters.ts'

/** Milliseconds as the two largest units: "850 ms", "4.2 s", "3 min 20 s", "2 h 5 min", "4 d 3 h". */
export function formatDuration(ms: number, locale: string): string {
  const number = (value: number, digits = 0) => numberFormat(locale, { maximumFractionDigits: digits }).format(value)
  if (ms < 0)
    return number(0)
  if (ms < 1000)
    return `${number(Math.round(ms))} ms`
  if (ms < 10_000)
    return `${number(ms / 1000, 1)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60)
    return `${number(seconds)} s`
  if (seconds < 3600)
    return pair(Math.floor(seconds / 60), 'min', seconds % 60, 's')
  const minutes = Math.round(seconds / 60)
  if (minutes < 1440)
    return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
  const hours = Math.round(minutes / 60)
  return pair(Math.floor(hours / 24), 'd', hours % 24, 'h')
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`
}

/** How long a job has run, in milliseconds; null before its start. */
export function runningMs(job: { startedAt: string | null, completedAt: string | null }, now: number): number | null {
  if (job.startedAt === null)
    return null
  const end = job.completedAt === null ? now : Date.parse(job.completedAt)
  return Math.max(0, end - Date.parse(job.startedAt))
}
