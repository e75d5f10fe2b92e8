import type { Buffer } from 'node:buffer'
import type { LiveEvent, LiveMessage } from '../../../server/contract/event.ts'
import type { EventBus } from '../../../server/events/bus.ts'
import { once } from 'node:events'
import { connect } from 'node:net'
import { WebSocket } from 'ws'
import { aJobSummary } from './things.ts'

export interface TestSocket extends Disposable {
  socket: WebSocket
  events: LiveEvent[]
  /** Resolves with the first event, past or future, that fits. */
  next: (fits: (event: LiveEvent) => boolean) => Promise<LiveEvent>
}

/** Opens `/api/events` as a browser's page of `origin` would. */
export async function openSocket(url: string, { path = '/api/events', origin = url }: { path?: string, origin?: string } = {}): Promise<TestSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, { origin })
  const events: LiveEvent[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data: Buffer) => {
    events.push(...JSON.parse(data.toString()) as LiveMessage)
    waiting.forEach(look => look())
  })
  await once(socket, 'open')

  function next(fits: (event: LiveEvent) => boolean): Promise<LiveEvent> {
    return new Promise((resolve) => {
      function look() {
        const found = events.find(fits)
        if (found) {
          waiting.delete(look)
          resolve(found)
        }
      }
      waiting.add(look)
      look()
    })
  }

  return { socket, events, next, [Symbol.dispose]: () => socket.terminate() }
}

export interface StalledReader {
  /** Reads on until it hears of a change that is published from now on, and answers how many bytes came before. */
  drain: (events: Pick<EventBus, 'publish'>) => Promise<number>
}

/** A client that asks and then does not read: the kernel's buffers fill, and then ours. */
export async function openStalled(port: number, request: string): Promise<StalledReader> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write(request)
  await once(socket, 'readable')
  socket.read(1)

  async function drain(events: Pick<EventBus, 'publish'>): Promise<number> {
    let bytes = 0
    let tail = ''
    let version = 1
    const marker = setInterval(() => events.publish({ kind: 'job', job: aJobSummary({ id: 'the-last', version: ++version }) }), 100)
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      bytes += chunk.length
      tail = (tail + chunk.toString('latin1')).slice(-100_000)
      if (tail.includes('the-last'))
        break
    }
    clearInterval(marker)
    socket.destroy()
    return bytes
  }

  return { drain }
}

/** The status line with which a server answers raw bytes; the connection is closed by the server or here. */
export async function rawRequest(port: number, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write(request)
  let answer = ''
  for await (const chunk of socket.setEncoding('latin1') as AsyncIterable<string>) {
    answer += chunk
    if (answer.includes('\r\n\r\n'))
      break
  }
  socket.destroy()
  return answer.split('\r\n', 1)[0] ?? ''
}

/** A WebSocket handshake, line by line. */
export function handshake({ target = '/api/events', host, headers = {} }: { target?: string, host: string, headers?: Record<string, string> }): string {
  const all = { 'Host': host, 'Connection': 'Upgrade', 'Upgrade': 'websocket', 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==', ...headers }
  return `GET ${target} HTTP/1.1\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
}

/** Publishes changes of 30,000 jobs, about 60 MB, at the pace of a reader that keeps up; answers how many bytes. */
export async function publishMuch(events: Pick<EventBus, 'publish'>, reader: TestSocket): Promise<number> {
  const progressNote = 'x'.repeat(2000)
  let bytes = 0
  for (let round = 0; round < 60; round++) {
    for (let index = 0; index < 500; index++) {
      events.publish({ kind: 'job', job: aJobSummary({ id: `${round}-${index}`, version: 2, progressNote }) })
      bytes += progressNote.length
    }
    await reader.next(event => event.kind === 'job' && event.job.id === `${round}-499`)
    reader.events.length = 0
  }
  return bytes
}
