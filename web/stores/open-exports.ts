import type { JobSummary, LiveEvent } from '../../server/contract/index.ts'
import { defineStore } from 'pinia'
import { computed, shallowReactive } from 'vue'
import { isFinal } from '../../server/contract/job-statuses.ts'
import { listJobs } from '../api/jobs.ts'
import { isNewer } from './version.ts'

/** Exports that have no file yet: those that wait, run, or have failed since the page was opened. */
export const useOpenExports = defineStore('open-exports', () => {
  const byId = shallowReactive(new Map<string, JobSummary>())
  const jobs = computed(() => [...byId.values()].filter(job => !isFinal(job.status) || job.status === 'failed').sort((a, b) => b.createdAt.localeCompare(a.createdAt)))

  function put(job: JobSummary) {
    if (job.type === 'export-csv' && isNewer(job, byId.get(job.id)))
      byId.set(job.id, job)
  }

  function apply(event: LiveEvent) {
    if (event.kind === 'job')
      put(event.job)
    if (event.kind === 'job-removed')
      byId.delete(event.id)
  }

  /** A failure keeps what is known; the list of files says that the server is away. */
  async function load() {
    try {
      const { items } = await listJobs({ type: 'export-csv', status: ['pending', 'active', 'delayed'], limit: 50 })
      const open = new Set(items.map(job => job.id))
      for (const [id, job] of byId) {
        if (!open.has(id) && !isFinal(job.status))
          byId.delete(id)
      }
      items.forEach(put)
    }
    catch {}
  }

  return { jobs, apply, load, resync: load }
})
