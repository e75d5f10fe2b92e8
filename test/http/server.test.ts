import type { Buffer } from 'node:buffer'
import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { createHttpServer } from '../../server/http/server.ts'
import { createTestApi } from './support/api.ts'
import { listen } from './support/listen.ts'
import { rawRequest } from './support/socket.ts'

describe('the server', () => {
  test('tells its address and answers there', async () => {
    await using server = await listen()
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok' })
  })

  test('says which port is taken and what to do', async () => {
    await using server = await listen()
    const { app, hub } = createTestApi()
    await expect(createHttpServer({ app, hub, host: '127.0.0.1', port: server.port }))
      .rejects.toThrow(`Port ${server.port} on 127.0.0.1 is in use by another program. Stop that one, or set PORT to a free port.`)
  })

  test('says that an address is not of this machine', async () => {
    const { app, hub } = createTestApi()
    await expect(createHttpServer({ app, hub, host: '192.0.2.1', port: 0 })).rejects.toThrow('192.0.2.1 is not an address of this machine')
  })

  test('may be closed twice, and lets a running answer end', async () => {
    const answer = Promise.withResolvers<{ ready: boolean, parts: never[] }>()
    const asked = Promise.withResolvers<void>()
    const server = await listen({
      health: async () => {
        asked.resolve()
        return answer.promise
      },
    })
    const response = fetch(`${server.url}/readyz`)
    await asked.promise
    const startedAt = performance.now()
    const closing = server.close()
    expect(server.close()).toBe(closing)
    answer.resolve({ ready: true, parts: [] })
    expect((await response).status).toBe(200)
    await closing
    expect(performance.now() - startedAt).toBeLessThan(3000)
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
  })

  test('cuts off an answer that takes longer than the grace time', async () => {
    const asked = Promise.withResolvers<void>()
    const server = await listen({
      health: () => {
        asked.resolve()
        return new Promise(() => {})
      },
    })
    const response = fetch(`${server.url}/readyz`)
    const refused = expect(response).rejects.toThrow()
    await asked.promise
    await server.close({ graceMs: 50 })
    await refused
  })

  test('answers an h2c upgrade request as plain HTTP/1.1 instead of hanging', async () => {
    await using server = await listen()
    const answer = await rawRequest(server.port, `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n`)
    expect(answer).toContain(' 200 ')
  })

  test.each([
    ['no Host', 400, 'GET / HTTP/1.1\r\n\r\n'],
    ['two Hosts', 421, 'GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n'],
    ['a header of 20 KB', 431, `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
    ['both lengths', 400, 'POST /api/brands HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a method that nobody knows', 400, 'FETCH / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['a host that is none', 400, 'GET / HTTP/1.1\r\nHost: [::1\r\n\r\n'],
    ['no HTTP', 400, 'hello\r\n\r\n'],
  ])('%s answers %i', async (_, status, request) => {
    await using server = await listen()
    expect(await rawRequest(server.port, request)).toContain(` ${status} `)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })

  test('a body that announces 10 MB gets 413 before it is sent', async () => {
    await using server = await listen()
    const answer = await rawRequest(server.port, `POST /api/brands HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10000000\r\n\r\n{`)
    expect(answer).toContain(' 413 ')
  })

  test('an endless chunked body gets 413 and is not kept', async () => {
    await using server = await listen()
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write('POST /api/brands HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n')
    const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`
    const pump = setInterval(() => socket.write(chunk), 1)
    const [answer] = await once(socket, 'data') as [Buffer]
    clearInterval(pump)
    socket.destroy()
    expect(answer.toString()).toContain(' 413 ')
  })

  test('a real client that sends 10 MB sees the 413', async () => {
    await using server = await listen()
    const response = await fetch(`${server.url}/api/brands`, { method: 'POST', body: ' '.repeat(10_000_000), headers: { 'content-type': 'application/json' } })
    expect(response.status).toBe(413)
  })

  test('hEAD has the headers of GET and no body', async () => {
    await using server = await listen()
    const response = await fetch(`${server.url}/api/brands`, { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })
})
