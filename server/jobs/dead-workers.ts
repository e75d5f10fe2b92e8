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
  /** All in one go: after many deaths in a row, and one to come any moment, there may be no time to ask the queue after each. */
  async function settle(dead: KnownWorker[]): Promise<void> {
    const names = dead.flatMap(worker => queueNames.map(name => workerName(worker, name)))
    // What they ran, the table knows by itself, also while the queue store is away.
    const ran = await handOver(dead, { workers: names, held: [] })
    const taken = await handOver(dead, { workers: [], held: await queue.held(new Set(names)) })
    // Else the next round looks again: a last command of the dead may still have been on its way to the queue.
    if (ran + taken === 0)
      await Promise.all(dead.map(({ id }) => workers.bury(id)))
  }

  async function handOver(dead: KnownWorker[], estate: Omit<Estate, 'now'>): Promise<number> {
    const changed = await jobs.handOver({ ...estate, now: new Date(clock.now()) })
    if (changed.length > 0) {
      log.warn({ event: 'worker.dead', pids: dead.map(({ pid }) => pid), ids: changed.map(job => job.id) }, 'the jobs of dead processes wait again')
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
      // Names tell processes apart by host and id alone: a new one may have the dead one's.
      const isReplaced = (worker: KnownWorker) => living.some(({ host, pid }) => host === worker.host && pid === worker.pid)
      const dead = known.filter((_, at) => gone[at])
      await Promise.all(dead.filter(isReplaced).map(({ id }) => workers.bury(id)))
      const unreplaced = dead.filter(worker => !isReplaced(worker))
      if (unreplaced.length > 0)
        await settle(unreplaced)
    },
  }
}
