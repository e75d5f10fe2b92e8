import type { JobSummary, LiveEvent } from '../../server/contract/index.ts'
import { defineStore } from 'pinia'
import { computed, shallowReactive } from 'vue'
import { isNewer } from './version.ts'

/** The jobs that run now, oldest first: as many as there are workers, so it stays small whatever the table holds. */
export const useRunning = defineStore('running', () => {
  const byId = shallowReactive(new Map<string, JobSummary>())
  const jobs = computed(() => [...byId.values()].sort((a, b) => (a.startedAt ?? '').localeCompare(b.startedAt ?? '')))

  function put(job: JobSummary) {
    if (!isNewer(job, byId.get(job.id)))
      return
    if (job.status === 'active')
      byId.set(job.id, job)
    else
      byId.delete(job.id)
  }

  function apply(event: LiveEvent) {
    if (event.kind === 'job')
      put(event.job)
    if (event.kind === 'job-removed')
      byId.delete(event.id)
    if (event.kind === 'snapshot') {
      const active = new Set(event.jobs.filter(job => job.status === 'active').map(job => job.id))
      for (const id of byId.keys()) {
        if (!active.has(id))
          byId.delete(id)
      }
      event.jobs.forEach(put)
    }
  }

  return { jobs, apply }
})
