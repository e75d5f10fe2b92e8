import type { Clock } from '../clock.ts'
import type { Job, JobBulk, JobBulkResult } from '../contract/job.ts'
import type { BulkOutcome, JobStore } from '../store/job-store.ts'
import type { Announcer } from './announce.ts'
import { mostBulkIds } from '../contract/job.ts'

export interface BulkDeps {
  jobs: Pick<JobStore, 'bulk' | 'matchingIds'>
  announce: Announcer
  clock: Clock
}

/** Jobs of one transaction, so that other writers get their turn in between. */
const chunkSize = 50

/** One action on many jobs, chunk by chunk: what has been done is committed and announced before the next chunk begins. */
export function createBulk({ jobs, announce, clock }: BulkDeps) {
  const tell: Record<JobBulk['action'], (done: BulkOutcome[], changed: Job[]) => void | Promise<void>> = {
    retry: (_, changed) => announce.revived(changed),
    cancel: (_, changed) => announce.cancelled(changed),
    promote: (_, changed) => announce.promoted(changed),
    delete: done => announce.removed(done.map(outcome => outcome.id)),
  }

  async function* idsOf({ ids, filter }: JobBulk): AsyncGenerator<string[]> {
    const named = [...new Set(ids)]
    for (let start = 0; start < named.length; start += chunkSize)
      yield named.slice(start, start + chunkSize)
    if (!filter)
      return
    for (let before: string | null = null; ;) {
      const page = await jobs.matchingIds(filter, { before, limit: chunkSize })
      const last = page.at(-1)
      if (last === undefined)
        return
      yield page
      before = last
    }
  }

  async function* chunks(request: JobBulk): AsyncGenerator<BulkOutcome[]> {
    const { action, dryRun = false, priority, delayMs = 0 } = request
    for await (const ids of idsOf(request)) {
      const now = clock.now()
      const outcomes = await jobs.bulk({ action, ids, now: new Date(now), dryRun, revival: { priority, runAt: delayMs > 0 ? new Date(now + delayMs) : null } })
      const done = outcomes.filter(outcome => outcome.failure === null)
      if (!dryRun && done.length > 0)
        await tell[action](done, done.flatMap(outcome => outcome.changed))
      yield outcomes
    }
  }

  return async function run(request: JobBulk): Promise<JobBulkResult> {
    const result: JobBulkResult = { action: request.action, dryRun: request.dryRun ?? false, matched: 0, done: 0, skipped: 0, outcomes: [] }
    for await (const outcomes of chunks(request)) {
      result.matched += outcomes.length
      result.skipped += outcomes.filter(outcome => outcome.failure !== null).length
      result.outcomes.push(...outcomes.slice(0, mostBulkIds - result.outcomes.length).map(({ id, failure }) => ({ id, outcome: failure ? 'skipped' as const : 'done' as const, code: failure?.code ?? null, message: failure?.message ?? null })))
    }
    return { ...result, done: result.matched - result.skipped }
  }
}
