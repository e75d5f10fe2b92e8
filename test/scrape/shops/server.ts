import type { Buffer } from 'node:buffer'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'

export interface Visit {
  path: string
  at: number
  headers: IncomingMessage['headers']
}

export interface TestServer extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`, no slash at the end. */
  origin: string
  host: string
  visits: Visit[]
  /** TCP connections so far. */
  connections: () => number
}

export type Handler = (request: { path: string, url: URL, headers: IncomingMessage['headers'] }, response: ServerResponse) => unknown

/** A real HTTP server on a free port of the loopback interface that remembers who asked for what. */
export async function serve(handler: Handler): Promise<TestServer> {
  const visits: Visit[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    visits.push({ path, at: performance.now(), headers: request.headers })
    void handler({ path, url: new URL(path, 'http://shop'), headers: request.headers }, response)
  })
  let connections = 0
  server.on('connection', () => connections++)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    visits,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

export function send(response: ServerResponse, status: number, body: string | Buffer, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
  response.end(body)
}

export function sendJson(response: ServerResponse, body: unknown, headers: Record<string, string> = {}): void {
  send(response, 200, JSON.stringify(body), { 'content-type': 'application/json; charset=utf-8', ...headers })
}

export function notFound(response: ServerResponse): void {
  send(response, 404, '<!doctype html><title>404 Not Found</title><h1>Not found</h1>')
}
