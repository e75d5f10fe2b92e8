import type { Log } from '../log.ts'
import type { JobQueue, QueueRef, QueueTree } from './ports.ts'
import type { Outbox } from './store-ports.ts'

export interface DispatcherDeps {
  outbox: Outbox
  queue: Pick<JobQueue, 'add' | 'addTree'>
  log: Log
  /** Trees taken from the outbox at a time. */
  batch?: number
  /** A look into the outbox without being told, in milliseconds: for rows that another process wrote. */
  pollMs?: number
  /** Longest wait while the queue store is away, in milliseconds. */
  maxBackoffMs?: number
}

export interface Dispatcher extends AsyncDisposable {
  start: () => void
  /** There is something in the outbox. */
  kick: () => void
}

/**
 * Gives accepted jobs to the queue store, oldest first. Adding comes before marking: dying in between adds the same ids
 * again, which the store ignores. While the store is away the rows wait, and tries grow rarer.
 */
export function createDispatcher({ outbox, queue, log, batch = 500, pollMs = 2000, maxBackoffMs = 20_000 }: DispatcherDeps): Dispatcher {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let again = false
  let stopped = true
  let failures = 0

  async function dispatch(trees: QueueTree[]): Promise<void> {
    const [single, flows] = [trees.filter(tree => tree.children.length === 0), trees.filter(tree => tree.children.length > 0)]
    if (single.length > 0) {
      const entries = single.map(tree => tree.entry)
      await queue.add(entries)
      await outbox.markDispatched(entries)
    }
    for (const tree of flows) {
      await queue.addTree(tree)
      await outbox.markDispatched(refsOf(tree))
    }
  }

  async function drain(): Promise<void> {
    do {
      again = false
      const trees = await outbox.take(batch)
      await dispatch(trees)
      again ||= trees.length >= batch
    } while (again && !stopped)
  }

  function run(): void {
    clearTimeout(timer)
    if (running) {
      again = true
      return
    }
    running = drain().then(() => void (failures = 0), (error: unknown) => {
      failures++
      log.warn({ event: 'dispatch.failed', failures, err: error }, 'accepted jobs wait for the queue store')
    }).finally(() => {
      running = null
      if (!stopped)
        timer = setTimeout(run, Math.min(maxBackoffMs, pollMs * 2 ** Math.min(failures, 10)))
    })
  }

  return {
    start() {
      stopped = false
      run()
    },
    kick() {
      // While the store is away, the backoff decides: each submission must not cost another time-out.
      if (!stopped && failures === 0)
        run()
    },
    async [Symbol.asyncDispose]() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

function refsOf(tree: QueueTree): QueueRef[] {
  return [tree.entry, ...tree.children.flatMap(refsOf)]
}
