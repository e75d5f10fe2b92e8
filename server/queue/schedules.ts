import type { JobSchedulerJson, Queue, RepeatOptions } from 'bullmq'
import type { QueueBackend } from './backends/backend.ts'
import type { QueueSchedules, ScheduleTiming } from './ports.ts'
import { getNextMillis } from 'bullmq'
import { tell } from '../contract/told.ts'
import { fieldError, InvalidInput } from '../errors.ts'
import { ticksQueue } from './backends/backend.ts'

/** Shortest interval between two ticks. */
const shortestMs = 1_000

/** Schedules as BullMQ job schedulers on a queue of their own. */
export function createSchedules(backend: QueueBackend): QueueSchedules {
  let opened: Queue | undefined
  const ticks = () => opened ??= backend.createQueue(ticksQueue)

  return {
    async upsert(id, timing, firstAt) {
      nextTicks(timing, Date.now(), 1)
      await backend.guard(async () => ticks().upsertJobScheduler(id, { ...toRepeat(timing), ...('everyMs' in timing && firstAt !== undefined && { startDate: firstAt }) }, {
        name: 'tick',
        data: { scheduleId: id },
        // A tick that cannot be handled yet is tried again; the last attempts are minutes apart.
        opts: { attempts: 10, backoff: { type: 'exponential', delay: 1_000 } },
      }))
    },
    remove: async id => backend.guard(async () => ticks().removeJobScheduler(id)),
    list: async () => (await backend.guard(async () => ticks().getJobSchedulers())).map(toSchedule),
  }
}

/** The next `count` due times after `from`, milliseconds since the epoch. Bad timing raises `InvalidInput`. */
export function nextTicks(timing: ScheduleTiming, from: number, count: number): number[] {
  const path = 'cron' in timing ? 'cron' : 'everyMs'
  if ('everyMs' in timing && !(Number.isSafeInteger(timing.everyMs) && timing.everyMs >= shortestMs))
    throw new InvalidInput([fieldError(path, tell('interval-too-short', { n: shortestMs }))])
  if ('cron' in timing && !isTimeZone(timing.timeZone))
    throw new InvalidInput([fieldError('timeZone', tell('no-time-zone'))])
  if ('cron' in timing && timing.cron.trim() === '')
    throw new InvalidInput([fieldError(path, tell('cron-empty'))])
  const due: number[] = []
  try {
    for (let last = from; due.length < count; last = due.at(-1)!) {
      const next = getNextMillis(last, toRepeat(timing))
      if (next === undefined)
        throw new InvalidInput([fieldError(path, tell('cron-never'))])
      due.push(next)
    }
  }
  catch (error) {
    throw error instanceof InvalidInput ? error : new InvalidInput([fieldError(path, tell('cron-unreadable', { raw: error instanceof Error ? error.message : String(error) }))])
  }
  return due
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  }
  catch {
    return false
  }
}

function toRepeat(timing: ScheduleTiming): RepeatOptions {
  return 'cron' in timing ? { pattern: timing.cron, tz: timing.timeZone } : { every: timing.everyMs }
}

function toSchedule({ key, pattern, tz, every, next }: JobSchedulerJson): Awaited<ReturnType<QueueSchedules['list']>>[number] {
  const timing: ScheduleTiming = pattern ? { cron: pattern, timeZone: tz ?? 'UTC' } : { everyMs: Number(every) }
  return { id: key, timing, nextAt: next ?? null }
}
