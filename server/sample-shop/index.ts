import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createSampleShop } from './app.ts'

export { sampleBrand } from './item.ts'
export { emptyPath, retiredPath } from './sitemap.ts'
export { sampleProducts } from './truth.ts'
export type { SampleProduct } from './truth.ts'

export interface RunningShop extends AsyncDisposable {
  /** Origin without a slash at its end, `http://127.0.0.1:<port>`. */
  url: string
  close: () => Promise<void>
}

/**
 * Serves the bundled shop on 127.0.0.1: 48 products in six categories, described in all the ways that real shops use,
 * and two addresses in its sitemap that cannot be read (a 404 and a page without data).
 * Port 0, the default, takes a free one; one that is taken rejects with `EADDRINUSE`.
 */
export async function startSampleShop({ port = 0 }: { port?: number } = {}): Promise<RunningShop> {
  const listener = getRequestListener(createSampleShop().fetch)
  const server = createServer((request, response) => void listener(request, response))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')

  async function close(): Promise<void> {
    if (!server.listening)
      return
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close,
    [Symbol.asyncDispose]: close,
  }
}
