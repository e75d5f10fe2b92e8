import type { JobSummary, LiveEvent } from '../../server/contract/index.ts'
import type { JobFilter, JobSorting } from '../api/jobs.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive } from 'vue'
import { listJobs } from '../api/jobs.ts'
import { matchesFilter } from './job-match.ts'
import { createPager, longList } from './pager.ts'
import { isNewer } from './version.ts'

const mostWaiting = 200

/**
 * The jobs table. Rows change where they stand; new ones wait in `waiting` until the viewer asks for them,
 * so that nothing moves under the pointer. While paused, changes are held back as well, and told by their number.
 */
export const useJobList = defineStore('job-list', () => {
  const pager = createPager<JobFilter & JobSorting, JobSummary>(listJobs, longList)
  /** The newest job that has been listed: what is older is no new one. Many may be made in the same moment; their ids go on. */
  let newest: Pick<JobSummary, 'id' | 'createdAt'> | undefined
  const waiting = shallowReactive(new Map<string, JobSummary>())
  /** What happened to listed rows while paused; null stands for a deleted one. */
  const held = shallowReactive(new Map<string, JobSummary | null>())
  const paused = ref(false)
  /** The connection was lost while paused: what is held is not all that has happened. */
  let isOutdated = false
  let filter: JobFilter & JobSorting = {}
  const heldCount = computed(() => held.size)
  const waitingCount = computed(() => waiting.size)
  /** The pill says "200+" from here on: more are not kept, showing them means reading the list again. */
  const waitingIsCapped = computed(() => waiting.size >= mostWaiting)

  async function load(next: JobFilter & JobSorting) {
    filter = next
    forget()
    await pager.load(next, { clear: true })
    lookAtNewest()
  }

  async function reload() {
    forget()
    await pager.reload()
    lookAtNewest()
  }

  function lookAtNewest() {
    newest = pager.items.value[0]
  }

  function forget() {
    waiting.clear()
    held.clear()
    isOutdated = false
  }

  function setPaused(next: boolean) {
    paused.value = next
    if (next)
      return
    for (const [id, job] of held)
      job === null ? pager.remove(id) : pager.replace(job)
    held.clear()
    if (isOutdated)
      void resync()
  }

  async function showWaiting() {
    if (waitingIsCapped.value || pager.items.value.length === 0 || pager.hasEarlier.value)
      return reload()
    const fresh = [...waiting.values()].sort((a, b) => b.createdAt.localeCompare(a.createdAt))
    waiting.clear()
    pager.prepend(fresh)
    lookAtNewest()
  }

  function put(job: JobSummary) {
    const listed = pager.items.value.find(row => row.id === job.id)
    if (listed) {
      if (isNewer(job, held.get(job.id) ?? listed))
        paused.value ? held.set(job.id, job) : pager.replace(job)
      return
    }
    if (!isNewer(job, waiting.get(job.id)))
      return
    if (!isNewOne(job))
      waiting.delete(job.id)
    else if (waiting.has(job.id) || waiting.size < mostWaiting)
      waiting.set(job.id, job)
  }

  /** In another order a new row belongs somewhere in the middle: it is there at the next reading. */
  function isNewOne(job: JobSummary): boolean {
    const newestFirst = (filter.sort ?? 'created') === 'created' && filter.order !== 'asc'
    return newestFirst && matchesFilter(job, filter) === true && (newest === undefined || job.createdAt > newest.createdAt || (job.createdAt === newest.createdAt && job.id > newest.id))
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
      if (!paused.value)
        pager.remove(event.id)
      else if (pager.items.value.some(row => row.id === event.id))
        held.set(event.id, null)
    }
  }

  /** After a lost connection: what happened meanwhile is only in the database. */
  async function resync() {
    if (pager.state.value === 'idle')
      return
    isOutdated = paused.value
    if (paused.value)
      return
    waiting.clear()
    const fresh = await pager.refresh(isNewOne)
    fresh.forEach(put)
  }

  return { ...pager, load, reload, waitingCount, waitingIsCapped, showWaiting, paused, heldCount, setPaused, apply, resync }
})
