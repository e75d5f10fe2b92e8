import type { QueueEntry, QueueTree } from '../../../server/queue/ports.ts'
import process from 'node:process'
import * as real from '../../../server/queue/job-queue.ts'
import { settingsOf } from './options.ts'

export type { BullJobQueue } from '../../../server/queue/job-queue.ts'

interface Settings {
  /** Of each dispatch; half of the crashes come before it, half after it. */
  probability: number
}

/** SIGKILLs the process just before, or just after, it gives accepted jobs to the queue. */
export function createJobQueue(backend: Parameters<typeof real.createJobQueue>[0]): real.BullJobQueue {
  const { probability } = settingsOf<Settings>('crash-at-dispatch')
  const queue = real.createJobQueue(backend)

  async function crashAround(work: () => Promise<void>): Promise<void> {
    if (Math.random() < probability / 2)
      process.kill(process.pid, 'SIGKILL')
    await work()
    if (Math.random() < probability / 2)
      process.kill(process.pid, 'SIGKILL')
  }
  return {
    ...queue,
    add: (entries: QueueEntry[]) => crashAround(() => queue.add(entries)),
    addTree: (tree: QueueTree) => crashAround(() => queue.addTree(tree)),
  }
}
