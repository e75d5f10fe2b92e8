import type { JobSummary } from '../../server/contract/index.ts'
import { computed, shallowReactive, watch } from 'vue'
import { getJob, listJobs } from '../api/jobs.ts'
import { comparableRuns } from '../display/run-diff.ts'
import { createPager } from '../stores/pager.ts'

/** Pages that are read at first, until there are two runs to compare. */
const mostAtFirst = 5

/** The completed runs of a brand, newest first, a page at a time; with those that are `chosen`, however old they are. */
export function useComparableRuns(brandId: string, chosen: () => string[]) {
  const pager = createPager<object, JobSummary>(async (place, signal) => {
    const page = await listJobs({ brandId, status: ['completed'], sort: 'finished', limit: 100, ...place }, signal)
    return { ...page, items: comparableRuns(page.items) }
  })
  const older = shallowReactive(new Map<string, JobSummary>())
  const runs = computed(() => {
    const listed = new Set(pager.items.value.map(run => run.id))
    return [...pager.items.value, ...[...older.values()].filter(run => !listed.has(run.id))].sort((a, b) => b.completedAt!.localeCompare(a.completedAt!))
  })

  async function load() {
    await pager.load({})
    for (let page = 1; page < mostAtFirst && pager.items.value.length < 2 && pager.hasMore.value; page++)
      await pager.more()
    await Promise.all(chosen().map(name))
  }

  /** What a run of the address is: it may be further back than what is listed. One that is not there is told by the comparison. */
  async function name(id: string) {
    if (runs.value.some(run => run.id === id))
      return
    const job = await getJob(id).catch(() => null)
    if (job !== null && job.completedAt !== null)
      older.set(id, job)
  }

  watch(() => chosen().join(), () => pager.state.value === 'ready' && void Promise.all(chosen().map(name)))

  return { runs, load, more: pager.more, hasMore: pager.hasMore, state: pager.state, problem: pager.problem, latest: pager.items }
}
