import type { JobSummary, LiveEvent } from '../../server/contract/index.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive } from 'vue'
import { listJobs } from '../api/jobs.ts'
import { isNewer } from './version.ts'

const kept = 100

/** The newest jobs, newest first: what the overview's strip shows. */
export const useRecent = defineStore('recent', () => {
  const byId = shallowReactive(new Map<string, JobSummary>())
  /** Whether they have been asked for, with success or without. */
  const asked = ref(false)
  const jobs = computed(() => [...byId.values()].sort(newestFirst))

  function newestFirst(a: JobSummary, b: JobSummary) {
    return b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id)
  }

  function put(job: JobSummary) {
    if (isNewer(job, byId.get(job.id)))
      byId.set(job.id, job)
  }

  function trim() {
    for (const { id } of jobs.value.slice(kept))
      byId.delete(id)
  }

  function apply(event: LiveEvent) {
    if (event.kind === 'job')
      put(event.job)
    if (event.kind === 'snapshot')
      event.jobs.forEach(put)
    if (event.kind === 'job-removed')
      byId.delete(event.id)
    if (byId.size > kept)
      trim()
  }

  async function load() {
    const { items } = await listJobs({ limit: kept })
    const known = new Set(items.map(job => job.id))
    const newest = items[0]?.createdAt ?? ''
    // Newer than the reading: arrived by push meanwhile. Everything else that it does not list is gone.
    for (const job of byId.values()) {
      if (!known.has(job.id) && job.createdAt <= newest)
        byId.delete(job.id)
    }
    items.forEach(put)
    trim()
  }

  const resync = () => load().catch(() => {}).finally(() => asked.value = true)

  return { jobs, asked, apply, load, resync }
})
