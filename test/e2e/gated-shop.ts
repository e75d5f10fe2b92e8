import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { createServer } from 'node:http'

export interface GatedShop extends AsyncDisposable {
  url: string
  paths: string[]
  /** Resolves when the gate has closed behind `open` different product pages: the scrape is in the middle then. */
  halfway: Promise<void>
  /** Opens the gate for good; what waits before it is answered. */
  release: () => void
}

function productPage(origin: string, number: number): string {
  const product = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    'name': `Chair ${number}`,
    'sku': `CH-${number}`,
    'brand': { '@type': 'Brand', 'name': 'Gated' },
    'image': `${origin}/chair-${number}.jpg`,
    'offers': { '@type': 'Offer', 'price': `${100 + number}.50`, 'priceCurrency': 'EUR', 'availability': 'https://schema.org/InStock' },
  }
  return `<!doctype html><html lang="en"><title>Chair ${number}</title><script type="application/ld+json">${JSON.stringify(product)}</script><h1>Chair ${number}</h1>`
}

/** A shop of `count` products that answers the first `open` product pages and keeps everyone else waiting until it is released. */
export async function startGatedShop({ count, open }: { count: number, open: number }): Promise<GatedShop> {
  const paths = Array.from({ length: count }, (_, at) => `/products/chair-${at + 1}`)
  const asked = new Set<string>()
  const halfway = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`
    const path = request.url!
    if (path === '/sitemap.xml') {
      response.end(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map(each => `<url><loc>${origin}${each}</loc></url>`).join('')}</urlset>`)
      return
    }
    if (path === '/') {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>Gated</title><h1>Gated</h1>')
      return
    }
    if (!paths.includes(path)) {
      response.writeHead(404).end()
      return
    }
    const answer = (): void => void response.setHeader('content-type', 'text/html').end(productPage(origin, paths.indexOf(path) + 1))
    asked.add(path)
    if (asked.size <= open)
      return answer()
    halfway.resolve()
    void gate.promise.then(answer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    paths,
    halfway: halfway.promise,
    release: gate.resolve,
    async [Symbol.asyncDispose]() {
      gate.resolve()
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
