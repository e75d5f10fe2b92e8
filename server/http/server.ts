import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LiveHub } from './live/hub.ts'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { WebSocketServer } from 'ws'
import { trackUnusedConnections } from './unused-connections.ts'

export interface HttpServerDeps {
  app: { fetch: (request: Request, env: object) => Response | Promise<Response> }
  hub: Pick<LiveHub, 'close'>
  host: string
  /** 0 takes any free port. */
  port: number
}

export interface HttpServer {
  /** Where people reach it: `http://127.0.0.1:3000`. */
  url: string
  /** Stops listening, says good-bye to live connections, lets running answers end for `graceMs`, then cuts them off. May be called twice. */
  close: (options?: { graceMs?: number }) => Promise<void>
}

/** Times of a connection, in milliseconds. An answer may take as long as it likes (downloads, event streams). */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16 * 1024,
}
/** Without a byte in either direction; live connections have a heartbeat. */
const IDLE_MS = 120_000
const SWEEP_MS = 50
/** What a client may send over a WebSocket, where nothing is expected. */
const MAX_SOCKET_MESSAGE = 16 * 1024

/** Starts listening; raises a clear error when the port is taken. */
export async function createHttpServer({ app, hub, host, port }: HttpServerDeps): Promise<HttpServer> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_SOCKET_MESSAGE, perMessageDeflate: false })
  const server = createAdaptorServer({
    fetch: (request, env) => app.fetch(request, env),
    createServer,
    serverOptions: {
      ...limits,
      // Else Node hands every upgrade to the WebSocket listener, and `curl --http2` (h2c) would hang for ever.
      shouldUpgradeCallback: request => request.headers.upgrade?.toLowerCase() === 'websocket',
    },
    websocket: { server: sockets },
  }) as Server
  server.timeout = IDLE_MS
  const unused = trackUnusedConnections(server)
  await listen(server, host, port)

  let closing: Promise<void> | undefined
  async function close(graceMs: number): Promise<void> {
    const closed = once(server, 'close')
    server.close()
    hub.close()
    unused.destroy()
    // A connection that has had its answer stays open for a next request, which must not come now.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
    const cut = setTimeout(() => {
      server.closeAllConnections()
      // Upgraded sockets are no longer the HTTP server's.
      sockets.clients.forEach(socket => socket.terminate())
    }, graceMs)
    await closed
    clearInterval(sweep)
    clearTimeout(cut)
  }

  return { url: urlOf(server.address() as AddressInfo), close: ({ graceMs = 5000 } = {}) => closing ??= close(graceMs) }
}

const reasons: Partial<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) => `Port ${port} on ${host} is in use by another program. Stop that one, or set PORT to a free port.`,
  EACCES: (_, port) => `Port ${port} may not be opened by this user. Set PORT to one above 1023.`,
  EADDRNOTAVAIL: host => `${host} is not an address of this machine. Set HOST to one that is.`,
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  }
  catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? '']
    throw reason ? new Error(reason(host, port), { cause: error }) : error
  }
}

function urlOf({ address, family, port }: AddressInfo): string {
  const everywhere = address === '::' || address === '0.0.0.0'
  return `http://${everywhere ? 'localhost' : family === 'IPv6' ? `[${address}]` : address}:${port}`
}
