import type { ServerResponse } from 'node:http'
import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import { createServer } from 'node:net'
import process from 'node:process'
import { pipeline, Readable } from 'node:stream'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { send, serve } from '../shops/server.ts'
import { errorOf, request, testFetch } from './world.ts'

const megabyte = 1024 * 1024
const zeros = Buffer.alloc(50 * megabyte)
const text = Buffer.from('<h1>Käse – 5 €</h1>'.repeat(200))

const codings: Record<string, (body: Buffer) => Buffer> = { 'gzip': body => gzipSync(body), 'x-gzip': body => gzipSync(body), 'deflate': body => deflateSync(body), 'br': body => brotliCompressSync(body), 'zstd': body => zstdCompressSync(body) }

function encoded(response: ServerResponse, coding: string, body: Buffer): void {
  send(response, 200, body, { 'content-encoding': coding })
}

describe('packed answers', () => {
  test.each(Object.keys(codings))('%s is unpacked', async (coding) => {
    await using shop = await serve((_, response) => encoded(response, coding, codings[coding]!(text)))
    await using fetching = testFetch([shop])
    await using response = await fetching.fetch(request(shop.origin))
    expect(await response.bytes()).toEqual(text)
  })

  test('raw deflate, two codings on top of each other, and none by name', async () => {
    await using shop = await serve(({ path }, response) => {
      if (path === '/raw')
        return encoded(response, 'deflate', deflateRawSync(text))
      return path === '/two' ? encoded(response, 'gzip, br', brotliCompressSync(gzipSync(text))) : encoded(response, 'identity', text)
    })
    await using fetching = testFetch([shop])
    for (const path of ['/raw', '/two', '/none']) {
      await using response = await fetching.fetch(request(shop.origin + path))
      expect(await response.bytes(), path).toEqual(text)
    }
  })

  test('a body cut short inside its gzip is read as far as it goes', async () => {
    const packed = gzipSync(Buffer.from(Array.from({ length: 20_000 }, (_, index) => String(index)).join(' ')))
    await using shop = await serve((_, response) => encoded(response, 'gzip', packed.subarray(0, packed.length - 500)))
    await using fetching = testFetch([shop])
    await using response = await fetching.fetch(request(shop.origin))
    expect((await response.bytes()).length).toBeGreaterThan(50_000)
  })

  test('damaged and unknown packing is told as such', async () => {
    await using shop = await serve(({ path }, response) => encoded(response, path === '/odd' ? 'compress-my-way' : 'gzip', path === '/many' ? text : Buffer.from('not gzip at all, sorry')))
    await using fetching = testFetch([shop])
    expect((await errorOf(fetching, `${shop.origin}/damaged`)).code).toBe('unsupported-content')
    expect((await errorOf(fetching, `${shop.origin}/odd`)).code).toBe('unsupported-content')
  })
})

describe('answers without measure', () => {
  test('bombs of a thousand to one end at once in every coding, also one inside the other', async () => {
    const bombs: [string, Buffer][] = Object.entries(codings).map(([coding, pack]) => [coding, pack(zeros)])
    for (const [coding, pack] of Object.entries(codings))
      bombs.push([`gzip, ${coding}`, pack(gzipSync(zeros))])
    await using shop = await serve(({ url }, response) => encoded(response, ...bombs[Number(url.searchParams.get('n'))]!))
    await using fetching = testFetch([shop])
    const before = process.memoryUsage().rss
    for (const index of bombs.keys())
      expect((await errorOf(fetching, `${shop.origin}/?n=${index}`)).code, bombs[index]![0]).toBe('too-large')
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * megabyte)
  })

  test('a 30 MB page is refused by its length before a byte of it is read', async () => {
    await using shop = await serve((_, response) => send(response, 200, Buffer.alloc(30 * megabyte, 'x')))
    await using fetching = testFetch([shop])
    expect(await errorOf(fetching, shop.origin)).toMatchObject({ code: 'too-large', retryable: false, message: 'The answer is larger than 10 MB.' })
  })

  test('a body without end is cut at the limit', async () => {
    let sent = 0
    const endless = new Readable({
      read() {
        sent += 65_536
        this.push(Buffer.alloc(65_536, 'x'))
      },
    })
    await using shop = await serve((_, response) => pipeline(endless, response, () => {}))
    await using fetching = testFetch([shop])
    expect((await errorOf(fetching, shop.origin)).code).toBe('too-large')
    expect(sent).toBeLessThan(20 * megabyte)
  })

  test('headers without measure are refused', async () => {
    await using shop = await serve((_, response) => send(response, 200, '', { 'x-long': 'y'.repeat(60_000) }))
    await using fetching = testFetch([shop])
    expect((await errorOf(fetching, shop.origin)).code).toBe('too-large')
  })
})

describe('answers without end', () => {
  const times = { headersMs: 300, idleMs: 300, totalMs: 600, slowAfterMs: 100, minBytesPerSecond: 1000 }

  test('a host that says nothing is left', async () => {
    await using shop = await serve(() => {})
    await using fetching = testFetch([shop], { times })
    expect(await errorOf(fetching, shop.origin)).toMatchObject({ code: 'timeout', retryable: true })
  })

  test('a host that drips is left, whether in its headers or in its body', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => socket.write('X-Drip: 1\r\n'), 50)
      socket.on('close', () => clearInterval(timer))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const host = `127.0.0.1:${(server.address() as { port: number }).port}`
    await using dripping = await serve((_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'), 30)
      response.on('close', () => clearInterval(timer))
    })
    await using fetching = testFetch([{ host }, dripping], { times })
    expect((await errorOf(fetching, `http://${host}/`)).code).toBe('timeout')
    expect(await errorOf(fetching, dripping.origin)).toMatchObject({ code: 'timeout', message: 'The host sends too slowly.' })
    server.close()
  })

  test('the time for the whole answer counts although every pause is short', async () => {
    await using shop = await serve((_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write(Buffer.alloc(10_000, 'x')), 50)
      response.on('close', () => clearInterval(timer))
    })
    await using fetching = testFetch([shop], { times })
    expect(await errorOf(fetching, shop.origin)).toMatchObject({ code: 'timeout', message: 'The host took too long to answer.' })
  })

  test('a connection broken in the middle of the body is an error, not a short page', async () => {
    await using shop = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('half', () => response.destroy())
    })
    await using fetching = testFetch([shop])
    expect(await errorOf(fetching, shop.origin)).toMatchObject({ code: 'connection-failed', retryable: true })
  })

  test('a closed port and a name that does not exist are told apart', async () => {
    const shop = await serve(() => {})
    await shop[Symbol.asyncDispose]()
    await using fetching = testFetch([shop], { resolve: (_, __, answer) => answer(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []) })
    expect(await errorOf(fetching, shop.origin)).toMatchObject({ code: 'host-unreachable', retryable: true })
    expect(await errorOf(fetching, 'https://no-such-shop.example/')).toMatchObject({ code: 'host-unreachable', retryable: false, message: 'There is no such host.' })
  })

  test('the caller\'s abort ends the request with the caller\'s reason', async () => {
    await using shop = await serve((_, response) => {
      response.writeHead(200)
      response.write('begun')
    })
    await using fetching = testFetch([shop])
    const controller = new AbortController()
    const reason = new Error('cancelled by a person')
    await using response = await fetching.fetch(request(shop.origin, { signal: controller.signal }))
    const reading = response.bytes()
    controller.abort(reason)
    await expect(reading).rejects.toBe(reason)
    await expect(fetching.fetch(request(shop.origin, { signal: controller.signal }))).rejects.toBe(reason)
  })
})

describe('redirects', () => {
  test('a loop of two and a road without end are given up after five', async () => {
    await using shop = await serve(({ url }, response) => send(response, 302, '', { location: url.pathname === '/a' ? '/b' : url.pathname === '/b' ? '/a' : `/${Number(url.pathname.slice(1)) + 1}` }))
    await using fetching = testFetch([shop])
    expect((await errorOf(fetching, `${shop.origin}/a`)).code).toBe('too-many-redirects')
    expect((await errorOf(fetching, `${shop.origin}/1`)).code).toBe('too-many-redirects')
    expect(shop.visits).toHaveLength(12)
  })

  test('relative, UTF-8 and fragment targets are followed; the way is kept', async () => {
    await using shop = await serve(({ url }, response) => {
      if (url.pathname === '/start')
        return send(response, 301, '', { location: '/k\u00C3\u00A4se?x=1#part' })
      return send(response, 200, url.pathname + url.search)
    })
    await using fetching = testFetch([shop])
    await using response = await fetching.fetch(request(`${shop.origin}/start`))
    expect((await response.bytes()).toString()).toBe('/k%C3%A4se?x=1')
    expect(response).toMatchObject({ url: `${shop.origin}/k%C3%A4se?x=1`, redirects: [`${shop.origin}/start`] })
  })
})
