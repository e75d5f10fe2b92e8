import type { Clock } from '../clock.ts'
import type { WorkerProcess, WorkerWanted } from '../contract/worker.ts'
import type { EventBus } from '../events/bus.ts'
import type { WorkerStore } from '../store/worker-store.ts'
import type { WorkerService } from './ports.ts'
import { tell } from '../contract/told.ts'
import { Conflict } from '../errors.ts'

export interface WorkerServiceDeps {
  workers: Pick<WorkerStore, 'list' | 'get' | 'want'>
  events: Pick<EventBus, 'publish'>
  clock: Clock
}

/** Signs of life alone are told this often, in milliseconds, which is how often each worker gives one. */
const beatsToldEveryMs = 5000

/** The processes that run jobs, as people see and steer them. */
export function createWorkerService({ workers, events, clock }: WorkerServiceDeps): WorkerService & { watch: () => Promise<void> } {
  const now = () => new Date(clock.now())
  let told = '[]'
  let beats = '[]'
  let toldAt = 0

  async function want(id: string, wanted: WorkerWanted): Promise<WorkerProcess> {
    const { state, role } = await workers.get(id, now())
    if (state === 'lost' || state === 'stopping')
      throw new Conflict(tell(`worker-${state}`))
    if (wanted === 'stop' && role === 'all')
      throw new Conflict(tell('worker-serves'))
    await workers.want(id, wanted)
    return workers.get(id, now())
  }

  return {
    list: () => workers.list(now()),
    quiet: id => want(id, 'quiet'),
    resume: id => want(id, 'running'),
    stop: id => want(id, 'stop'),
    /** Tells dashboards what has changed: at once, but for mere signs of life. */
    async watch() {
      const list = await workers.list(now())
      const seen = JSON.stringify(list.map(({ beatAt, ...worker }) => worker))
      const alive = JSON.stringify(list.map(({ beatAt }) => beatAt))
      if (seen === told && (alive === beats || clock.now() - toldAt < beatsToldEveryMs))
        return
      events.publish({ kind: 'workers', workers: list })
      told = seen
      beats = alive
      toldAt = clock.now()
    },
  }
}
