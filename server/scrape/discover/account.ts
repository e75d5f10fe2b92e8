import type { CompletenessAccount } from '../../contract/job-types.ts'

/** What one way of finding products met: all of it, and the part that no way before it had. */
export interface Source {
  name: string
  found: number
  fresh: number
}

/** What became of the addresses that only a second source knew. */
export interface Checked {
  blocked: number
  dead: number
  /** Addresses that nobody looked at, and how many of those looked at were products (0–1). */
  unchecked: number
  aliveShare: number
}

/**
 * How complete a run was, by comparing its sources: what one of them met and another did not tells how much both may
 * have missed (capture and recapture, Chapman's estimate). With one source there is nothing to compare: `expected` is null.
 */
export function accountOf(sources: readonly Source[], { blocked, dead, unchecked, aliveShare }: Checked): CompletenessAccount {
  const found = sources.reduce((sum, source) => sum + source.fresh, 0)
  const open = Math.round(unchecked * aliveShare)
  const counted = found + blocked + open
  const expected = sources.length < 2 ? null : Math.max(counted, estimate(sources, blocked + open))
  const unexplained = expected === null ? 0 : expected - found - blocked
  return { sources: sources.map(({ name, found }) => ({ name, found })), found, expected, blocked, dead, unexplained, summary: summary(found, expected, blocked, dead, unexplained) }
}

/** Chapman's estimate from the first source and the last, `late` products having been met by the last alone. */
function estimate(sources: readonly Source[], late: number): number {
  const last = sources[sources.length - 1]!
  const before = sources.slice(0, -1).reduce((sum, source) => sum + source.fresh, 0)
  const both = last.found - last.fresh
  return both === 0 ? 0 : Math.round((before + 1) * (last.found + late + 1) / (both + 1) - 1)
}

function summary(found: number, expected: number | null, blocked: number, dead: number, unexplained: number): string {
  const parts = [`${found} found`]
  if (expected !== null)
    parts.push(`about ${expected} expected`, `${blocked} blocked by robots`, `${unexplained} unexplained`)
  if (dead > 0)
    parts.push(`${dead} listed but gone`)
  return parts.join(', ')
}
