/*
 * A large shop that costs next to nothing to serve: `node shop-process.ts <products> <json-ld|markup>`. It answers from
 * prepared bytes on plain sockets, so that a bench measures the reader and not the server.
 */
import type { AddressInfo, Socket } from 'node:net'
import type { PageKind } from './page.ts'
import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import { createServer } from 'node:net'
import process from 'node:process'
import { filler, numberOf, pageBytes, pageHead } from './page.ts'

const [count = '10', kind = 'json-ld'] = process.argv.slice(2)
const products = Number(count)
const perSitemap = 50_000
let origin = ''
let tail: Buffer = Buffer.alloc(0)

function text(type: string, body: string): Buffer {
  return Buffer.from(`HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
}

function sitemap(part: number): string {
  const first = part * perSitemap
  const urls = Array.from({ length: Math.min(perSitemap, products - first) }, (_, offset) => `<url><loc>${origin}/p/${numberOf(first + offset)}</loc></url>`)
  return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`
}

function sitemapIndex(): string {
  const parts = Array.from({ length: Math.ceil(products / perSitemap) }, (_, part) => `<sitemap><loc>${origin}/sitemap-${part}.xml</loc></sitemap>`)
  return `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${parts.join('')}</sitemapindex>`
}

function answer(socket: Socket, path: string): void {
  const product = /^\/p\/(\d+)$/.exec(path)?.[1]
  if (product !== undefined && Number(product) < products) {
    const head = pageHead(kind as PageKind, Number(product), origin)
    socket.cork()
    socket.write(`HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(head) + tail.length}\r\n\r\n${head}`)
    socket.write(tail)
    return socket.uncork()
  }
  const part = /^\/sitemap-(\d+)\.xml$/.exec(path)?.[1]
  if (path === '/robots.txt')
    socket.write(text('text/plain', `User-agent: *\nSitemap: ${origin}/sitemap.xml\n`))
  else if (path === '/sitemap.xml')
    socket.write(text('application/xml', sitemapIndex()))
  else if (part !== undefined)
    socket.write(text('application/xml', sitemap(Number(part))))
  else if (path === '/')
    socket.write(text('text/html', '<!doctype html><title>Fernwood</title><h1>Fernwood</h1>'))
  else
    socket.write('HTTP/1.1 404 Not Found\r\ncontent-type: text/html\r\ncontent-length: 0\r\n\r\n')
}

const server = createServer((socket) => {
  let rest = ''
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    const requests = (rest + chunk.toString('latin1')).split('\r\n\r\n')
    rest = requests.pop()!
    for (const request of requests)
      answer(socket, request.slice(request.indexOf(' ') + 1, request.indexOf(' HTTP/')))
  })
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
tail = filler(pageBytes - Buffer.byteLength(pageHead(kind as PageKind, 0, origin)))
console.log(`shop at ${origin}`)
// Whoever started it holds its standard input: it ends with them.
process.stdin.resume().on('end', () => process.exit())
