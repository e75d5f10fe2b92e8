import type { EventBus } from '../../events/bus.ts'
import type { JobService, QueueService } from '../../jobs/ports.ts'
import type { Log } from '../../log.ts'
import type { Connection, LiveSink } from './connection.ts'
import type { Frame } from './frame.ts'
import type { LiveLimits } from './limits.ts'
import { createBatcher } from './batcher.ts'
import { createConnection } from './connection.ts'
import { createCounts } from './counts.ts'
import { createDelivery } from './delivery.ts'
import { liveLimits } from './limits.ts'
import { createSnapshotReader } from './snapshot.ts'

export interface LiveHubDeps {
  events: Pick<EventBus, 'subscribe'>
  jobs: Pick<JobService, 'list'>
  queues: Pick<QueueService, 'list'>
  log: Pick<Log, 'warn'>
  limits?: Partial<LiveLimits>
}

/** Tells every dashboard what changed. The work for a change does not grow with the number of dashboards but for the sending. */
export interface LiveHub {
  /** Adds a connection: snapshot first, then changes. The returned function takes it out again. */
  join: (sink: LiveSink, options: { jobId?: string | undefined }) => () => void
  isFull: () => boolean
  size: () => number
  /** Says good-bye to everybody (1001) and stops; new connections are closed at once. */
  close: () => void
}

const GOING_AWAY = 1001
const INTERNAL = 1011

export function createLiveHub({ events, jobs, queues, log, limits: given }: LiveHubDeps): LiveHub {
  const limits = { ...liveLimits, ...given }
  const connections = new Set<Connection>()
  const batcher = createBatcher(limits)
  const readSnapshot = createSnapshotReader({ jobs, queues, log })
  const counts = createCounts({ queues, log, everyMs: limits.countsMs, onChange: list => add({ kind: 'queues', queues: list }) })
  const unsubscribe = events.subscribe(add)
  let timer: NodeJS.Timeout | undefined
  let heart: NodeJS.Timeout | undefined
  let sentAt = -Infinity
  let closed = false

  function add(event: Parameters<typeof batcher.add>[0]): void {
    if (connections.size === 0)
      return
    if (event.kind === 'job' || event.kind === 'job-removed')
      counts.touch()
    batcher.add(event)
    schedule()
  }

  function schedule(): void {
    // The first change after a quiet moment goes at once; what follows it is gathered.
    timer ??= setTimeout(tick, Math.max(0, sentAt + limits.batchMs - performance.now()))
  }

  function tick(): void {
    timer = undefined
    sentAt = performance.now()
    const delivery = createDelivery(batcher.due(performance.now()))
    for (const connection of connections) {
      connection.deliver(delivery)
      if (connection.beginRestart())
        void sendSnapshot(connection)
    }
    if (batcher.waiting() || [...connections].some(connection => connection.isBehind()))
      schedule()
  }

  async function sendSnapshot(connection: Connection): Promise<void> {
    try {
      const event = await readSnapshot()
      const frame: Frame = { row: 'snapshot', id: 0, event, json: JSON.stringify(event) }
      if (connections.has(connection))
        connection.start(frame)
    }
    catch (error) {
      log.warn({ event: 'live.snapshot-failed', err: error }, 'a dashboard could not be given its snapshot')
      leave(connection)
      connection.sink.close(INTERNAL, 'snapshot failed')
    }
  }

  function join(sink: LiveSink, { jobId }: { jobId?: string | undefined }): () => void {
    if (closed) {
      sink.close(GOING_AWAY, 'server is stopping')
      return () => {}
    }
    const connection = createConnection(sink, jobId, limits)
    connections.add(connection)
    if (connections.size === 1)
      wake()
    void sendSnapshot(connection)
    return () => leave(connection)
  }

  function leave(connection: Connection): void {
    if (connections.delete(connection) && connections.size === 0)
      rest()
  }

  function wake(): void {
    counts.start()
    heart = setInterval(() => connections.forEach(({ sink }) => sink.beat()), limits.heartbeatMs)
  }

  function rest(): void {
    counts.stop()
    clearInterval(heart)
    clearTimeout(timer)
    timer = undefined
    batcher.clear()
  }

  function close(): void {
    closed = true
    unsubscribe()
    const leaving = [...connections]
    connections.clear()
    rest()
    for (const { sink } of leaving)
      sink.close(GOING_AWAY, 'server is stopping')
  }

  return { join, isFull: () => closed || connections.size >= limits.connections, size: () => connections.size, close }
}
