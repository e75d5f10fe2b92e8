import type { Clock } from '../clock.ts'
import type { WorkerState, WorkerWanted } from '../contract/worker.ts'
import type { WorkerPool } from '../queue/ports.ts'
import type { NewWorker, WorkerStore } from '../store/worker-store.ts'

export interface WorkerRegistrationDeps {
  workers: Pick<WorkerStore, 'register' | 'beat' | 'wanted' | 'remove'>
  worker: NewWorker
  pool: Pick<WorkerPool, 'quiet' | 'resume'>
  clock: Clock
  /** Ends this process as a signal would. */
  stop: () => void
}

/** A sign of life is written this often, in milliseconds; what is wanted is only read, in every round. */
const beatEveryMs = 5000

const stateOf: Record<WorkerWanted, WorkerState> = { running: 'running', quiet: 'quiet', stop: 'stopping' }

/** This process's row in the list of workers: shows that it lives, and does what people want of it from another process. */
export function createWorkerRegistration({ workers, worker, pool, clock, stop }: WorkerRegistrationDeps) {
  let beatAt: number | null = null
  let doing: WorkerWanted = 'running'

  async function obey(wanted: WorkerWanted): Promise<void> {
    if (wanted === 'quiet')
      await pool.quiet()
    else if (wanted === 'running')
      await pool.resume()
    doing = wanted
  }

  async function obeyAndBeat(wanted: WorkerWanted): Promise<void> {
    const changed = wanted !== doing
    if (changed)
      await obey(wanted)
    if (changed || clock.now() - beatAt! >= beatEveryMs) {
      await workers.beat(worker.id, stateOf[doing], new Date(clock.now()))
      beatAt = clock.now()
    }
    if (changed && wanted === 'stop')
      stop()
  }

  return {
    /** To be called each second or so. */
    async round(): Promise<void> {
      const wanted = beatAt === null ? null : await workers.wanted(worker.id)
      if (wanted === null) {
        // The first time, or forgotten while the machine slept.
        await workers.register(worker, new Date(clock.now()))
        beatAt = clock.now()
        doing = 'running'
        return pool.resume()
      }
      await obeyAndBeat(doing === 'stop' ? doing : wanted)
    },
    /** It takes no more jobs, and is in the list until those it has are done with. */
    ending(): void {
      doing = 'stop'
      beatAt = -Infinity
    },
    /** It ends: the row goes. */
    leave: (): Promise<void> => workers.remove(worker.id),
  }
}
