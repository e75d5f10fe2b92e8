import type { JobSummary, LiveEvent } from '../../server/contract/index.ts'
import { defineStore } from 'pinia'
import { computed, shallowReactive } from 'vue'
import { listJobs } from '../api/jobs.ts'
import { isNewer } from './version.ts'

const remembered = 500

/** The jobs that run now, oldest first: as many as there are workers, so it stays small whatever the table holds. */
export const useRunning = defineStore('running', () => {
  const byId = shallowReactive(new Map<string, JobSummary>())
  /** Versions of jobs that ended lately: a reading that began before the end must not bring them back. */
  const ended = new Map<string, number>()
  const jobs = computed(() => [...byId.values()].sort((a, b) => (a.startedAt ?? '').localeCompare(b.startedAt ?? '')))

  function put(job: JobSummary) {
    if (!isNewer(job, byId.get(job.id)) || job.version <= (ended.get(job.id) ?? -1))
      return
    if (job.status === 'active')
      byId.set(job.id, job)
    else
      end(job.id, job.version)
  }

  function end(id: string, version: number) {
    byId.delete(id)
    ended.set(id, version)
    for (const oldest of ended.keys()) {
      if (ended.size <= remembered)
        break
      ended.delete(oldest)
    }
  }

  function apply(event: LiveEvent) {
    if (event.kind === 'job')
      put(event.job)
    if (event.kind === 'job-removed')
      end(event.id, Infinity)
    if (event.kind === 'snapshot')
      event.jobs.forEach(put)
  }

  /** Reads which jobs are active; those that the server no longer lists have ended unseen. */
  async function load() {
    const before = new Map(byId)
    const { items } = await listJobs({ status: ['active'], limit: 200 })
    const active = new Set(items.map(job => job.id))
    for (const [id, job] of before) {
      if (!active.has(id) && byId.get(id) === job)
        byId.delete(id)
    }
    items.forEach(put)
  }

  /** A failure keeps what is known: the banner says that the connection is lost, and the next resync reads again. */
  const resync = () => load().catch(() => {})

  return { jobs, apply, load, resync }
})
