import type { WorkerProcess } from '../../server/contract/index.ts'
import { defineStore } from 'pinia'
import { listWorkers, quietWorker, resumeWorker, stopWorker } from '../api/workers.ts'
import { createPushedList } from './pushed-list.ts'

const asks = { quiet: quietWorker, resume: resumeWorker, stop: stopWorker }
export type WorkerAsk = keyof typeof asks

/** The processes that run jobs. The live stream tells the whole list whenever something of it changes. */
export const useWorkers = defineStore('workers', () => {
  const { items: workers, state, problem, load, apply } = createPushedList<WorkerProcess>(() => listWorkers(), event => event.kind === 'workers' ? event.workers : undefined)

  async function ask(id: string, what: WorkerAsk) {
    const asked = await asks[what](id)
    workers.value = workers.value.map(worker => worker.id === id ? { ...worker, wanted: asked.wanted } : worker)
  }

  return { workers, state, problem, load, apply, resync: load, ask }
})
