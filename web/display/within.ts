const spansMs = { hour: 3_600_000, day: 86_400_000, week: 604_800_000, month: 2_592_000_000 } as const
type Within = keyof typeof spansMs
export const withins = Object.keys(spansMs) as Within[]

/** Where "within the last day" begins, to the minute, so that the same list is asked for twice; undefined for no span we know. */
export function startOf(within: string | undefined, now: number = Date.now()): string | undefined {
  if (within === undefined || !Object.hasOwn(spansMs, within))
    return undefined
  return new Date(Math.floor((now - spansMs[within as Within]) / 60_000) * 60_000).toISOString()
}
