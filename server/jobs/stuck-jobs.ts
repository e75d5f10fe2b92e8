import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { JobQueue } from '../queue/ports.ts'
import type { JobStore } from '../store/job-store.ts'
import type { Announcer } from './announce.ts'

export interface StuckJobsDeps {
  jobs: Pick<JobStore, 'silent' | 'unstick' | 'countSilent'>
  queue: Pick<JobQueue, 'states'>
  announce: Pick<Announcer, 'revived'>
  clock: Clock
  log: Log
}

/** A run shows that it is alive each 2 s, and a dead worker's job is handed out again after 20 s at most. Looked for each 15 s, none stays silent for a minute. */
const silentMs = 40_000
/** No active job may be silent for longer. */
const stuckMs = 60_000
const chunk = 200

/** Finds jobs that are called active although nobody works on them, whatever the reason. */
export function createStuckJobs({ jobs, queue, announce, clock, log }: StuckJobsDeps) {
  const ago = (ms: number) => new Date(clock.now() - ms)

  return {
    /** Lets silent jobs run again. @returns how many */
    async release(): Promise<number> {
      const refs = await jobs.silent(ago(silentMs), chunk)
      if (refs.length === 0)
        return 0
      const states = await queue.states(refs)
      const changed = await jobs.unstick(refs.map((ref, at) => ({ ref, state: states[at] ?? 'unknown' })), ago(silentMs), ago(0))
      if (changed.length > 0) {
        log.warn({ event: 'jobs.unstuck', ids: changed.map(job => job.id) }, 'active jobs without a sign of life wait again')
        announce.revived(changed)
      }
      return changed.length
    },
    /** The invariant: 0, unless something is wrong with the release itself. */
    count: (): Promise<number> => jobs.countSilent(ago(stuckMs)),
  }
}
export type StuckJobs = ReturnType<typeof createStuckJobs>
