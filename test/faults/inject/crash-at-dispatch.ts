import type { QueueEntry, QueueTree } from '../../../server/queue/ports.ts'
import process from 'node:process'
import * as real from '../../../server/queue/job-queue.ts'
import { settingsOf } from './options.ts'

export * from '../../../server/queue/job-queue.ts'

interface Settings {
  /** The how-manieth dispatch of this process is its last, from 1. */
  at: number
  /** Whether the queue has got the jobs by then. */
  when: 'before' | 'after'
}

/** SIGKILLs the process just before, or just after, it gives accepted jobs to the queue. */
export function createJobQueue(backend: Parameters<typeof real.createJobQueue>[0]): real.BullJobQueue {
  const { at, when } = settingsOf<Settings>('crash-at-dispatch')
  const queue = real.createJobQueue(backend)
  let dispatches = 0

  async function crashAround(dispatch: () => Promise<void>): Promise<void> {
    const isLast = ++dispatches === at
    if (isLast && when === 'before')
      process.kill(process.pid, 'SIGKILL')
    await dispatch()
    if (isLast)
      process.kill(process.pid, 'SIGKILL')
  }
  return {
    ...queue,
    add: (entries: QueueEntry[]) => crashAround(() => queue.add(entries)),
    addTree: (tree: QueueTree) => crashAround(() => queue.addTree(tree)),
  }
}
