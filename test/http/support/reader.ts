import type { LiveEvent } from '../../../server/contract/event.ts'
import type { LiveSink } from '../../../server/http/live/connection.ts'
import { Buffer } from 'node:buffer'

/** A reader as the hub sees it: a test says how much it has not read yet. */
export interface FakeReader extends LiveSink {
  events: () => LiveEvent[]
  /** Events of each `send`. */
  messages: LiveEvent[][]
  unread: number
  bytes: number
  closed: { code: number, reason: string } | undefined
  terminated: boolean
  beats: number
}

const encode: LiveSink['encode'] = frames => Buffer.from(`[${frames.map(({ json }) => json).join(',')}]`)

export function fakeReader(): FakeReader {
  const reader: FakeReader = {
    encode,
    messages: [],
    unread: 0,
    bytes: 0,
    closed: undefined,
    terminated: false,
    beats: 0,
    events: () => reader.messages.flat(),
    send(bytes) {
      reader.bytes += bytes.length
      reader.messages.push(JSON.parse(bytes.toString()) as LiveEvent[])
    },
    bufferedBytes: () => reader.unread,
    beat() {
      reader.beats++
    },
    close(code, reason) {
      reader.closed = { code, reason }
    },
    terminate() {
      reader.terminated = true
    },
  }
  return reader
}
