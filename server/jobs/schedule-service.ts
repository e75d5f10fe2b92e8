import type { Clock } from '../clock.ts'
import type { Schedule } from '../contract/schedule.ts'
import type { EventBus } from '../events/bus.ts'
import type { DueTimes } from '../queue/ports.ts'
import type { ScheduleStore, StoredSchedule } from '../store/schedule-store.ts'
import type { RequestChecks } from './check-request.ts'
import type { ScheduleService } from './ports.ts'
import type { ScheduleBell } from './schedule-bell.ts'
import { tell } from '../contract/told.ts'
import { Conflict, InvalidInput } from '../errors.ts'

export interface ScheduleServiceDeps {
  schedules: ScheduleStore
  check: Pick<RequestChecks, 'flow'>
  dueTimes: DueTimes
  bell: Pick<ScheduleBell, 'set' | 'unset' | 'ring'>
  events: Pick<EventBus, 'publish'>
  clock: Clock
}

const shown = 5
/** More schedules than this are not watched. */
const mostWatched = 1000

/** Schedules as people make and see them. The rows are the truth; the bell follows them. */
export function createScheduleService({ schedules, check, dueTimes, bell, events, clock }: ScheduleServiceDeps): ScheduleService & { watch: () => Promise<void> } {
  const now = () => new Date(clock.now())
  let told: Map<string, string> | null = null

  async function present(rows: StoredSchedule[]): Promise<Schedule[]> {
    const last = await schedules.lastRuns(rows.map(row => row.id))
    return rows.map(({ anchor, lastDue: _, ...row }) => ({
      ...row,
      next: row.enabled ? timesOf(row.timing, anchor) : [],
      lastRun: last.get(row.id) ?? null,
    }))
  }

  const presentOne = async (row: StoredSchedule): Promise<Schedule> => (await present([row]))[0]!

  function timesOf(timing: Schedule['timing'], anchor: number): string[] {
    return dueTimes.next(timing, anchor, clock.now(), shown).map(time => new Date(time).toISOString())
  }

  /** Bad timing is refused with its place in the request. */
  function assertTiming(timing: Schedule['timing'] | undefined, at: string): void {
    try {
      if (timing)
        timesOf(timing, clock.now())
    }
    catch (error) {
      throw error instanceof InvalidInput ? new InvalidInput(error.errors.map(each => ({ ...each, path: `${at}${each.path}` }))) : error
    }
  }

  async function change(id: string, input: Parameters<ScheduleStore['update']>[1]): Promise<Schedule> {
    const row = await schedules.update(id, input, now())
    await bell.set(row)
    return presentOne(row)
  }

  return {
    async list(query) {
      const { items, nextCursor } = await schedules.list(query)
      return { items: await present(items), nextCursor }
    },
    get: async id => presentOne(await schedules.get(id)),
    async create(input) {
      assertTiming(input.timing, 'timing.')
      await check.flow(input.work, 'work.')
      const row = await schedules.create(input, now())
      await bell.set(row)
      return presentOne(row)
    },
    async update(id, input) {
      assertTiming(input.timing, 'timing.')
      if (input.work)
        await check.flow(input.work, 'work.')
      return change(id, input)
    },
    enable: id => change(id, { enabled: true }),
    disable: id => change(id, { enabled: false }),
    async remove(id) {
      await schedules.remove(id)
      await bell.unset(id)
    },
    async run(id) {
      await schedules.get(id)
      const run = await bell.ring(id)
      if (!run)
        throw new Conflict(tell('schedule-just-started'))
      return run
    },
    async runs(id, query) {
      await schedules.get(id)
      return schedules.runs(id, query)
    },
    /** Tells dashboards of schedules that were changed, rang or were removed, in whichever process. To be called each second or so. */
    async watch() {
      const { items } = await schedules.list({ limit: mostWatched })
      const last = await schedules.lastRuns(items.map(row => row.id))
      const seen = new Map(items.map(row => [row.id, JSON.stringify([row, last.get(row.id) ?? null])]))
      if (told) {
        for (const id of new Set([...told.keys(), ...seen.keys()])) {
          if (told.get(id) !== seen.get(id))
            events.publish({ kind: 'schedule', id, removed: !seen.has(id) })
        }
      }
      told = seen
    },
    preview(timing) {
      assertTiming(timing, '')
      return timesOf(timing, clock.now())
    },
  }
}
