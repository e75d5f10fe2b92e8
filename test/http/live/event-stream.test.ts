import type { LiveEvent } from '../../../server/contract/event.ts'
import { describe, expect, test, vi } from 'vitest'
import { LiveEvent as Event } from '../../../server/contract/event.ts'
import { createTestApi } from '../support/api.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { listen } from '../support/listen.ts'
import { openSocket, openStalled, publishMuch } from '../support/socket.ts'
import { aJobSummary } from '../support/things.ts'

/** Reads server-sent events as `curl -N` would, until one fits. */
async function readUntil(response: Response, fits: (event: LiveEvent) => boolean): Promise<{ text: string, events: LiveEvent[] }> {
  let text = ''
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk
    const events = text.split('\n\n').slice(0, -1).flatMap((block) => {
      const data = /^data: (.*)$/m.exec(block)?.[1]
      return data === undefined ? [] : [Event.parse(JSON.parse(data))]
    })
    if (events.some(fits))
      return { text, events }
  }
  throw new Error(`ended before the event came: ${text}`)
}

describe('server-sent events', () => {
  const told = [{ code: 'parts-done', values: { done: 1, total: 4 } }]

  test('are the same changes, one by one, with ids that count up', async () => {
    await using server = await listen()
    const response = await fetch(`${server.url}/api/events`)
    expect(Object.fromEntries(response.headers)).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform' })
    await vi.waitFor(() => expect(server.hub.size()).toBe(1))
    server.events.publish({ kind: 'job', job: aJobSummary({ id: 'a', version: 2, progressNote: '1 of 4 parts', progressTold: told }) })
    server.events.publish({ kind: 'job', job: aJobSummary({ id: 'b\n\ndata: {}', version: 2, progressNote: 'two\nlines' }) })
    const { text, events } = await readUntil(response, event => event.kind === 'job' && event.job.id.startsWith('b'))
    expect(events.map(({ kind }) => kind)).toEqual(['snapshot', 'job', 'job'])
    expect(events[1]).toMatchObject({ job: { progressNote: '1 of 4 parts', progressTold: told } })
    expect(text.startsWith('retry: 2000\n\n')).toBe(true)
    const ids = [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id))
    expect(ids).toEqual([...ids].sort((left, right) => left - right))
  })

  test('end when the server stops, and the hub forgets a reader that goes', async () => {
    const server = await listen()
    const leaving = new AbortController()
    const gone = await fetch(`${server.url}/api/events`, { signal: leaving.signal })
    const stays = await fetch(`${server.url}/api/events`)
    await vi.waitFor(() => expect(server.hub.size()).toBe(2))
    leaving.abort()
    await vi.waitFor(() => expect(server.hub.size()).toBe(1))
    const rest = stays.text()
    const startedAt = performance.now()
    await server.close()
    expect(performance.now() - startedAt).toBeLessThan(3000)
    expect(await rest).toContain('"kind":"snapshot"')
    await expect(gone.text()).rejects.toThrow()
  })

  test('hEAD tells the type and keeps no connection', async () => {
    const { app, hub } = createTestApi()
    const response = await app.request('/api/events', { method: 'HEAD' })
    expect([response.status, response.headers.get('content-type'), hub.size()]).toEqual([200, 'text/event-stream; charset=utf-8', 0])
  })

  test('a job id of unlikely length answers 422, too many listeners 503', async () => {
    const { app, hub } = createTestApi()
    await expectProblem(await app.request(`/api/events?job=${'x'.repeat(65)}`), 422, 'invalid-input')
    hub.close()
    const response = await app.request('/api/events')
    expect(response.headers.get('retry-after')).toBe('30')
    await expectProblem(response, 503, 'service-unavailable')
  })

  test('a reader that stalls is spared what it missed, and in the end has the latest', async () => {
    await using server = await listen()
    const stalled = await openStalled(server.port, `GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`)
    using live = await openSocket(server.url)
    await live.next(({ kind }) => kind === 'snapshot')
    const published = await publishMuch(server.events, live)
    const received = await stalled.drain(server.events)
    expect(received).toBeLessThan(published / 3)
    await vi.waitFor(() => expect(server.hub.size()).toBe(1))
  }, 60_000)
})
