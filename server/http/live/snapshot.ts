import type { LiveEvent } from '../../contract/event.ts'
import type { JobService, QueueService } from '../../jobs/ports.ts'
import type { Log } from '../../log.ts'

export type Snapshot = Extract<LiveEvent, { kind: 'snapshot' }>

interface SnapshotDeps {
  jobs: Pick<JobService, 'list'>
  queues: Pick<QueueService, 'list'>
  log: Pick<Log, 'warn'>
}

const NEWEST_JOBS = 100

/**
 * Reads the snapshot, once for all who wait for it. A reading that is under way is not shared with those who come
 * later: it may have passed a row that changed before they listened.
 */
export function createSnapshotReader({ jobs, queues, log }: SnapshotDeps): () => Promise<Snapshot> {
  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<Snapshot> | undefined

  async function read(): Promise<Snapshot> {
    next = undefined
    const [page, counts] = await Promise.all([
      jobs.list({ limit: NEWEST_JOBS, status: undefined }),
      // With the queue store away, jobs are still worth seeing.
      queues.list().catch((error: unknown) => {
        log.warn({ event: 'live.counts-failed', err: error }, 'queue counts could not be read')
        return []
      }),
    ])
    return { kind: 'snapshot', jobs: page.items, queues: counts }
  }

  return () => {
    if (!next) {
      next = running.then(read, read)
      running = next
    }
    return next
  }
}
