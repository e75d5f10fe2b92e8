import type { Installation } from './installation.ts'

/** A run shows that it is alive each 2 s; one that has not for this long is stuck. */
export const stuckAfterMs = 60_000

export interface StuckWatch extends Disposable {
  /** The longest time that a row was seen active without a sign of life. */
  longestMs: () => number
}

/** Looks at the rows that are called active each second until it is disposed. */
export function watchForStuck(installation: Pick<Installation, 'records'>): StuckWatch {
  let longestMs = 0
  function look(): void {
    for (const row of activeRows())
      longestMs = Math.max(longestMs, Date.now() - Date.parse(row.heartbeatAt ?? row.createdAt))
  }
  /** None before the first process has made the database, or while its disk is away. */
  function activeRows() {
    try {
      return installation.records.active()
    }
    catch {
      return []
    }
  }
  const timer = setInterval(look, 1000)
  return { longestMs: () => longestMs, [Symbol.dispose]: () => clearInterval(timer) }
}
