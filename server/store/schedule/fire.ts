import type { Job } from '../../contract/job.ts'
import type { ScheduleRun } from '../../contract/schedule.ts'
import type { Told } from '../../contract/told.ts'
import type { Tx } from '../database.ts'
import type { NewJob } from '../job/insert.ts'
import type { StoredSchedule } from './row.ts'
import { openStatuses } from '../../contract/job-status.ts'
import { inEnglish, tell } from '../../contract/told.ts'
import { newId } from '../id.ts'
import { requestCancel } from '../job/cancel.ts'
import { insertTree } from '../job/insert.ts'
import { note } from '../job/note.ts'
import { writeTold } from '../told.ts'
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

interface Outcome extends Pick<ScheduleRun, 'outcome' | 'jobId'> {
  /** Why no job was made; null when one was. */
  told: Told | null
}

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
  const { told, ...outcome } = await decide(tx, schedule, due, cancelled, started)
  if (trigger === 'time')
    await tx.schedule.update({ where: { id: scheduleId }, data: { lastDueAt: dueAt } })
  const run = await tx.scheduleRun.create({ data: { id: newId(), scheduleId, dueAt, at: now, trigger, ...outcome, note: told && inEnglish(told), told: told && writeTold(told) } })
  const job = started[0] ?? null
  if (job)
    await note(tx, job.id, now, { kind: 'log', told: [trigger === 'time' ? tell('scheduled', { schedule: schedule.name, at: dueAt.toISOString() }) : tell('scheduled-by-hand', { schedule: schedule.name })], data: { scheduleId, runId: run.id } })
  return { run: toRun(run, job?.status ?? null), job, cancelled }
}

async function isDone(tx: Tx, { scheduleId, dueAt, trigger }: Due, row: { enabled: boolean, anchorAt: Date, lastDueAt: Date | null }): Promise<boolean> {
  if (trigger === 'time' && (!row.enabled || dueAt <= (row.lastDueAt ?? row.anchorAt)))
    return true
  return await tx.scheduleRun.count({ where: { scheduleId, dueAt } }) > 0
}

async function decide(tx: Tx, schedule: StoredSchedule, { now, trigger, late, plan }: Due, cancelled: Job[], started: Job[]): Promise<Outcome> {
  if (late && schedule.missed === 'skip')
    return { outcome: 'missed', told: [tell('time-missed')], jobId: null }
  const open = trigger === 'time' ? await openJobs(tx, schedule.id) : []
  if (open[0] !== undefined && schedule.overlap === 'skip')
    return { outcome: 'overlapped', told: [tell('time-overlapped')], jobId: open[0] }
  if (schedule.overlap === 'cancel-previous') {
    for (const id of open)
      cancelled.push(...await requestCancel(tx, id, now))
  }
  const tree = plan(schedule)
  const missing = await missingBrands(tx, tree)
  if (missing.length > 0)
    return { outcome: 'failed', told: [tell('brands-gone', { ids: missing.join(', ') })], jobId: null }
  const { job, created } = await insertTree(tx, tree, now)
  if (!created)
    return { outcome: 'joined', told: [tell('time-joined')], jobId: job.id }
  started.push(job)
  return { outcome: 'started', told: null, jobId: job.id }
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
