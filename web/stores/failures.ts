import type { FailureGroups, LiveEvent } from '../../server/contract/index.ts'
import type { ApiProblem } from '../api/problem.ts'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { listFailures } from '../api/overview.ts'
import { isAbort, toProblem } from '../api/problem.ts'

const pauseMs = 2000

/** Failed jobs by cause and brand; read again at most every two seconds while jobs fail or are taken up again. */
export const useFailures = defineStore('failures', () => {
  const found = shallowRef<FailureGroups | null>(null)
  const problem = shallowRef<ApiProblem | null>(null)
  const loading = ref(false)
  let query: { brandId?: string } = {}
  let controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load(next: { brandId?: string } = query) {
    query = next
    controller.abort()
    const mine = controller = new AbortController()
    loading.value = true
    try {
      const answer = await listFailures({ ...next, limit: 200 }, mine.signal)
      if (mine.signal.aborted)
        return
      found.value = answer
      problem.value = null
    }
    catch (error) {
      if (!isAbort(error) && !mine.signal.aborted)
        problem.value = toProblem(error)
    }
    if (!mine.signal.aborted)
      loading.value = false
  }

  function apply(event: LiveEvent) {
    if (event.kind !== 'job' && event.kind !== 'job-removed')
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

  return { found, problem, loading, load, apply, resync: () => load(), close }
})
