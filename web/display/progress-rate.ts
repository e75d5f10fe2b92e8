/** How far a job was (0–100) at a time (ms). */
export interface ProgressSample { at: number, progress: number }
/** Progress per millisecond, and what is left at that pace, in milliseconds. */
export interface ProgressRate { perMs: number, leftMs: number }

/** What happened longer ago says little of how it goes now. */
const rateWindowMs = 60_000
/** Less than this says nothing. */
const shortestMs = 5000
const fewestSteps = 2

/** Adds a sample and forgets those that the window no longer needs. Progress that fell began anew: nothing of before counts. */
export function addSample(samples: readonly ProgressSample[], next: ProgressSample): ProgressSample[] {
  const last = samples.at(-1)
  if (last !== undefined && next.progress < last.progress)
    return [next]
  if (last?.progress === next.progress)
    return [...samples]
  const edge = samples.findLastIndex(({ at }) => at <= next.at - rateWindowMs)
  return [...samples.slice(Math.max(0, edge)), next]
}

/**
 * The pace of the last minute. Null while too little is known (less than 5 s or two steps), and when nothing moved in
 * that minute: then there is no honest guess.
 */
export function rateOf(samples: readonly ProgressSample[], now: number): ProgressRate | null {
  const start = samples[Math.max(0, samples.findLastIndex(({ at }) => at <= now - rateWindowMs))]
  const last = samples.at(-1)
  if (start === undefined || last === undefined)
    return null
  const steps = samples.length - 1 - samples.indexOf(start)
  const gained = last.progress - start.progress
  // Counted until now: a job that has come to a halt gets slower by the second.
  const ms = now - start.at
  if (steps < fewestSteps || ms < shortestMs || gained <= 0 || last.at <= now - rateWindowMs)
    return null
  const perMs = gained / ms
  return { perMs, leftMs: Math.max(0, 100 - last.progress) / perMs }
}
