import type { Clock } from '../clock.ts'
import type { JobType } from '../contract/job-types.ts'
import type { JobStore, NewJob } from '../store/job-store.ts'
import { tell } from '../contract/told.ts'
import { AppError } from '../errors.ts'

export interface OpenJobCapDeps {
  jobs: Pick<JobStore, 'countOpen'>
  clock: Clock
  /** Open jobs of each type, as it is at present. */
  most: () => Promise<number>
}

/** Counting hundreds of thousands of rows for each submission would cost more than writing it. */
const countedForMs = 1000
const retryAfterMs = 30_000

/**
 * Refuses what would make the table of open jobs grow without end. Counts are a second old at most, so that a few more may slip in.
 *
 * Only new work from outside is refused. A due time of a schedule, a retry and a part of a large job belong to work that
 * was accepted before, and nobody is there to be told to come back later; their number is bounded by schedules, ended
 * jobs and products, and the dispatch window keeps them from filling the queue store.
 */
export function createOpenJobCap({ jobs, clock, most: mostNow }: OpenJobCapDeps) {
  let counts: Partial<Record<JobType, number>> = {}
  let countedAt = -Infinity

  return {
    /** Counts the jobs in, or raises `too-many-requests`. */
    async admit(tree: NewJob): Promise<void> {
      const most = await mostNow()
      if (clock.now() - countedAt >= countedForMs) {
        counts = await jobs.countOpen()
        countedAt = clock.now()
      }
      const added = new Map<JobType, number>()
      for (const type of typesOf(tree))
        added.set(type, (added.get(type) ?? 0) + 1)
      for (const [type, more] of added) {
        if ((counts[type] ?? 0) + more > most)
          throw new AppError('too-many-requests', tell('jobs-full', { n: counts[type] ?? 0, type, most }), { retryable: true, retryAfterMs })
      }
      for (const [type, more] of added)
        counts[type] = (counts[type] ?? 0) + more
    },
  }
}
export type OpenJobCap = ReturnType<typeof createOpenJobCap>

function* typesOf({ type, children }: NewJob): Generator<JobType> {
  yield type
  for (const child of children)
    yield* typesOf(child)
}
