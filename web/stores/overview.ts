import type { LiveEvent, Overview } from '../../server/contract/index.ts'
import type { ApiProblem } from '../api/problem.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { isFinal } from '../../server/contract/job-statuses.ts'
import { getOverview } from '../api/overview.ts'
import { isAbort, toProblem } from '../api/problem.ts'

/** After an end of a job, the figures are read again, at most so often. */
const pauseMs = 5000

/** Figures over time, brands that need attention, dangers. Read again when a job ends, not by the clock. */
export const useOverview = defineStore('overview', () => {
  const overview = shallowRef<Overview | null>(null)
  const problem = shallowRef<ApiProblem | null>(null)
  let controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load() {
    controller.abort()
    const mine = controller = new AbortController()
    try {
      overview.value = await getOverview(mine.signal)
      problem.value = null
    }
    catch (error) {
      if (!isAbort(error) && !mine.signal.aborted)
        problem.value = toProblem(error)
    }
  }

  function apply(event: LiveEvent) {
    const isNews = (event.kind === 'job' && isFinal(event.job.status)) || event.kind === 'brand' || event.kind === 'job-removed'
    if (!isNews)
      return
    timer ??= setTimeout(() => {
      timer = undefined
      void load()
    }, pauseMs)
  }

  function close() {
    controller.abort()
    clearTimeout(timer)
    timer = undefined
  }

  return { overview, problem, load, apply, resync: load, close }
})
