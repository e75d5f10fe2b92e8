import type { Job } from '../contract/job.ts'
import type { EventBus } from '../events/bus.ts'
import type { Log } from '../log.ts'
import type { JobQueue } from '../queue/ports.ts'
import type { JobStore } from '../store/job-store.ts'
import { summaryOf } from './job-summary.ts'

export interface AnnouncerDeps {
  jobs: Pick<JobStore, 'flow' | 'ref'>
  queue: Pick<JobQueue, 'remove' | 'cancel' | 'promote' | 'changePriority'>
  events: Pick<EventBus, 'publish'>
  /** Tells the dispatcher that there is something in the outbox. */
  kick: () => void
  log: Log
}

/** Tells dashboards, dispatcher and queue store of what has just been committed to the job table. */
export function createAnnouncer({ jobs, queue, events, kick, log }: AnnouncerDeps) {
  /** The row is what was promised; the queue's part may fail (the store is away) and is then put right later. */
  async function tellQueue(what: string, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      return true
    }
    catch (error) {
      log.warn({ event: 'queue.not-told', what, err: error }, 'the queue store could not be told; the job table decides')
      return false
    }
  }

  async function withRef(id: string, what: string, work: (ref: NonNullable<Awaited<ReturnType<JobStore['ref']>>>) => Promise<unknown>): Promise<boolean> {
    const ref = await jobs.ref(id)
    return ref === null || tellQueue(what, () => work(ref))
  }

  /** Once the queue store is away: asking for each of thousands of jobs would take as many time-outs. Workers look at the rows. */
  async function untilAway(rows: Job[], tell: (job: Job) => Promise<boolean>): Promise<void> {
    for (const job of rows) {
      if (!await tell(job))
        return
    }
  }

  const changed = (rows: Job[]) => rows.forEach(job => events.publish({ kind: 'job', job: summaryOf(job) }))

  return {
    changed,
    /** A new job, or the root of a new flow. */
    async submitted(job: Job): Promise<void> {
      if (job.flowId === null)
        changed([job])
      else
        (await jobs.flow(job.flowId)).forEach(member => events.publish({ kind: 'job', job: member }))
      kick()
    },
    /** Jobs that wait in the outbox again. */
    revived(rows: Job[]): void {
      changed(rows)
      kick()
    },
    /** Jobs that a cancellation ended, or asked to stop. */
    async cancelled(rows: Job[]): Promise<void> {
      changed(rows)
      await untilAway(rows, async ({ id, status }) => status === 'active'
        ? withRef(id, 'cancel', ref => queue.cancel(ref))
        : status !== 'cancelled' || withRef(id, 'remove', ref => queue.remove(ref)))
    },
    /** They no longer wait for their time. */
    async promoted(rows: Job[]): Promise<void> {
      changed(rows)
      await untilAway(rows, job => withRef(job.id, 'promote', ref => queue.promote(ref)))
      kick()
    },
    async reprioritized(rows: Job[]): Promise<void> {
      changed(rows)
      await untilAway(rows, job => withRef(job.id, 'priority', ref => queue.changePriority(ref, job.priority)))
    },
    removed: (ids: string[]) => ids.forEach(id => events.publish({ kind: 'job-removed', id })),
  }
}
export type Announcer = ReturnType<typeof createAnnouncer>
