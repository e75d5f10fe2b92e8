import type { HostThrottle } from '../../server/contract/index.ts'

/** No word of a host for this long: nobody asks it at present. In milliseconds. */
const idleAfterMs = 15_000

/** What is to be said of a host first: it is left alone, asked, or not asked at present. */
export function throttleState(throttle: HostThrottle, now: number): 'paused' | 'asked' | 'idle' {
  if (throttle.pausedUntil !== null && Date.parse(throttle.pausedUntil) > now)
    return 'paused'
  return throttle.inFlight + throttle.waiting > 0 && now - Date.parse(throttle.at) < idleAfterMs ? 'asked' : 'idle'
}
