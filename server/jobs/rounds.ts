import type { Log } from '../log.ts'
import type { Lease } from '../queue/store-ports.ts'

export interface RoundsDeps {
  /** Held by the one process whose turn it is. */
  lease: Lease
  leaseMs: number
  log: Log
  tasks: Record<string, () => Promise<unknown>>
}

/** One round of tasks that a single process does for all; one that fails does not hold up the others. Never throws. */
export function createRounds({ lease, leaseMs, log, tasks }: RoundsDeps): () => Promise<void> {
  async function attempt(task: string, work: () => Promise<unknown>): Promise<unknown> {
    try {
      return await work()
    }
    catch (error) {
      log.warn({ event: 'round.failed', task, err: error }, 'a recurring task failed; it comes again')
      return false
    }
  }

  return async () => {
    if (await attempt('lease', () => lease.hold(leaseMs)) !== true)
      return
    for (const [name, work] of Object.entries(tasks))
      await attempt(name, work)
  }
}
