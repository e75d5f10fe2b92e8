import type { Job } from '../../contract/job.ts'
import type { ScheduleRun } from '../../contract/schedule.ts'
import type { Tx } from '../database.ts'
import type { NewJob } from '../job/insert.ts'
import type { StoredSchedule } from './row.ts'
import { openStatuses } from '../../contract/job-status.ts'
import { newId } from '../id.ts'
import { requestCancel } from '../job/cancel.ts'
import { insertTree } from '../job/insert.ts'
import { note } from '../job/note.ts'
import { toRun, toSchedule } from './row.ts'

export interface Due {
  scheduleId: string
  dueAt: Date
  now: Date
  trigger: ScheduleRun['trigger']
  /** Too late for a schedule that leaves missed times out. */
  late: boolean
  /** The jobs to write for the schedule's work. */
  plan: (schedule: StoredSchedule) => NewJob
}

export interface Fired {
  run: ScheduleRun
  /** The new job; null when none was made. */
  job: Job | null
  /** Jobs that were cancelled to make room. */
  cancelled: Job[]
}

type Outcome = Pick<ScheduleRun, 'outcome' | 'note' | 'jobId'>

/**
 * Acts on one due time in one transaction: decides by the schedule's policies, writes the jobs and the record of it. A
 * second call for the same time, or an earlier one, does nothing: the bell may ring more than once.
 * @returns null when there was nothing to do: no such schedule, disabled, or done before
 */
export async function fire(tx: Tx, due: Due): Promise<Fired | null> {
  const { scheduleId, dueAt, now, trigger } = due
  const row = await tx.schedule.findUnique({ where: { id: scheduleId } })
  if (!row || await isDone(tx, due, row))
    return null
  const schedule = toSchedule(row)
  const cancelled: Job[] = []
  const started: Job[] = []
  const outcome = await decide(tx, schedule, due, cancelled, started)
  if (trigger === 'time')
    await tx.schedule.update({ where: { id: scheduleId }, data: { lastDueAt: dueAt } })
  const run = await tx.scheduleRun.create({ data: { id: newId(), scheduleId, dueAt, at: now, trigger, ...outcome } })
  const job = started[0] ?? null
  if (job)
    await note(tx, job.id, now, { kind: 'log', message: trigger === 'time' ? `Started by the schedule “${schedule.name}”, due at ${dueAt.toISOString()}` : `Started by hand from the schedule “${schedule.name}”`, data: { scheduleId, runId: run.id } })
  return { run: toRun(run, job?.status ?? null), job, cancelled }
}

async function isDone(tx: Tx, { scheduleId, dueAt, trigger }: Due, row: { enabled: boolean, anchorAt: Date, lastDueAt: Date | null }): Promise<boolean> {
  if (trigger === 'time' && (!row.enabled || dueAt <= (row.lastDueAt ?? row.anchorAt)))
    return true
  return await tx.scheduleRun.count({ where: { scheduleId, dueAt } }) > 0
}

async function decide(tx: Tx, schedule: StoredSchedule, { now, trigger, late, plan }: Due, cancelled: Job[], started: Job[]): Promise<Outcome> {
  if (late && schedule.missed === 'skip')
    return { outcome: 'missed', note: 'No server was up at the time', jobId: null }
  const open = trigger === 'time' ? await openJobs(tx, schedule.id) : []
  if (open[0] !== undefined && schedule.overlap === 'skip')
    return { outcome: 'overlapped', note: 'The job of the time before is still open', jobId: open[0] }
  if (schedule.overlap === 'cancel-previous') {
    for (const id of open)
      cancelled.push(...await requestCancel(tx, id, now))
  }
  const tree = plan(schedule)
  const missing = await missingBrands(tx, tree)
  if (missing.length > 0)
    return { outcome: 'failed', note: `There is no brand with the id ${missing.join(', ')} any more`, jobId: null }
  const { job, created } = await insertTree(tx, tree, now)
  if (!created)
    return { outcome: 'joined', note: 'An open job did the same already', jobId: job.id }
  started.push(job)
  return { outcome: 'started', note: null, jobId: job.id }
}

/** Jobs that the schedule started and that have not ended. */
async function openJobs(tx: Tx, scheduleId: string): Promise<string[]> {
  const runs = await tx.scheduleRun.findMany({ where: { scheduleId, jobId: { not: null } }, orderBy: { id: 'desc' }, take: 100, select: { jobId: true } })
  const ids = [...new Set(runs.map(run => run.jobId).filter(id => id !== null))]
  const rows = await tx.job.findMany({ where: { id: { in: ids }, status: { in: [...openStatuses] }, cancelRequestedAt: null }, orderBy: { id: 'desc' }, select: { id: true } })
  return rows.map(row => row.id)
}

async function missingBrands(tx: Tx, tree: NewJob): Promise<string[]> {
  const ids = [...new Set(brandsOf(tree))]
  const found = new Set((await tx.brand.findMany({ where: { id: { in: ids } }, select: { id: true } })).map(brand => brand.id))
  return ids.filter(id => !found.has(id))
}

function brandsOf({ brandId, children }: NewJob): string[] {
  return [...(brandId === null ? [] : [brandId]), ...children.flatMap(brandsOf)]
}
