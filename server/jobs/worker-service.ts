import type { Clock } from '../clock.ts'
import type { WorkerProcess } from '../contract/worker.ts'
import type { EventBus } from '../events/bus.ts'
import type { Wanted, WorkerStore } from '../store/worker-store.ts'
import type { WorkerService } from './ports.ts'
import { Conflict } from '../errors.ts'

export interface WorkerServiceDeps {
  workers: Pick<WorkerStore, 'list' | 'get' | 'want'>
  events: Pick<EventBus, 'publish'>
  clock: Clock
}

/** The processes that run jobs, as people see and steer them. */
export function createWorkerService({ workers, events, clock }: WorkerServiceDeps): WorkerService & { watch: () => Promise<void> } {
  const now = () => new Date(clock.now())
  let told = '[]'

  async function want(id: string, wanted: Wanted): Promise<WorkerProcess> {
    const { state, role } = await workers.get(id, now())
    if (state === 'lost' || state === 'stopping')
      throw new Conflict(`The worker is ${state}.`)
    if (wanted === 'stop' && role === 'all')
      throw new Conflict('This process serves the dashboard as well; stop it where it was started.')
    await workers.want(id, wanted)
    return workers.get(id, now())
  }

  return {
    list: () => workers.list(now()),
    quiet: id => want(id, 'quiet'),
    resume: id => want(id, 'running'),
    stop: id => want(id, 'stop'),
    /** Tells dashboards when something other than a sign of life has changed. */
    async watch() {
      const list = await workers.list(now())
      const seen = JSON.stringify(list.map(({ beatAt, ...worker }) => worker))
      if (seen !== told)
        events.publish({ kind: 'workers', workers: list })
      told = seen
    },
  }
}
