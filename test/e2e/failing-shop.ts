import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { createServer } from 'node:http'

export interface FailingShop extends AsyncDisposable {
  url: string
  /** As `ALLOW_PRIVATE_HOSTS` wants it. */
  host: string
}

const product = { '@context': 'https://schema.org', '@type': 'Product', 'name': 'Good', 'sku': 'G-1', 'offers': { '@type': 'Offer', 'price': '9.50', 'priceCurrency': 'EUR' } }
const html = (status: number, text: string) => ({ status, type: 'text/html', text })

/** What a shop answers that lists five products and shows one of them: each other page fails for a reason of its own. */
const answers: Record<string, { status: number, type: string, text: string }> = {
  '/p/good': html(200, `<!doctype html><title>Good</title><script type="application/ld+json">${JSON.stringify(product)}</script><h1>Good</h1>`),
  '/p/missing': html(404, 'gone'),
  '/p/refused': html(403, 'no'),
  '/p/story': html(200, `<title>Our story</title><h1>Our story</h1><p>${'We make chairs. '.repeat(80)}`),
  '/p/file': { status: 200, type: 'application/pdf', text: '%PDF-1.7' },
}

/** A shop of which most pages cannot be read. */
export async function startFailingShop(): Promise<FailingShop> {
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`
    const urls = Object.keys(answers).map(path => `<url><loc>${origin}${path}</loc></url>`).join('')
    const answer = request.url === '/sitemap.xml'
      ? { status: 200, type: 'application/xml', text: `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>` }
      : answers[request.url!] ?? html(404, 'nothing')
    response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.text)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${host}/`,
    host,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
