import type { Change } from './protocol.ts'
import type { Reader } from './readers.ts'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { handshake, openStalled } from '../../http/support/socket.ts'
import { createDecoder, openReader, readAll } from './readers.ts'
import { startLiveServer } from './server-process.ts'

export interface LiveLoad {
  readers: number
  /** Connections that are opened and never read. */
  stalled: number
  jobs: number
  perSecond: number
  seconds: number
  /** Readers that lose their connection in the middle, and come back. */
  reconnects: number
}

export interface LiveFigures {
  made: number
  received: number
  /** Milliseconds from when a change had been written until a reader has parsed it. */
  p50: number
  p99: number
  slowest: number
  /** What the server holds more with the load and those who never read than with idle readers, in bytes. */
  heldMore: number
  /** Milliseconds after the last change until every reader has what the database has; null when one still had not. */
  equalAfterMs: number | null
  resyncs: number
  /** The longest that the machine kept the readers' process from running while changes came: no delay of the server's. */
  stallMs: number
}

const settleMs = 5000

/** Opens dashboards on a real server, changes rows at a pace, and looks at what they hear and what the server holds. */
export async function measureLive(load: LiveLoad): Promise<LiveFigures> {
  await using server = await startLiveServer(load.jobs)
  const decode = createDecoder()
  const readers = await Promise.all(Array.from({ length: load.readers }, () => openReader(server, decode)))
  try {
    // A list that is on screen was read once; what changes in it comes by push.
    const listed = await readAll(server.url)
    readers.forEach(reader => reader.put(listed))
    // The first changes warm up code and buffers on both sides.
    await server.run({ perSecond: load.perSecond, seconds: 1 })
    readers.forEach(reader => reader.heard.length = 0)
    const before = await server.memory()
    const { host, port } = new URL(server.url)
    await Promise.all(Array.from({ length: load.stalled }, () => openStalled(Number(port), handshake({ host, headers: { Origin: server.url } }))))

    const stalls = monitorEventLoopDelay({ resolution: 10 })
    stalls.enable()
    const running = server.run(load)
    await sleep(load.seconds * 500)
    const dropped = readers.slice(0, load.reconnects)
    await Promise.all(dropped.map(reader => reader.reconnect()))
    const changes = await running
    stalls.disable()
    const held = await server.memory()
    const equalAfterMs = await untilEqual(server.url, readers)
    // Those who were away hear late of what they missed: that is no delay of the server's.
    const latencies = latenciesOf(readers.slice(load.reconnects), changes)
    const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN
    return { made: changes.length, received: latencies.length, p50: at(0.5), p99: at(0.99), slowest: at(1), heldMore: held - before, equalAfterMs, resyncs: readers.reduce((sum, reader) => sum + reader.resyncs(), 0), stallMs: Math.round(stalls.max / 1e6) }
  }
  finally {
    readers.forEach(reader => reader.close())
  }
}

function latenciesOf(readers: Pick<Reader, 'heard'>[], changes: Change[]): Float64Array {
  const written = new Map(changes.map(([id, version, at]) => [`${id} ${version}`, at]))
  const all = readers.flatMap(({ heard }) => heard.flatMap(({ job, at }) => {
    const since = written.get(`${job.id} ${job.version}`)
    return since === undefined ? [] : [at - since]
  }))
  return Float64Array.from(all).sort()
}

async function untilEqual(url: string, readers: { versions: Map<string, number> }[]): Promise<number | null> {
  const started = performance.now()
  const truth = await readAll(url)
  for (;;) {
    if (readers.every(({ versions }) => truth.every(({ id, version }) => versions.get(id) === version)))
      return Math.round(performance.now() - started)
    if (performance.now() - started > settleMs)
      return null
    await sleep(20)
  }
}

export const megabytes = (bytes: number): string => `${(bytes / (1 << 20)).toFixed(1)} MB`
