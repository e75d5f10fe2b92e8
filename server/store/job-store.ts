import type { TimelineQuery } from '../contract/job-detail.ts'
import type { Job, JobQuery, JobSummary } from '../contract/job.ts'
import type { QueueRef } from '../queue/ports.ts'
import type { Discrepancy } from '../queue/store-ports.ts'
import type { Database, Tx } from './database.ts'
import type { ClaimRequest, Fence } from './job/claim.ts'
import type { Ending } from './job/end.ts'
import type { Inserted, NewJob } from './job/insert.ts'
import type { Note } from './job/note.ts'
import type { Revival } from './job/revive.ts'
import type { Beat } from './job/run.ts'
import type { Once } from './once.ts'
import { NotFound } from '../errors.ts'
import { requestCancel } from './job/cancel.ts'
import { claim } from './job/claim.ts'
import { handOver } from './job/hand-over.ts'
import { insertTree } from './job/insert.ts'
import { countByTypeAndStatus, countOpen, list, oldestPending } from './job/list.ts'
import { note } from './job/note.ts'
import { takeUndispatched, whereRef } from './job/outbox.ts'
import { openPage, resolve } from './job/reconcile.ts'
import { clean, remove } from './job/remove.ts'
import { revive } from './job/revive.ts'
import { toJob, toSummary, withBrand } from './job/row.ts'
import { beat, finish, owned, requeue, retryLater, writeBeat } from './job/run.ts'
import { listParts, split, sumProgress } from './job/split.ts'
import { countSilent, silent, unstick } from './job/stuck.ts'
import { timeline } from './job/timeline.ts'
import { changePriority, promote } from './job/waiting.ts'
import { forgetKeys, onlyOnce, recall } from './once.ts'

export type { Fence } from './job/claim.ts'
export type { Inserted, NewJob } from './job/insert.ts'
export type { Once } from './once.ts'

/** Writes of a run. `remember` leaves word for the run after a crash, in the same transaction. */
export type Effects<T> = (tx: Tx, remember: (checkpoint: Record<string, unknown>) => void) => Promise<T>

/** The job table: the truth about every job. Each verb is one transaction. */
export function createJobStore({ read, scan, write }: Pick<Database, 'read' | 'scan' | 'write'>) {
  return {
    /** The job, its children, and the answer under the client's key in one transaction. */
    insert: (root: NewJob, now: Date, once?: Once): Promise<Inserted & { replayed: boolean }> => write(tx => onlyOnce(tx, once, now, () => insertTree(tx, root, now))),
    /** Forgets up to `limit` keys that are too old to count. @returns how many */
    forgetKeys: (now: Date, limit: number) => write(tx => forgetKeys(tx, now, limit)),
    /** What `insert` answered to the same request in the last day. @throws {InvalidInput} when the key was another request's */
    recall: (once: Once, now: Date): Promise<Inserted | undefined> => recall(read, once, now),
    /** @throws {NotFound} */
    async get(id: string): Promise<Job> {
      const row = await read.job.findUnique({ where: { id }, include: withBrand })
      if (!row)
        throw new NotFound('job', id)
      return toJob(row)
    },
    /** Null when the job has been deleted. */
    async summary(id: string): Promise<JobSummary | null> {
      const row = await read.job.findUnique({ where: { id }, include: withBrand })
      return row && toSummary(row)
    },
    list: (query: JobQuery) => list({ read, scan }, query),
    async flow(flowId: string): Promise<JobSummary[]> {
      const rows = await read.job.findMany({ where: { OR: [{ flowId }, { id: flowId }] }, orderBy: { id: 'asc' }, include: withBrand, take: 1000 })
      return rows.map(toSummary)
    },
    timeline: (id: string, query: TimelineQuery) => timeline(read, id, query),
    counts: () => countByTypeAndStatus(read),
    countOpen: () => countOpen(read),
    oldestPending: () => oldestPending(read),

    claim: (request: ClaimRequest) => write(tx => claim(tx, request)),
    beat: (fence: Fence, state: Beat) => write(tx => beat(tx, fence, state)),
    /** Runs `effects` and the sign of life in one transaction, if the run still owns the job. @throws {Superseded} */
    commit: <T>(fence: Fence, state: Beat, effects: Effects<T>): Promise<{ job: Job, value: T }> => write(async (tx) => {
      const row = await owned(tx, fence)
      let { checkpoint } = state
      const value = await effects(tx, next => void (checkpoint = next))
      return { job: await writeBeat(tx, row, { ...state, checkpoint }), value }
    }),
    /** The run's last effects and the job's end in one transaction. @throws {Superseded} */
    finish: (fence: Fence, ending: () => Ending, effects?: (tx: Tx) => Promise<unknown>) => write(async (tx) => {
      await owned(tx, fence)
      await effects?.(tx)
      return finish(tx, fence, ending())
    }),
    retryLater: (fence: Fence, state: Parameters<typeof retryLater>[2]) => write(tx => retryLater(tx, fence, state)),
    requeue: (fence: Fence, state: Parameters<typeof requeue>[2]) => write(tx => requeue(tx, fence, state)),
    /** The run gives its work to parts and waits for them. @throws {Superseded} */
    split: (fence: Fence, shares: Parameters<typeof split>[2], now: Date) => write(tx => split(tx, fence, shares, now)),
    sumProgress: (id: string, now: Date) => write(tx => sumProgress(tx, id, now)),
    parts: (id: string) => listParts(read, id),
    note: (jobId: string, at: Date, line: Note) => write(tx => note(tx, jobId, at, line)),
    /** A line of a run's log. @throws {Superseded} */
    tell: (fence: Fence, at: Date, line: Note) => write(async (tx) => {
      await owned(tx, fence)
      return note(tx, fence.jobId, at, line)
    }),

    requestCancel: (id: string, now: Date) => write(tx => requestCancel(tx, id, now)),
    revive: (id: string, now: Date, changes?: Revival) => write(tx => revive(tx, id, now, changes)),
    promote: (id: string, now: Date) => write(tx => promote(tx, id, now)),
    changePriority: (id: string, priority: number, now: Date) => write(tx => changePriority(tx, id, priority, now)),
    remove: (id: string) => write(tx => remove(tx, id)),
    countStatus: (status: Job['status']) => read.job.count({ where: { status } }),
    clean: (request: Parameters<typeof clean>[1]) => write(tx => clean(tx, request)),
    takeUndispatched: (limit: number, now: Date, window?: number) => takeUndispatched(read, { limit, now, window }),
    markDispatched: (refs: QueueRef[], now: Date): Promise<void> => write(async (tx) => {
      for (const ref of refs)
        await tx.job.updateMany({ where: { ...whereRef(ref), dispatchedAt: null }, data: { dispatchedAt: now } })
    }),
    openPage: (options: Parameters<typeof openPage>[1]) => openPage(read, options),
    resolve: (discrepancies: Discrepancy[], now: Date) => write(tx => resolve(tx, discrepancies, now)),
    /** Active jobs without a sign of life since `before`. */
    silent: (before: Date, limit: number) => silent(read, before, limit),
    countSilent: (before: Date) => countSilent(read, before),
    unstick: (found: Parameters<typeof unstick>[1], before: Date, now: Date) => write(tx => unstick(tx, found, before, now)),
    /** What a dead process ran, or was about to run, waits again. */
    handOver: (estate: Parameters<typeof handOver>[1]) => write(tx => handOver(tx, estate)),
    /** What a run of the job saved for the one after it. */
    async checkpoint(id: string): Promise<Record<string, unknown> | null> {
      const row = await read.job.findUnique({ where: { id }, select: { checkpoint: true } })
      return row?.checkpoint ? JSON.parse(row.checkpoint) as Record<string, unknown> : null
    },
    /** What the queue must know of a job: where its entry is. */
    async ref(id: string) {
      const row = await read.job.findUnique({ where: { id }, select: { id: true, type: true, generation: true } })
      return row && { queue: row.type as Job['type'], jobId: row.id, generation: row.generation }
    },
  }
}
export type JobStore = ReturnType<typeof createJobStore>
