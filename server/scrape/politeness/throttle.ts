import type { HostThrottle, PauseReason } from '../../contract/throttle.ts'
import type { HostKnowledge } from './host-lease.ts'
import type { Pace } from './pace.ts'
import { concurrencyOf, gapMs, gapReasonOf } from './pace.ts'

/** What a process knows of a host that it asks. */
export interface Asked extends Pick<HostKnowledge, 'quietUntil' | 'failures' | 'latencyMs'> {
  /** Places taken, by requests that wait for their turn as well. */
  active: number
  inFlight: number
  waiting: readonly unknown[]
  pauseReason: PauseReason | null
}

/** The state of a host in words for people; figures are rounded so that noise is no change. */
export function throttleOf(host: string, { active, inFlight, waiting, quietUntil, failures, latencyMs, pauseReason }: Asked, pace: Pace, now: number): HostThrottle {
  const isPaused = quietUntil > now
  return {
    host,
    at: new Date(now).toISOString(),
    concurrency: concurrencyOf(pace),
    gapMs: Math.round(gapMs(pace, latencyMs)),
    gapReason: gapReasonOf(pace, latencyMs),
    crawlDelayMs: pace.crawlDelayMs,
    latencyMs: latencyMs === null ? null : Math.round(latencyMs),
    failures,
    inFlight,
    waiting: active - inFlight + waiting.length,
    pausedUntil: isPaused ? new Date(quietUntil).toISOString() : null,
    pauseReason: isPaused ? pauseReason : null,
  }
}
