import type { HttpServer } from '../../../server/http/server.ts'
import type { Given } from './api.ts'
import { createHttpServer } from '../../../server/http/server.ts'
import { createTestApi } from './api.ts'

export type TestServer = ReturnType<typeof createTestApi> & HttpServer & AsyncDisposable & { port: number }

/** The test application on a free port of 127.0.0.1. */
export async function listen(given: Given = {}): Promise<TestServer> {
  const api = createTestApi(given)
  const server = await createHttpServer({ app: api.app, hub: api.hub, host: '127.0.0.1', port: 0 })
  return { ...api, ...server, port: Number(new URL(server.url).port), [Symbol.asyncDispose]: () => server.close({ graceMs: 100 }) }
}
