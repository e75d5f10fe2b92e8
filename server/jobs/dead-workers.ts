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
  /** Those whose jobs nobody has; a round deals with all in one go, as there may be no time to ask the queue after each before the next death. */
  async function findDead(): Promise<KnownWorker[]> {
    const known = await workers.known()
    const gone = await Promise.all(known.map(isGone))
    const living = known.filter((_, at) => !gone[at])
    // Names tell processes apart by host and id alone: a new one may have the dead one's.
    const isReplaced = (worker: KnownWorker) => living.some(({ host, pid }) => host === worker.host && pid === worker.pid)
    const dead = known.filter((_, at) => gone[at])
    await Promise.all(dead.filter(isReplaced).map(({ id }) => workers.bury(id)))
    return dead.filter(worker => !isReplaced(worker))
  }

  /** What they ran, the table knows by itself, also while the queue store is away. */
  const handOverRuns = (dead: KnownWorker[]) => handOver(dead, { workers: namesOf(dead), held: [] })

  async function handOver(dead: KnownWorker[], estate: Omit<Estate, 'now'>): Promise<number> {
    const changed = dead.length === 0 ? [] : await jobs.handOver({ ...estate, now: new Date(clock.now()) })
    if (changed.length > 0) {
      log.warn({ event: 'worker.dead', pids: dead.map(({ pid }) => pid), ids: changed.map(job => job.id) }, 'the jobs of dead processes wait again')
      announce.revived(changed)
    }
    return changed.length
  }

  return {
    /**
     * What dead processes ran, handed over before this one is ready: where each is killed soon after, as by a machine
     * without memory, none might live long enough for its first round. Never throws.
     */
    async inherit(): Promise<void> {
      try {
        await handOverRuns(await findDead())
      }
      catch (error) {
        log.warn({ event: 'worker.not-inherited', err: error }, 'the jobs of dead processes are looked after a little later')
      }
    },
    /** To be called each second or so, in every process: whoever is first hands over, the others find nothing to do. */
    async round(): Promise<void> {
      const dead = await findDead()
      if (dead.length === 0)
        return
      const ran = await handOverRuns(dead)
      const taken = await handOver(dead, { workers: [], held: await queue.held(new Set(namesOf(dead))) })
      // Else the next round looks again: a last command of the dead may still have been on its way to the queue.
      if (ran + taken === 0)
        await Promise.all(dead.map(({ id }) => workers.bury(id)))
    },
  }
}

function namesOf(workers: KnownWorker[]): string[] {
  return workers.flatMap(worker => queueNames.map(name => workerName(worker, name)))
}
