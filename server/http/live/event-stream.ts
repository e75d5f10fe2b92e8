import type { LiveSink } from './connection.ts'
import type { Encode } from './frame.ts'
import type { LiveHub } from './hub.ts'
import { Buffer } from 'node:buffer'

/** Each change as an event of its own; `id` counts up, `data` is a `LiveEvent` of the contract. */
const encode: Encode = frames => Buffer.from(frames.map(({ id, json }) => `id: ${id}\ndata: ${json}\n\n`).join(''))

/** `retry` is how long an EventSource waits before it connects again. */
const PREAMBLE = Buffer.from('retry: 2000\n\n')
/** A comment: nobody's event, but proxies see traffic. */
const HEARTBEAT = Buffer.from(': still here\n\n')

/** The hub's changes as a body of `text/event-stream`; leaves the hub when the reader goes. */
export function streamEvents(hub: LiveHub, jobId: string | undefined): ReadableStream<Uint8Array> {
  let leave: (() => void) | undefined
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(PREAMBLE)
      leave = hub.join(createStreamSink(controller, () => leave?.()), { jobId })
    },
    cancel: () => leave?.(),
  }, new ByteLengthQueuingStrategy({ highWaterMark: 0 }))
}

function createStreamSink(controller: ReadableStreamDefaultController<Uint8Array>, leave: () => void): LiveSink {
  let open = true

  function end(finish: () => void): void {
    if (!open)
      return
    open = false
    leave()
    finish()
  }

  function send(bytes: Buffer): void {
    // desiredSize is null once the stream has failed: the reader is gone.
    if (open && controller.desiredSize !== null)
      controller.enqueue(bytes)
  }

  return {
    encode,
    send,
    // The high-water mark is 0, so what is wanted is minus what waits.
    bufferedBytes: () => -(controller.desiredSize ?? 0),
    beat: () => send(HEARTBEAT),
    close: () => end(() => controller.close()),
    terminate: () => end(() => controller.error(new Error('The reader is too slow.'))),
  }
}
