import type { Brand } from '../../server/contract/brand.ts'
import type { Job } from '../../server/contract/job.ts'
import { Buffer } from 'node:buffer'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createApp } from '../../server/app.ts'
import { parseConfig } from '../../server/config.ts'
import { isFinal } from '../../server/contract/job-status.ts'
import { goods, productPage, textPage } from '../scrape/shops/goods.ts'
import { serveProxy } from '../scrape/shops/proxy.ts'
import { notFound, send, serve } from '../scrape/shops/server.ts'
import { temporaryFolder } from '../support/database.ts'
import { layEmbeddedStore } from '../support/embedded-template.ts'

const root = join(import.meta.dirname, '../..')
const secrets = { proxy: 'kanarie-proxy-4711', basic: 'kanarie-basic-4712', header: 'kanarie-header-4713', cookie: 'kanarie-cookie-4714' }
/** As they are and as HTTP sends them. */
const spellings = [...Object.values(secrets), Buffer.from(`us:${secrets.proxy}`).toString('base64'), Buffer.from(`me:${secrets.basic}`).toString('base64')]

const leaksIn = (text: string): string[] => spellings.filter(secret => text.includes(secret))

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}

test('secrets of a brand reach its proxy and its shop, and nothing else: no answer, event, log, board, file or export', async () => {
  const [good, mirror] = goods(2)
  let mirrored = 0
  const authorization = `Basic ${Buffer.from(`me:${secrets.basic}`).toString('base64')}`
  // A shop behind a password that shows what it was sent, in a page that is no product.
  await using shop = await serve(({ path, headers }, response) => {
    if (headers.authorization !== authorization)
      return send(response, 401, 'Who are you?')
    if (path === '/robots.txt')
      return send(response, 200, `User-agent: *\nSitemap: http://${headers.host}/sitemap.xml`, { 'content-type': 'text/plain' })
    if (path === '/sitemap.xml')
      return send(response, 200, `<urlset>${[good!.handle, mirror!.handle].map(handle => `<url><loc>http://${headers.host}/products/${handle}</loc></url>`).join('')}</urlset>`, { 'content-type': 'application/xml' })
    if (path === `/products/${good!.handle}`)
      return send(response, 200, productPage(good!, path))
    // A product while it is being found, a mirror when it is read.
    if (path === `/products/${mirror!.handle}`)
      return send(response, 200, mirrored++ === 0 ? productPage(mirror!, path) : textPage('Your request', `You sent ${JSON.stringify(headers)}. `))
    return path === '/' ? send(response, 200, textPage('Shop')) : notFound(response)
  })
  await using proxy = await serveProxy({ credentials: `us:${secrets.proxy}` })
  await using folder = await temporaryFolder()
  await layEmbeddedStore(join(folder.path, 'data', 'queue'))
  const heard: string[] = []
  const log = pino({ level: 'debug' }, new Writable({ write: (chunk: Buffer, _, done) => void (heard.push(chunk.toString()), done()) }))

  {
    const config = parseConfig({ PORT: '0', SAMPLE_SHOP: 'off', SHUTDOWN_GRACE_MS: '0', DATA_DIR: join(folder.path, 'data'), EXPORTS_DIR: join(folder.path, 'exports'), ALLOW_PRIVATE_HOSTS: shop.host, ALLOW_PRIVATE_PROXIES: proxy.host }, root)
    await using app = await createApp(config, { log, version: '0', terminal: { line: () => {}, bar: () => {}, done: () => {} } })
    const socket = new WebSocket(`${app.url!.replace('http', 'ws')}/api/live`, { origin: app.url! })
    socket.on('message', message => heard.push(String(message)))
    socket.on('error', () => {})

    const ask = async (path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<string> => {
      const response = await fetch(app.url + path, { method, ...body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } })
      const text = await response.text()
      heard.push(text, JSON.stringify([...response.headers]))
      return text
    }
    const brand = JSON.parse(await ask('/api/brands', {
      url: `${shop.origin}/`,
      settings: {
        delayMs: 0,
        headers: { 'X-Api-Key': secrets.header, 'Cookie': `session=${secrets.cookie}` },
        basicAuth: { username: 'me', password: secrets.basic },
        proxy: { url: proxy.url, username: 'us', password: secrets.proxy },
      },
    })) as Brand
    expect(brand.settings).toEqual({ delayMs: 0, headers: { 'X-Api-Key': null, 'Cookie': null }, basicAuth: { username: 'me', password: null }, proxy: { url: proxy.url, username: 'us', password: null } })
    // Input that is refused is not said again.
    expect(await ask(`/api/brands/${brand.id}`, { settings: { proxy: { url: `http://us:${secrets.proxy}@proxy.example` }, basicAuth: { username: 'a:b', password: secrets.basic }, headers: { a: [secrets.header] } } }, 'PATCH')).toContain('invalid-input')

    const last = JSON.parse(await ask('/api/exports', { brandId: brand.id, refresh: true })) as Job
    await expect.poll(async () => isFinal((JSON.parse(await ask(`/api/jobs/${last.id}`)) as Job).status), { timeout: 60_000, interval: 100 }).toBe(true)
    expect(JSON.parse(await ask(`/api/jobs/${last.id}`))).toMatchObject({ status: 'completed', result: { rows: expect.any(Number) as number } })

    const { items: jobs } = JSON.parse(await ask('/api/jobs')) as { items: Job[] }
    const pages = (await Promise.all(jobs.map(async ({ id }) => JSON.parse(await ask(`/api/jobs/${id}/pages`)) as { items: { id: string }[] } | { id: string }[]))).flatMap(page => Array.isArray(page) ? page : page.items)
    const saved = await Promise.all(pages.map(({ id }) => ask(`/api/pages/${id}`)))
    expect(saved.join(''), 'the mirror was kept, with its face covered').toContain('•••')
    for (const { id } of jobs)
      await Promise.all(['', '/timeline', '/flow', '/ledger'].map(part => ask(`/api/jobs/${id}${part}`)))
    await Promise.all(['/api/brands', `/api/brands/${brand.id}`, '/api/products', '/api/exports', `/api/export/${last.id}`, '/api/overview', '/api/failures', '/api/workers', '/api/queues', '/bull', '/bull/api/queues?activeQueue=scrape-brand&status=completed&page=1&jobsPerPage=50', '/bull/api/queues?activeQueue=scrape-product-details&status=completed&page=1&jobsPerPage=50', '/readyz'].map(path => ask(path)))
    await ask('/api/recipes/test', { url: `${shop.origin}/products/${mirror!.handle}`, brandId: brand.id })
    socket.terminate()
  }

  expect(proxy.asked.length).toBeGreaterThan(0)
  expect(shop.connections(), 'nothing went past the proxy').toBe(proxy.asked.length)
  expect(shop.visits.filter(({ path }) => path !== '/robots.txt').every(({ headers }) => headers['x-api-key'] === secrets.header && headers.cookie === `session=${secrets.cookie}`)).toBe(true)
  expect(heard.some(text => text.includes('scrape-brand')), 'the log and the socket were heard').toBe(true)
  expect(heard.flatMap(leaksIn)).toEqual([])
  const files = (await filesBelow(folder.path)).filter(path => !path.endsWith('secret.key'))
  expect(files.length).toBeGreaterThan(3)
  for (const path of files)
    expect(leaksIn(await readFile(path, 'latin1')), path).toEqual([])
}, 90_000)
