import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { EventBus } from '../events/bus.ts'
import type { Announcer } from '../jobs/announce.ts'
import type { CurrentSettings } from '../jobs/settings-service.ts'
import type { Log } from '../log.ts'
import type { QueueBackend } from '../queue/backends/backend.ts'
import type { Dispatcher } from '../queue/dispatcher.ts'
import type { BullJobQueue } from '../queue/job-queue.ts'
import type { Discrepancy } from '../queue/store-ports.ts'
import type { Leases } from './leases.ts'
import type { Stores } from './stores.ts'
import { queueNames } from '../contract/queue.ts'
import { createAnnouncer } from '../jobs/announce.ts'
import { openQueueBackend } from '../queue/backends/index.ts'
import { createDispatcher } from '../queue/dispatcher.ts'
import { listenForHints } from '../queue/events.ts'
import { createJobQueue } from '../queue/job-queue.ts'
import { createReconciler } from '../queue/reconciler.ts'

export interface QueueSideDeps {
  config: Config
  stores: Stores
  leases: Leases
  settings: CurrentSettings
  events: EventBus
  clock: Clock
  log: Log
}

/** The way from the job table to the queue, and back. */
export interface QueueSide extends AsyncDisposable {
  backend: QueueBackend
  queue: BullJobQueue
  announce: Announcer
  kick: Dispatcher['kick']
  /** Puts rows right that differ from the queue, and tells of it; answers how many. */
  resolve: (found: Discrepancy[]) => Promise<number>
  /** Begins to send what waits in the table, and to compare. */
  start: () => void
  /** Has the events of other processes' workers published here too. */
  hearOthers: () => void
}

export async function openQueueSide({ config, stores: { jobs }, leases, settings, events, clock, log }: QueueSideDeps): Promise<QueueSide> {
  await using stack = new AsyncDisposableStack()
  const now = () => new Date(clock.now())
  const backend = stack.use(await openQueueBackend(config.queueUrl, { log }))
  const queue = createJobQueue(backend)
  const dispatcher = stack.use(createDispatcher({
    outbox: { take: async limit => jobs.takeUndispatched(limit, now(), (await settings.current()).dispatchWindow), markDispatched: refs => jobs.markDispatched(refs, now()) },
    queue,
    log,
  }))
  const reconciler = stack.use(createReconciler({
    jobs: { page: jobs.openPage, resolve },
    lease: leases.of('reconciler'),
    queue,
    clock,
    log,
    onResolved: dispatcher.kick,
  }))
  const announce = createAnnouncer({ jobs, queue, events, kick: dispatcher.kick, log })

  async function resolve(found: Discrepancy[]): Promise<number> {
    const changed = await jobs.resolve(found, now())
    announce.revived(changed)
    return changed.length
  }

  const owned = stack.move()
  return {
    backend,
    queue,
    announce,
    kick: dispatcher.kick,
    resolve,
    start() {
      dispatcher.start()
      reconciler.start()
    },
    hearOthers() {
      // Workers in other processes change rows; the queue's events say which to read again. The embedded queue has none.
      if (backend.kind !== 'redis')
        return
      const hints = listenForHints({
        backend,
        queues: queueNames,
        onHint: id => void jobs.summary(id).then(job => job && events.publish({ kind: 'job', job }), (error: unknown) => log.warn({ event: 'hint.unread', jobId: id, err: error }, 'a changed job was not read')),
      })
      hints.ready.catch(() => undefined)
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}
