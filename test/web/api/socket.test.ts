import type { LiveMessage } from '../../../server/contract/event.ts'
import type { LinkStatus, SocketLike } from '../../../web/api/socket.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLiveSocket, retryDelay } from '../../../web/api/socket.ts'

interface FakeSocket extends SocketLike { url: string, closed: boolean }

/** A live socket over sockets that the test opens, feeds and drops by hand. */
function world({ random = 1 } = {}) {
  const sockets: FakeSocket[] = []
  const messages: LiveMessage[] = []
  const statuses: LinkStatus[] = []
  let polls = 0
  const live = createLiveSocket({
    url: 'ws://gleaner.test/api/events',
    onMessage: events => messages.push(events),
    onStatus: status => statuses.push(status),
    onPoll: () => polls += 1,
    pollMs: 10_000,
    random: () => random,
    open: (url) => {
      const socket: FakeSocket = { url, closed: false, onopen: null, onmessage: null, onclose: null, close: () => socket.closed = true }
      sockets.push(socket)
      return socket
    },
  })
  const last = () => sockets.at(-1)!
  return {
    live,
    sockets,
    messages,
    states: () => statuses.map(({ state }) => state),
    status: () => statuses.at(-1)!,
    polls: () => polls,
    accept: () => last().onopen?.(undefined as never),
    drop: () => last().onclose?.(undefined as never),
    say: (data: unknown) => last().onmessage?.({ data } as never),
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a connection that opens is live and hands on whole messages', () => {
  const { live, accept, say, states, messages } = world()
  live.start()
  accept()
  say(JSON.stringify([{ kind: 'job-removed', id: 'a' }, { kind: 'job-removed', id: 'b' }]))
  expect(states()).toEqual(['connecting', 'live'])
  expect(messages).toEqual([[{ kind: 'job-removed', id: 'a' }, { kind: 'job-removed', id: 'b' }]])
})

test('broken JSON and binary data are passed over without losing the connection', () => {
  const { live, accept, say, messages, status } = world()
  live.start()
  accept()
  say('{"kind":')
  say(new ArrayBuffer(4))
  say(JSON.stringify([{ kind: 'job-removed', id: 'a' }]))
  expect(messages).toHaveLength(1)
  expect(status().state).toBe('live')
})

test('a lost connection is tried again after a delay that doubles up to its ceiling', () => {
  const { live, sockets, accept, drop } = world()
  live.start()
  accept()
  const waits: number[] = []
  for (let i = 0; i < 8; i++) {
    drop()
    const before = Date.now()
    vi.advanceTimersToNextTimer()
    while (sockets.length < i + 2)
      vi.advanceTimersToNextTimer()
    waits.push(Date.now() - before)
  }
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000])
})

test('jitter keeps every delay between half of its ceiling and the whole', () => {
  expect(retryDelay(1, () => 0)).toBe(250)
  expect(retryDelay(1, () => 1)).toBe(500)
  expect(retryDelay(50, () => 0)).toBe(7500)
  expect(retryDelay(50, () => 1)).toBe(15_000)
})

test('after three failed attempts it says that it polls, polls, and stops once it is live again', () => {
  const { live, accept, drop, states, polls } = world()
  live.start()
  accept()
  drop()
  vi.advanceTimersByTime(500)
  drop()
  vi.advanceTimersByTime(1000)
  expect(polls()).toBe(0)
  drop()
  expect(states()).toEqual(['connecting', 'live', 'waiting', 'waiting', 'polling'])
  vi.advanceTimersByTime(10_000)
  expect(polls()).toBe(1)
  accept()
  vi.advanceTimersByTime(60_000)
  expect(polls()).toBe(1)
  expect(states().at(-1)).toBe('live')
})

test('the next attempt can be made at once, and does not happen twice', () => {
  const { live, sockets, accept, drop } = world()
  live.start()
  accept()
  drop()
  live.reconnectNow()
  expect(sockets).toHaveLength(2)
  vi.advanceTimersByTime(60_000)
  expect(sockets).toHaveLength(2)
})

test('asking for a reconnect while it is live changes nothing', () => {
  const { live, sockets, accept } = world()
  live.start()
  accept()
  live.reconnectNow()
  expect(sockets).toHaveLength(1)
})

test('a closed socket stays closed', () => {
  const { live, sockets, accept, drop, states } = world()
  live.start()
  accept()
  live.close()
  drop()
  vi.advanceTimersByTime(60_000)
  expect(sockets).toHaveLength(1)
  expect(sockets[0]!.closed).toBe(true)
  expect(states()).toEqual(['connecting', 'live'])
})
