import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import { LiveMessage } from '../../../server/contract/event.ts'
import { listen } from '../support/listen.ts'
import { handshake, openSocket, openStalled, publishMuch, rawRequest } from '../support/socket.ts'
import { aJobSummary, aTimelineEntry } from '../support/things.ts'

describe('the WebSocket', () => {
  test('gives the snapshot, then changes, each message an array of the contract', async () => {
    await using server = await listen()
    using live = await openSocket(server.url)
    live.socket.on('message', (data: Buffer) => LiveMessage.parse(JSON.parse(data.toString())))
    expect((await live.next(() => true)).kind).toBe('snapshot')
    server.events.publish({ kind: 'job', job: aJobSummary({ id: 'a', version: 2 }) })
    expect(await live.next(({ kind }) => kind === 'job')).toEqual({ kind: 'job', job: aJobSummary({ id: 'a', version: 2 }) })
  })

  test('gives the timeline of the job in ?job=', async () => {
    await using server = await listen()
    using live = await openSocket(server.url, { path: '/api/events?job=a' })
    await live.next(({ kind }) => kind === 'snapshot')
    server.events.publish({ kind: 'timeline', entry: aTimelineEntry({ id: '1', jobId: 'b' }) })
    server.events.publish({ kind: 'timeline', entry: aTimelineEntry({ id: '2', jobId: 'a' }) })
    expect(await live.next(({ kind }) => kind === 'timeline')).toMatchObject({ entry: { id: '2' } })
    expect(live.events.some(event => event.kind === 'timeline' && event.entry.jobId === 'b')).toBe(false)
  })

  test('is open to our own pages: the address that was asked, or the public one', async () => {
    await using server = await listen({ publicUrl: 'https://gleaner.example' })
    for (const origin of [server.url, 'https://gleaner.example', `https://127.0.0.1:${server.port}`]) {
      using live = await openSocket(server.url, { origin })
      expect((await live.next(() => true)).kind).toBe('snapshot')
    }
  })

  test('is closed to every other origin, however it is spelled', async () => {
    await using server = await listen({ publicUrl: 'https://gleaner.example' })
    const host = `127.0.0.1:${server.port}`
    const origins = [undefined, '', 'null', 'https://evil.example', 'https://gleaner.example.evil.example', 'https://evil-gleaner.example', 'https://sub.gleaner.example', 'http://gleaner.example', `http://${host}.evil.example`, `http://${host}@evil.example`, `http://evil.example/${host}`, `http://${host}/`, `http://localhost:${server.port}`, 'http://127.0.0.1:1', `ws://${host}`, `//${host}`, host, `http://${host}, https://evil.example`]
    for (const origin of origins) {
      const answer = await rawRequest(server.port, handshake({ host, headers: origin === undefined ? {} : { Origin: origin } }))
      expect(answer, String(origin)).toContain(' 403 ')
    }
    expect(server.hub.size()).toBe(0)
  })

  test('is not fooled by a request target that names the attacker\'s host (CVE-2026-126344)', async () => {
    await using server = await listen()
    const host = `127.0.0.1:${server.port}`
    const headers = { Origin: 'http://evil.example' }
    const targets = ['//evil.example/api/events', '///evil.example/api/events', '/\\evil.example/api/events', 'http://evil.example/api/events', 'http:evil.example/api/events', '/api/events?@evil.example', '/api/../api/events', '/%2e%2e//evil.example/api/events']
    for (const target of targets)
      expect(await rawRequest(server.port, handshake({ target, host, headers })), target).not.toContain(' 101 ')
    expect(await rawRequest(server.port, handshake({ target: '//evil.example/api/events', host: 'evil.example', headers }))).not.toContain(' 101 ')
    expect(await rawRequest(server.port, handshake({ host: 'evil.example', headers }))).toContain(' 421 ')
    expect(server.hub.size()).toBe(0)
  })

  test('is found nowhere else', async () => {
    await using server = await listen()
    const host = `127.0.0.1:${server.port}`
    for (const target of ['/', '/api/jobs', '/api/nothing', '/api/events/'])
      expect(await rawRequest(server.port, handshake({ target, host, headers: { Origin: server.url } })), target).not.toContain(' 101 ')
  })

  test('says 503 when too many listen', async () => {
    await using server = await listen()
    vi.spyOn(server.hub, 'isFull').mockReturnValue(true)
    const answer = await rawRequest(server.port, handshake({ host: `127.0.0.1:${server.port}`, headers: { Origin: server.url } }))
    expect(answer).toContain(' 503 ')
  })

  test('closes on a message over 16 KB and forgets the connection', async () => {
    await using server = await listen()
    using live = await openSocket(server.url)
    await live.next(({ kind }) => kind === 'snapshot')
    live.socket.send('x'.repeat(17 * 1024))
    const [code] = await once(live.socket, 'close') as [number]
    expect(code).toBe(1009)
    await vi.waitFor(() => expect(server.hub.size()).toBe(0))
  })

  test('ignores what clients say', async () => {
    await using server = await listen()
    using live = await openSocket(server.url)
    for (const message of ['{}', '{"kind":"snapshot"}', '\u0000', '[[[['])
      live.socket.send(message)
    await live.next(({ kind }) => kind === 'snapshot')
    expect(live.socket.readyState).toBe(live.socket.OPEN)
  })

  test('a peer that breaks the protocol does not bring the server down', async () => {
    await using server = await listen()
    const host = `127.0.0.1:${server.port}`
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write(handshake({ host, headers: { Origin: server.url } }))
    await once(socket, 'data')
    socket.write(Buffer.from([0xFF, 0xFF, 0xFF, 0xFF]))
    await once(socket, 'close')
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    await vi.waitFor(() => expect(server.hub.size()).toBe(0))
  })

  test('closes with 1001 when the server stops', async () => {
    const server = await listen()
    using live = await openSocket(server.url)
    await live.next(({ kind }) => kind === 'snapshot')
    const closed = once(live.socket, 'close') as Promise<[number]>
    await server.close()
    expect((await closed)[0]).toBe(1001)
  })

  test('a peer that does not answer the good-bye is cut off in time', async () => {
    const server = await listen()
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write(handshake({ host: `127.0.0.1:${server.port}`, headers: { Origin: server.url } }))
    await once(socket, 'data')
    socket.pause()
    const startedAt = performance.now()
    await server.close({ graceMs: 200 })
    expect(performance.now() - startedAt).toBeLessThan(3000)
    socket.destroy()
  })

  test('a reader that stalls is spared what it missed, and in the end has the latest; others are told in time', async () => {
    await using server = await listen()
    const headers = { Origin: server.url }
    const stalled = await openStalled(server.port, handshake({ host: `127.0.0.1:${server.port}`, headers }))
    using live = await openSocket(server.url)
    await live.next(({ kind }) => kind === 'snapshot')
    const published = await publishMuch(server.events, live)
    const received = await stalled.drain(server.events)
    expect(published).toBeGreaterThanOrEqual(60_000_000)
    expect(received).toBeLessThan(published / 3)
  }, 60_000)
})
