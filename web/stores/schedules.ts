import type { JobSummary, LiveEvent, Schedule, ScheduleCreate, ScheduleRun, ScheduleUpdate } from '../../server/contract/index.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { createSchedule, disableSchedule, enableSchedule, getSchedule, listScheduleRuns, listSchedules, removeSchedule, runSchedule, updateSchedule } from '../api/schedules.ts'
import { createPager } from './pager.ts'

/** The live stream only says that a schedule has changed or rung; the list is read again then, and when the next one falls due. */
export const useSchedules = defineStore('schedules', () => {
  const pager = createPager<{ search?: string }, Schedule>(listSchedules)
  const runs = shallowRef<ScheduleRun[] | null>(null)
  /** The one that an address names and the list, as far as it is read, does not. */
  const stray = shallowRef<Schedule | null>(null)
  /** Of jobs of last runs. */
  const versions = new Map<string, number>()

  /** When the next schedule falls due, in ms; null while none does. */
  function nextDue(): number | null {
    const times = pager.items.value.flatMap(({ next }) => next.slice(0, 1)).map(time => Date.parse(time))
    return times.length > 0 ? Math.min(...times) : null
  }

  const find = (id: string): Schedule | undefined => pager.items.value.find(schedule => schedule.id === id) ?? (stray.value?.id === id ? stray.value : undefined)

  /** @throws {ApiProblem} when there is none */
  async function fetchStray(id: string) {
    if (find(id) === undefined)
      stray.value = await getSchedule(id)
  }

  async function save(id: string | null, input: ScheduleCreate & ScheduleUpdate) {
    const schedule = id === null ? await createSchedule(input) : await updateSchedule(id, input)
    if (id === null)
      pager.items.value = [schedule, ...pager.items.value]
    else
      pager.replace(schedule)
    if (stray.value?.id === schedule.id)
      stray.value = schedule
  }

  async function setEnabled(id: string, enabled: boolean) {
    pager.replace(await (enabled ? enableSchedule(id) : disableSchedule(id)))
  }

  async function run(id: string): Promise<ScheduleRun> {
    const started = await runSchedule(id)
    await pager.refresh()
    return started
  }

  async function remove(id: string) {
    await removeSchedule(id)
    pager.remove(id)
  }

  async function loadRuns(id: string) {
    runs.value = null
    runs.value = (await listScheduleRuns(id)).items
  }

  function apply(event: LiveEvent) {
    if (event.kind === 'schedule')
      void resync()
    if (event.kind === 'job')
      follow(event.job)
  }

  /** The job of a last run has gone on; an older version of it never wins. */
  function follow(job: JobSummary) {
    const rows = pager.items.value.filter(({ lastRun }) => lastRun?.jobId === job.id)
    if (rows.length === 0 || (versions.get(job.id) ?? -1) >= job.version)
      return
    versions.set(job.id, job.version)
    for (const row of rows)
      pager.replace({ ...row, lastRun: { ...row.lastRun!, jobStatus: job.status } })
  }

  async function resync() {
    if (pager.state.value !== 'idle')
      await pager.refresh()
  }

  return { ...pager, runs, nextDue, find, fetchStray, save, setEnabled, run, remove, loadRuns, apply, resync }
})
