import type { DueTimes, ScheduleTiming } from './ports.ts'
import { nextTicks } from './schedules.ts'

/** Clocks are set back by two hours at most: what comes twice that night is seen from before it came first. */
const overChangeMs = 3 * 60 * 60 * 1000
const nearMs = 5 * 60 * 1000
/** Due times asked for at once: each question costs a millisecond. */
const batch = 30

/** Due times of schedules; they agree with the ticks of BullMQ's job schedulers. */
export const dueTimes: DueTimes = { next: nextDue, latest: latestDue }

/**
 * The next `count` due times after `after`, in milliseconds since the epoch. An interval is counted from `anchor`, so
 * that it keeps its beat through restarts. @throws {InvalidInput} when the timing makes no sense
 */
function nextDue(timing: ScheduleTiming, anchor: number, after: number, count: number): number[] {
  if ('cron' in timing)
    return nextTicks(timing, after, count)
  const { everyMs } = timing
  const first = Math.max(1, Math.floor((after - anchor) / everyMs) + 1)
  return Array.from({ length: count }, (_, at) => anchor + (first + at) * everyMs)
}

/** The last due time after `anchor` and not after `until`; null when there has been none. */
function latestDue(timing: ScheduleTiming, anchor: number, until: number): number | null {
  if ('everyMs' in timing) {
    const beats = Math.floor((until - anchor) / timing.everyMs)
    return beats >= 1 ? anchor + beats * timing.everyMs : null
  }
  // Looking back through cron is not the mirror of looking ahead where clocks change: look ahead, from further and further back.
  for (let back = clocksChanged(timing.timeZone, until) ? overChangeMs : nearMs; ; back *= 4) {
    const from = Math.max(anchor, until - back)
    const latest = lastBetween(timing, from, until)
    if (latest !== null || from === anchor)
      return latest
  }
}

function clocksChanged(timeZone: string, until: number): boolean {
  const offset = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset', year: 'numeric' })
  return offset.format(until) !== offset.format(until - overChangeMs)
}

function lastBetween(timing: ScheduleTiming, from: number, until: number): number | null {
  let latest: number | null = null
  for (let after = from; ;) {
    const due = nextTicks(timing, after, batch)
    latest = due.findLast(time => time <= until) ?? latest
    after = due.at(-1)!
    if (after > until)
      return latest
  }
}
