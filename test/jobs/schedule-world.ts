import type { ScheduleTiming } from '../../server/queue/ports.ts'
import { createRequestChecks } from '../../server/jobs/check-request.ts'
import { createScheduleBell } from '../../server/jobs/schedule-bell.ts'
import { createScheduleService } from '../../server/jobs/schedule-service.ts'
import { dueTimes } from '../../server/queue/due-times.ts'
import { createScheduleStore } from '../../server/store/schedule-store.ts'
import { silentLog } from '../support/log.ts'
import { createServiceWorld } from './service-world.ts'

/** Schedules over real stores; the queue's schedulers are a map that the test may lose, and the test rings the bell. */
export async function createScheduleWorld() {
  const world = await createServiceWorld()
  const { clock, announce, attempts, state } = world
  const schedules = createScheduleStore(world.database)
  const atQueue = new Map<string, { timing: ScheduleTiming, firstAt: number | undefined }>()
  async function ask<T>(answer: () => T): Promise<T> {
    if (state.queueAway)
      throw new Error('the queue store is away')
    return answer()
  }
  const bell = createScheduleBell({
    schedules,
    queue: {
      upsert: (id, timing, firstAt) => ask(() => void atQueue.set(id, { timing, firstAt })),
      remove: id => ask(() => atQueue.delete(id)),
      list: () => ask(() => [...atQueue].map(([id, { timing }]) => ({ id, timing, nextAt: null }))),
    },
    dueTimes,
    announce,
    attempts,
    clock,
    log: silentLog,
  })
  const schedule = createScheduleService({ schedules, check: createRequestChecks(world), dueTimes, bell, events: world.events, clock })
  const hourly = { cron: '0 * * * *', timeZone: 'UTC' }
  return {
    ...world,
    schedules,
    schedule,
    bell,
    atQueue,
    hourly,
    make: (changes: Partial<Parameters<typeof schedule.create>[0]> = {}) => schedule.create({ name: 'Hourly', timing: hourly, work: { type: 'export-csv', data: {} }, ...changes }),
    runsOf: async (id: string) => (await schedule.runs(id, { limit: 50 })).items,
    /** Moves the clock to the next due time and rings, as the queue would. */
    async toNext(id: string): Promise<number> {
      const due = Date.parse((await schedule.get(id)).next[0]!)
      clock.advance(due - clock.now())
      await bell.tick({ scheduleId: id, dueAt: due })
      return due
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}
