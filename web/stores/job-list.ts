import type { JobSummary, LiveEvent } from '../../server/contract/index.ts'
import type { JobFilter } from '../api/jobs.ts'
import { defineStore } from 'pinia'
import { computed, shallowReactive } from 'vue'
import { listJobs } from '../api/jobs.ts'
import { matchesFilter } from './job-match.ts'
import { createPager } from './pager.ts'
import { isNewer } from './version.ts'

const mostWaiting = 200

/**
 * The jobs table. Rows change where they stand; new ones wait in `waiting` until the viewer asks for them,
 * so that nothing moves under the pointer.
 */
export const useJobList = defineStore('job-list', () => {
  const pager = createPager<JobFilter, JobSummary>(listJobs)
  const waiting = shallowReactive(new Map<string, JobSummary>())
  let filter: JobFilter = {}
  const waitingCount = computed(() => waiting.size)
  /** The pill says "200+" from here on: more are not kept, showing them means reading the list again. */
  const waitingIsCapped = computed(() => waiting.size >= mostWaiting)

  async function load(next: JobFilter) {
    filter = next
    waiting.clear()
    await pager.load(next, { clear: true })
  }

  async function showWaiting() {
    if (waitingIsCapped.value || pager.items.value.length === 0) {
      waiting.clear()
      await pager.reload()
      return
    }
    const fresh = [...waiting.values()].sort((a, b) => b.createdAt.localeCompare(a.createdAt))
    waiting.clear()
    pager.items.value = [...fresh, ...pager.items.value]
  }

  function put(job: JobSummary) {
    const listed = pager.items.value.find(row => row.id === job.id)
    if (listed) {
      if (isNewer(job, listed))
        pager.replace(job)
      return
    }
    if (!isNewer(job, waiting.get(job.id)))
      return
    const newest = pager.items.value[0]
    const belongs = matchesFilter(job, filter) === true && (newest === undefined || job.createdAt >= newest.createdAt)
    if (!belongs)
      waiting.delete(job.id)
    else if (waiting.has(job.id) || waiting.size < mostWaiting)
      waiting.set(job.id, job)
  }

  function apply(event: LiveEvent) {
    if (pager.state.value === 'idle')
      return
    if (event.kind === 'job')
      put(event.job)
    if (event.kind === 'snapshot')
      event.jobs.forEach(put)
    if (event.kind === 'job-removed') {
      waiting.delete(event.id)
      pager.remove(event.id)
    }
  }

  /** After a lost connection: what happened meanwhile is only in the database. */
  async function resync() {
    if (pager.state.value !== 'idle') {
      waiting.clear()
      await pager.reload()
    }
  }

  return { ...pager, load, waitingCount, waitingIsCapped, showWaiting, apply, resync }
})
