import type { Page, PageQuery } from '../contract/page.ts'
import type { ScheduleCreate, ScheduleQuery, ScheduleRun, ScheduleUpdate } from '../contract/schedule.ts'
import type { Database } from './database.ts'
import type { Prisma } from './prisma/client.ts'
import type { Due } from './schedule/fire.ts'
import type { StoredSchedule } from './schedule/row.ts'
import { NotFound } from '../errors.ts'
import { decodeCursor, toPage } from './cursor.ts'
import { newId } from './id.ts'
import { fire } from './schedule/fire.ts'
import { toRun, toSchedule } from './schedule/row.ts'

export type { Due } from './schedule/fire.ts'
export type { StoredSchedule } from './schedule/row.ts'

/** Schedules and what became of their due times. */
export function createScheduleStore({ read, write }: Pick<Database, 'read' | 'write'>) {
  /** Runs with the present status of their jobs. */
  async function withStatus(rows: Prisma.ScheduleRunGetPayload<object>[]): Promise<ScheduleRun[]> {
    const ids = rows.map(row => row.jobId).filter(id => id !== null)
    const jobs = await read.job.findMany({ where: { id: { in: ids } }, select: { id: true, status: true } })
    const statuses = new Map(jobs.map(job => [job.id, job.status]))
    return rows.map(row => toRun(row, statuses.get(row.jobId ?? '') ?? null))
  }

  return {
    /** Newest first. */
    async list(query: ScheduleQuery): Promise<Page<StoredSchedule>> {
      const before = decodeCursor(query.cursor)
      const rows = await read.schedule.findMany({ where: { ...(before && { id: { lt: before } }), ...(query.search && { name: { contains: query.search } }) }, orderBy: { id: 'desc' }, take: query.limit + 1 })
      return toPage(rows, query.limit, toSchedule)
    },
    async enabled(): Promise<StoredSchedule[]> {
      const rows = await read.schedule.findMany({ where: { enabled: true }, orderBy: { id: 'asc' } })
      return rows.map(toSchedule)
    },
    /** @throws {NotFound} */
    async get(id: string): Promise<StoredSchedule> {
      const row = await read.schedule.findUnique({ where: { id } })
      if (!row)
        throw new NotFound('schedule', id)
      return toSchedule(row)
    },
    create: ({ name, timing, work, enabled = true, missed = 'run-once', overlap = 'skip' }: ScheduleCreate, now: Date): Promise<StoredSchedule> => write(async (tx) => {
      const row = { id: newId(), name, enabled, timing: JSON.stringify(timing), work: JSON.stringify(work), missed, overlap, anchorAt: now, createdAt: now, updatedAt: now }
      return toSchedule(await tx.schedule.create({ data: row }))
    }),
    /** A new timing, or being enabled again, starts its times anew: nothing before now is due. @throws {NotFound} */
    update: (id: string, { timing, work, ...plain }: ScheduleUpdate, now: Date): Promise<StoredSchedule> => write(async (tx) => {
      const before = await tx.schedule.findUnique({ where: { id } })
      if (!before)
        throw new NotFound('schedule', id)
      const written = timing && JSON.stringify(timing)
      const anew = (written !== undefined && written !== before.timing) || (plain.enabled === true && !before.enabled)
      const data = {
        ...plain,
        ...(written !== undefined && { timing: written }),
        ...(work && { work: JSON.stringify(work) }),
        ...(anew && { anchorAt: now, lastDueAt: null }),
        updatedAt: now,
      }
      return toSchedule(await tx.schedule.update({ where: { id }, data }))
    }),
    /** Its jobs stay. @throws {NotFound} */
    remove: (id: string): Promise<void> => write(async (tx) => {
      const { count } = await tx.schedule.deleteMany({ where: { id } })
      if (count === 0)
        throw new NotFound('schedule', id)
    }),
    fire: (due: Due) => write(tx => fire(tx, due)),
    /** Newest first. */
    async runs(scheduleId: string, query: PageQuery): Promise<Page<ScheduleRun>> {
      const before = decodeCursor(query.cursor)
      const rows = await read.scheduleRun.findMany({ where: { scheduleId, ...(before && { id: { lt: before } }) }, orderBy: { id: 'desc' }, take: query.limit + 1 })
      const { items, nextCursor } = toPage(rows, query.limit, row => row)
      return { items: await withStatus(items), nextCursor }
    },
    /** The last run of each of these schedules, by id. */
    async lastRuns(ids: string[]): Promise<Map<string, ScheduleRun>> {
      const newest = await read.scheduleRun.groupBy({ by: ['scheduleId'], where: { scheduleId: { in: ids } }, _max: { id: true } })
      const rows = await read.scheduleRun.findMany({ where: { id: { in: newest.map(each => each._max.id).filter(id => id !== null) } } })
      return new Map((await withStatus(rows)).map(run => [run.scheduleId, run]))
    },
    /** Forgets up to `limit` runs from before `before`; the last one of each schedule stays. @returns how many */
    forgetRuns: (before: Date, limit: number): Promise<number> => write(async (tx) => {
      const newest = await tx.scheduleRun.groupBy({ by: ['scheduleId'], _max: { id: true } })
      const keep = newest.map(each => each._max.id).filter(id => id !== null)
      const rows = await tx.scheduleRun.findMany({ where: { at: { lt: before }, id: { notIn: keep } }, take: limit, select: { id: true } })
      const { count } = await tx.scheduleRun.deleteMany({ where: { id: { in: rows.map(row => row.id) } } })
      return count
    }),
  }
}
export type ScheduleStore = ReturnType<typeof createScheduleStore>
