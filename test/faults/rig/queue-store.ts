import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { queueNames } from '../../../server/contract/queue.ts'
import { parseQueueJobId } from '../../../server/queue/ref.ts'

export interface StoreEntry { jobId: string, generation: number, state: string }

const openStates = ['waiting', 'active', 'delayed', 'prioritized', 'waiting-children'] as const

/** Everything in the queue store that is still to be done. */
export async function openEntries(url: string): Promise<StoreEntry[]> {
  const connection = new Redis(url, { maxRetriesPerRequest: null })
  try {
    const entries: StoreEntry[] = []
    for (const name of queueNames) {
      const queue = new Queue(name, { connection, prefix: '{gleaner}' })
      for (const state of openStates) {
        for (const job of await queue.getJobs([state])) {
          const ref = parseQueueJobId(name, job?.id ?? '')
          if (ref)
            entries.push({ ...ref, state })
        }
      }
      await queue.close()
    }
    return entries
  }
  finally {
    connection.disconnect()
  }
}

/** One command to the store, on a connection of its own. */
export async function command(url: string, name: string, ...args: string[]): Promise<unknown> {
  const connection = new Redis(url, { maxRetriesPerRequest: 2 })
  connection.on('error', () => undefined)
  try {
    return await connection.call(name, ...args)
  }
  finally {
    connection.disconnect()
  }
}
