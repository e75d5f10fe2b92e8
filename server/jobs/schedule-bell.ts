import type { Clock } from '../clock.ts'
import type { ScheduleRun } from '../contract/schedule.ts'
import type { Log } from '../log.ts'
import type { DueTimes, QueueSchedules, ScheduleTiming, Tick } from '../queue/ports.ts'
import type { Due, ScheduleStore, StoredSchedule } from '../store/schedule-store.ts'
import type { Announcer } from './announce.ts'
import type { AttemptsOf } from './plan.ts'
import { planFlow } from './plan.ts'

export interface ScheduleBellDeps {
  schedules: Pick<ScheduleStore, 'enabled' | 'fire'>
  queue: QueueSchedules
  dueTimes: DueTimes
  announce: Pick<Announcer, 'submitted' | 'cancelled'>
  attempts: AttemptsOf
  clock: Clock
  log: Log
}

/** A tick this late, in milliseconds, was missed: no server was up. */
const lateMs = 60_000
/** What is due is left to the queue's ticks for this long before it is looked after from the rows. */
const patienceMs = 30_000

/** Keeps the queue's schedulers like the rows, and turns their ticks into jobs: once per due time, however often they come. */
export function createScheduleBell({ schedules, queue, dueTimes, announce, attempts, clock, log }: ScheduleBellDeps) {
  async function fire(due: Pick<Due, 'scheduleId' | 'dueAt' | 'trigger' | 'late'>): Promise<ScheduleRun | null> {
    const now = clock.now()
    const fired = await schedules.fire({ ...due, now: new Date(now), plan: schedule => planFlow(schedule.work, attempts, now) })
    if (!fired)
      return null
    await announce.cancelled(fired.cancelled)
    if (fired.job)
      await announce.submitted(fired.job)
    log.info({ event: 'schedule.fired', scheduleId: due.scheduleId, dueAt: due.dueAt, outcome: fired.run.outcome, jobId: fired.run.jobId }, 'a schedule was due')
    return fired.run
  }

  /** After a time without any server only the last of the times that passed counts. */
  async function tick({ scheduleId, dueAt }: Tick): Promise<void> {
    let at = dueAt
    if (clock.now() - dueAt > lateMs) {
      const schedule = (await schedules.enabled()).find(each => each.id === scheduleId)
      at = Math.max(dueAt, schedule ? dueTimes.latest(schedule.timing, schedule.anchor, clock.now()) ?? 0 : 0)
    }
    await fire({ scheduleId, dueAt: new Date(at), trigger: 'time', late: clock.now() - at > lateMs })
  }

  async function tell(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    }
    catch (error) {
      log.warn({ event: 'schedule.not-told', what, err: error }, 'the queue store could not be told; it is tried again')
    }
  }

  const setAtQueue = ({ id, timing, anchor }: StoredSchedule) => queue.upsert(id, timing, dueTimes.next(timing, anchor, clock.now(), 1)[0])

  /** What became due while no scheduler of the queue rang: it was lost, or no worker was up. */
  async function catchUp({ id, timing, anchor, lastDue }: StoredSchedule): Promise<void> {
    const [expected] = dueTimes.next(timing, anchor, lastDue ?? anchor, 1)
    if (expected === undefined || expected > clock.now() - patienceMs)
      return
    const latest = dueTimes.latest(timing, anchor, clock.now())
    if (latest !== null)
      await tick({ scheduleId: id, dueAt: latest })
  }

  return {
    tick,
    /** Starts the work now, whatever the policies say. */
    ring: (scheduleId: string): Promise<ScheduleRun | null> => fire({ scheduleId, dueAt: new Date(clock.now()), trigger: 'person', late: false }),
    /** Follows a row that changed; when the queue store is away, `sync` does it later. */
    set: (schedule: StoredSchedule): Promise<void> => tell('set', () => schedule.enabled ? setAtQueue(schedule) : queue.remove(schedule.id)),
    unset: (id: string): Promise<void> => tell('unset', () => queue.remove(id)),
    /** Makes the queue's schedulers like the rows again (a lost store, a change while it was away), and looks after what was missed. */
    async sync(): Promise<void> {
      const rows = await schedules.enabled()
      const listed = new Map((await queue.list()).map(each => [each.id, each.timing]))
      for (const row of rows) {
        const timing = listed.get(row.id)
        if (!timing || !isSame(timing, row.timing))
          await setAtQueue(row)
        listed.delete(row.id)
        await catchUp(row)
      }
      for (const id of listed.keys())
        await queue.remove(id)
    },
  }
}
export type ScheduleBell = ReturnType<typeof createScheduleBell>

function isSame(a: ScheduleTiming, b: ScheduleTiming): boolean {
  return 'cron' in a
    ? 'cron' in b && a.cron === b.cron && a.timeZone === b.timeZone
    : 'everyMs' in b && a.everyMs === b.everyMs
}
