import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from '../env.ts'
import type { TrustedHosts } from '../guard/trusted-hosts.ts'
import type { LiveHub } from '../live/hub.ts'
import { upgradeWebSocket } from '@hono/node-server'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { tell } from '../../contract/told.ts'
import { askedHost } from '../guard/guard-host.ts'
import { streamEvents } from '../live/event-stream.ts'
import { joinBySocket } from '../live/web-socket.ts'
import { problem } from '../problem.ts'
import { problems } from '../responses.ts'
import { createRouter } from '../router.ts'

const listen = createRoute({
  method: 'get',
  path: '/api/events',
  operationId: 'listenToChanges',
  tags: ['Live'],
  summary: 'Hear every change as it happens',
  description: [
    'A WebSocket where the request asks for one, else server-sent events (`curl -N`).',
    'First comes a `snapshot` (the newest 100 jobs and the queues), then changes; each job carries its `version`, and an older one never wins. A snapshot that comes later means "start again": you were too slow, and changes were left out.',
    'A WebSocket message is a JSON array of changes (`LiveMessage`), an event\'s `data` is one change (`LiveEvent`). Timeline entries come only for the job named by `job`.',
    'A WebSocket needs an `Origin` of ours, so that no other site can listen with your browser; programs use server-sent events, or set `Origin`.',
  ].join('\n\n'),
  request: { query: z.object({ job: z.string().max(64).optional().describe('Also send the timeline of this job') }) },
  responses: {
    101: { description: 'The WebSocket is open' },
    200: { description: 'An endless stream of events', content: { 'text/event-stream': { schema: { type: 'string' } } } },
    ...problems('invalid-input', 'forbidden', 'service-unavailable'),
  },
})

const streamHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  // nginx would gather the stream in a buffer.
  'X-Accel-Buffering': 'no',
}

function upgrade(hub: LiveHub, jobId: string | undefined): MiddlewareHandler<HttpEnv> {
  return upgradeWebSocket(() => joinBySocket(hub, jobId)) as MiddlewareHandler
}

export function createLiveRoutes({ hub, hosts }: { hub: LiveHub, hosts: TrustedHosts }) {
  return createRouter().openapi(listen, async (c) => {
    const { job } = c.req.valid('query')
    const wantsSocket = c.req.header('upgrade')?.toLowerCase() === 'websocket'
    // Browsers let any page open a WebSocket to anywhere: who asks is only told by Origin.
    if (wantsSocket && !hosts.isSameOrigin(c.req.header('origin') ?? '', askedHost(c)))
      return problem(c, 'forbidden', { told: [tell('foreign-page-listens')] })
    if (hub.isFull())
      return problem(c, 'service-unavailable', { told: [tell('too-many-listen')], headers: { 'Retry-After': '30' } })
    if (wantsSocket)
      return await upgrade(hub, job)(c, async () => {}) as Response
    if (c.req.method === 'HEAD')
      return c.body(null, 200, streamHeaders)
    return c.body(streamEvents(hub, job), 200, streamHeaders)
  })
}
