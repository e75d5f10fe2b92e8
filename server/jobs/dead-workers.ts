import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { JobQueue } from '../queue/ports.ts'
import type { JobStore } from '../store/job-store.ts'
import type { Estate } from '../store/job/hand-over.ts'
import type { KnownWorker, WorkerStore } from '../store/worker-store.ts'
import type { Announcer } from './announce.ts'
import { queueNames } from '../contract/queue.ts'
import { workerName } from '../contract/worker.ts'

export interface DeadWorkersDeps {
  workers: Pick<WorkerStore, 'known' | 'bury'>
  jobs: Pick<JobStore, 'handOver'>
  queue: Pick<JobQueue, 'held'>
  /** True when a process is certainly dead; one of another machine or container never is. */
  isGone: (worker: KnownWorker) => Promise<boolean>
  announce: Pick<Announcer, 'revived'>
  clock: Clock
  log: Log
}

/**
 * Looks whether processes that run jobs still live, and lets the jobs of a dead one run again. The queue's own way, to
 * wait until locks have run out and have been missed twice, takes up to 20 s, and again as long when the next worker
 * dies before it has begun; it stays for processes that cannot be asked after from here.
 */
export function createDeadWorkers({ workers, jobs, queue, isGone, announce, clock, log }: DeadWorkersDeps) {
  async function settle(worker: KnownWorker): Promise<void> {
    const names = queueNames.map(name => workerName(worker, name))
    // What it ran, the table knows by itself, also while the queue store is away.
    const ran = await handOver(worker, { workers: names, held: [] })
    const taken = await handOver(worker, { workers: [], held: await queue.held(new Set(names)) })
    // Else the next round looks again: a last command of the dead may still have been on its way to the queue.
    if (ran + taken === 0)
      await workers.bury(worker.id)
  }

  async function handOver({ pid }: KnownWorker, estate: Omit<Estate, 'now'>): Promise<number> {
    const changed = await jobs.handOver({ ...estate, now: new Date(clock.now()) })
    if (changed.length > 0) {
      log.warn({ event: 'worker.dead', pid, ids: changed.map(job => job.id) }, 'the jobs of a dead process wait again')
      announce.revived(changed)
    }
    return changed.length
  }

  return {
    /** To be called each second or so, in every process: whoever is first hands over, the others find nothing to do. */
    async round(): Promise<void> {
      const known = await workers.known()
      const gone = await Promise.all(known.map(isGone))
      const living = known.filter((_, at) => !gone[at])
      for (const worker of known.filter((_, at) => gone[at])) {
        // Names tell processes apart by host and id alone: a new one may have the dead one's.
        if (living.some(({ host, pid }) => host === worker.host && pid === worker.pid))
          await workers.bury(worker.id)
        else
          await settle(worker)
      }
    },
  }
}
