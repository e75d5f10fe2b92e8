import type { Clock } from '../clock.ts'
import type { Run } from '../queue/ports.ts'
import type { JobStore } from '../store/job-store.ts'

export interface ClaimerDeps {
  jobs: Pick<JobStore, 'claim'>
  clock: Clock
}

type Claim = Awaited<ReturnType<JobStore['claim']>>

/**
 * Claims the rows of this process's runs. One that may only begin in a process that has lived for a while waits here for
 * that, as one of the runs, instead of going round through the queue.
 */
export function createClaimer({ jobs, clock }: ClaimerDeps) {
  const bornAt = clock.now()
  return async function claim({ jobId, generation, worker, signal }: Run, unrecorded: boolean): Promise<Exclude<Claim, { kind: 'early' }>> {
    for (;;) {
      const now = clock.now()
      const claimed = await jobs.claim({ jobId, generation, worker, now: new Date(now), unrecorded, processAgeMs: now - bornAt })
      if (claimed.kind !== 'early')
        return claimed
      await pause(claimed.inMs, signal)
      if (signal.aborted)
        return { kind: 'waiting' }
    }
  }
}

/** Ends early when `signal` does. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  signal.addEventListener('abort', () => resolve(), { once: true })
  if (signal.aborted)
    resolve()
  await promise
  clearTimeout(timer)
}
