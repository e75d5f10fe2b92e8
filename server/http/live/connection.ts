import type { Buffer } from 'node:buffer'
import type { Encode, Frame } from './frame.ts'
import type { LiveLimits } from './limits.ts'
import { keepLatest } from './frame.ts'

/** The writing end of one connection, WebSocket or event stream. Nothing here throws; a dead end takes everything. */
export interface LiveSink {
  encode: Encode
  send: (bytes: Buffer) => void
  /** Bytes given to `send` that have not left yet. */
  bufferedBytes: () => number
  /** Keeps the connection open through proxies and finds out that a peer is gone. */
  beat: () => void
  close: (code: number, reason: string) => void
  terminate: () => void
}

/** Frames of one tick, encoded at most once for all connections that get the same ones. */
export interface Delivery {
  framesFor: (jobId: string | undefined) => readonly Frame[]
  bytesFor: (jobId: string | undefined, encode: Encode) => Buffer
}

export interface Connection {
  sink: LiveSink
  deliver: (delivery: Delivery) => void
  /** The snapshot that starts or restarts the connection; what came meanwhile follows it. */
  start: (snapshot: Frame) => void
  /** True while something is kept back for it. */
  isBehind: () => boolean
  /** True once when too much was missed, it reads again, and only a new snapshot helps. */
  beginRestart: () => boolean
}

/** `jobId` is the job whose timeline this connection wants; changes of rows go to everybody. */
export function createConnection(sink: LiveSink, jobId: string | undefined, limits: LiveLimits): Connection {
  const backlog = new Map<string, Frame>()
  let state: 'starting' | 'live' | 'lost' = 'starting'

  function isSlow(): boolean {
    return sink.bufferedBytes() > limits.slowBytes
  }

  function keepBack(frames: readonly Frame[]): void {
    if (state === 'lost')
      return
    for (const frame of frames)
      keepLatest(backlog, frame)
    if (backlog.size > limits.backlogRows) {
      backlog.clear()
      state = 'lost'
    }
  }

  function catchUp(): void {
    if (state !== 'live' || backlog.size === 0 || isSlow())
      return
    sink.send(sink.encode([...backlog.values()]))
    backlog.clear()
  }

  function deliver(delivery: Delivery): void {
    if (sink.bufferedBytes() > limits.deadBytes)
      return sink.terminate()
    const frames = delivery.framesFor(jobId)
    if (state === 'live' && backlog.size === 0 && !isSlow()) {
      if (frames.length > 0)
        sink.send(delivery.bytesFor(jobId, sink.encode))
      return
    }
    keepBack(frames)
    catchUp()
  }

  function start(snapshot: Frame): void {
    if (state === 'starting')
      state = 'live'
    sink.send(sink.encode([snapshot]))
    catchUp()
  }

  function beginRestart(): boolean {
    if (state !== 'lost' || isSlow())
      return false
    state = 'starting'
    return true
  }

  return { sink, deliver, start, isBehind: () => state === 'lost' || backlog.size > 0, beginRestart }
}
