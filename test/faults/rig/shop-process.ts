/*
 * The shop that is scraped, in a process of its own: `node shop-process.ts <products> <delayMs>`.
 * Says where it is, and answers `visits` on standard input with how often each path was asked for.
 */
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { createServer } from 'node:http'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { goods, productPage, textPage } from '../../scrape/shops/goods.ts'
import { urlset } from '../../scrape/shops/sitemap-shop.ts'

const [count = 10, delayMs = 0] = process.argv.slice(2).map(Number)
const pages = new Map(goods(count).map(good => [`/shop/${good.handle}.html`, good]))
const visits = new Map<string, number>()

const server = createServer((request, response) => {
  const path = request.url ?? '/'
  visits.set(path, (visits.get(path) ?? 0) + 1)
  void answer(path, `http://${request.headers.host}`).then(({ status, type, body }) => {
    response.writeHead(status, { 'content-type': type })
    response.end(body)
  })
})

async function answer(path: string, origin: string): Promise<{ status: number, type: string, body: string }> {
  if (path === '/robots.txt')
    return { status: 200, type: 'text/plain', body: `User-agent: *\nSitemap: ${origin}/sitemap.xml\n` }
  if (path === '/sitemap.xml')
    return { status: 200, type: 'application/xml', body: urlset([...pages.keys()].map(page => origin + page)) }
  if (path === '/')
    return { status: 200, type: 'text/html; charset=utf-8', body: textPage('Fernwood') }
  const good = pages.get(path)
  if (!good)
    return { status: 404, type: 'text/html; charset=utf-8', body: '<!doctype html><title>404 Not Found</title>' }
  await sleep(delayMs)
  return { status: 200, type: 'text/html; charset=utf-8', body: productPage(good, origin + path) }
}

server.listen(0, '127.0.0.1')
await once(server, 'listening')
console.log(`shop at http://127.0.0.1:${(server.address() as AddressInfo).port}`)
for await (const order of createInterface(process.stdin)) {
  if (order === 'visits')
    console.log(`visits ${JSON.stringify(Object.fromEntries(visits))}`)
}
