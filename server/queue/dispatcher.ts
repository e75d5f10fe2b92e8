import type { Log } from '../log.ts'
import type { JobQueue, QueueRef, QueueTree } from './ports.ts'
import type { Outbox } from './store-ports.ts'
import { QueueUnavailable } from '../errors.ts'
import { createLoop } from './loop.ts'

export interface DispatcherDeps {
  outbox: Outbox
  queue: Pick<JobQueue, 'add' | 'addTree'>
  log: Log
  /** Fallback for kicks that were lost, and the pause while the queue store is away. */
  pollMs?: number
  /** Taken at once. */
  batch?: number
  /** No more than about this many jobs wait in the queue store; the others wait in the job table, which has room. */
  window?: number
}

export interface Dispatcher extends AsyncDisposable {
  start: () => void
  /** Something was submitted. Returns at once; never throws. */
  kick: () => void
}

/**
 * Gives accepted jobs to the queue store: the second half of the outbox. A crash between adding and marking adds the
 * same ids again, which the queue ignores.
 */
export function createDispatcher({ outbox, queue, log, pollMs = 2_000, batch = 500, window = 5_000 }: DispatcherDeps): Dispatcher {
  const loop = createLoop(pollMs, turn)
  let away = false

  async function turn(): Promise<void> {
    try {
      // One batch a turn, so that stopping need not wait for a long outbox.
      if (await dispatchSome() > 0)
        loop.wake()
      away = false
    }
    catch (error) {
      // Kicks wait for the next poll: each attempt at a hanging store takes seconds.
      if (!away)
        log.warn({ event: 'dispatch.held', error: String(error) }, 'accepted jobs wait in the database')
      away = true
    }
  }

  /** Answers how many trees it dispatched. */
  async function dispatchSome(): Promise<number> {
    const room = window - (await outbox.countWaiting?.() ?? 0)
    const trees = room <= 0 ? [] : await outbox.take(Math.min(batch, room))
    let dispatched = 0
    for (const group of groupSingles(trees))
      dispatched += await dispatch(group)
    return dispatched
  }

  async function dispatch(group: QueueTree[]): Promise<number> {
    const [first, ...others] = group
    try {
      if (first && others.length === 0)
        await queue.addTree(first)
      else
        await queue.add(group.map(tree => tree.entry))
    }
    catch (error) {
      if (error instanceof QueueUnavailable)
        throw error
      return dispatchApart(group, error)
    }
    await outbox.markDispatched(group.flatMap(refsOf))
    return group.length
  }

  /** One that the queue refuses must not hold up the others. */
  async function dispatchApart(group: QueueTree[], error: unknown): Promise<number> {
    if (group.length === 1) {
      log.error({ event: 'dispatch.refused', jobId: group[0]?.entry.jobId, error: String(error) }, 'the queue refuses a job')
      return 0
    }
    let dispatched = 0
    for (const tree of group)
      dispatched += await dispatch([tree])
    return dispatched
  }

  return {
    start: loop.start,
    kick() {
      if (!away)
        loop.wake()
    },
    [Symbol.asyncDispose]: loop.stop,
  }
}

/** Neighbours without children in one group, every tree with children in its own; order is kept. */
function groupSingles(trees: QueueTree[]): QueueTree[][] {
  const groups: QueueTree[][] = []
  let singles: QueueTree[] | undefined
  for (const tree of trees) {
    if (tree.children.length > 0) {
      groups.push([tree])
      singles = undefined
    }
    else if (singles) {
      singles.push(tree)
    }
    else {
      groups.push(singles = [tree])
    }
  }
  return groups
}

function refsOf({ entry, children }: QueueTree): QueueRef[] {
  const { queue, jobId, generation } = entry
  return [{ queue, jobId, generation }, ...children.flatMap(refsOf)]
}
