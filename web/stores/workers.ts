import type { LiveEvent, WorkerProcess } from '../../server/contract/index.ts'
import type { ApiProblem } from '../api/problem.ts'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { toProblem } from '../api/problem.ts'
import { listWorkers, quietWorker, resumeWorker, stopWorker } from '../api/workers.ts'

const asks = { quiet: quietWorker, resume: resumeWorker, stop: stopWorker }
export type WorkerAsk = keyof typeof asks

/** The processes that run jobs. The live stream tells the whole list whenever something of it changes. */
export const useWorkers = defineStore('workers', () => {
  const workers = shallowRef<WorkerProcess[]>([])
  const state = ref<'idle' | 'loading' | 'ready' | 'failed'>('idle')
  const problem = shallowRef<ApiProblem | null>(null)
  let told = 0

  function show(list: WorkerProcess[]) {
    workers.value = list
    state.value = 'ready'
    problem.value = null
  }

  async function load() {
    const before = told
    if (state.value !== 'ready')
      state.value = 'loading'
    try {
      const list = await listWorkers()
      // What was pushed meanwhile may be newer; if this answer were, another push would follow.
      if (told === before)
        show(list)
    }
    catch (error) {
      if (told !== before)
        return
      problem.value = toProblem(error)
      state.value = 'failed'
    }
  }

  function apply(event: LiveEvent) {
    if (event.kind !== 'workers')
      return
    told++
    show(event.workers)
  }

  async function ask(id: string, what: WorkerAsk) {
    const asked = await asks[what](id)
    workers.value = workers.value.map(worker => worker.id === id ? { ...worker, wanted: asked.wanted } : worker)
  }

  return { workers, state, problem, load, apply, resync: load, ask }
})
