import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createSecureServer } from 'node:http2'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fakeDns } from '../shops/dns.ts'
import { serveProxy } from '../shops/proxy.ts'
import { send, serve } from '../shops/server.ts'
import { errorOf, request, testFetch } from './world.ts'

const publicAddress = '93.184.216.34'

describe('the way through a proxy', () => {
  test('every request goes by CONNECT to the address that was looked up here, over connections that are used again', async () => {
    await using shop = await serve(({ path }, response) => path === '/' ? send(response, 302, '', { location: '/en' }) : send(response, 200, `at ${path}`))
    const port = Number(new URL(shop.origin).port)
    await using proxy = await serveProxy({ reach: () => ({ host: '127.0.0.1', port }) })
    const dns = fakeDns({ 'shop.example': [publicAddress] })
    await using fetching = testFetch([], { allowPrivateProxies: [proxy.host], resolve: dns.resolve })
    for (let index = 0; index < 3; index++) {
      await using response = await fetching.fetch(request('http://shop.example/', { proxy: { url: proxy.url } }))
      expect((await response.bytes()).toString()).toBe('at /en')
    }
    expect([...new Set(proxy.asked)]).toEqual([`${publicAddress}:80`])
    expect(proxy.asked.length).toBeLessThan(6)
    expect(shop.visits[0]!.headers.host).toBe('shop.example')
    expect(shop.visits.every(({ headers }) => !('proxy-authorization' in headers))).toBe(true)
  })

  test('over https the certificate is the shop\'s own, and HTTP/2 is spoken through the tunnel', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gleaner-tls-'))
    const files = { key: join(folder, 'key.pem'), cert: join(folder, 'cert.pem') }
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=shop.example', '-addext', 'subjectAltName=DNS:shop.example', '-keyout', files.key, '-out', files.cert], { stdio: 'ignore' })
    const ca = readFileSync(files.cert, 'utf8')
    const server = createSecureServer({ key: readFileSync(files.key), cert: ca }, (incoming, response) => response.end(`spoke ${incoming.httpVersion}`))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    {
      const { port } = server.address() as { port: number }
      await using proxy = await serveProxy({ credentials: 'me:secret', reach: () => ({ host: '127.0.0.1', port }) })
      const { resolve } = fakeDns({ 'shop.example': [publicAddress], 'other.example': [publicAddress] })
      await using fetching = testFetch([], { allowPrivateProxies: [proxy.host], resolve, ca })
      const access = { proxy: { url: proxy.url, username: 'me', password: 'secret' } }
      await using response = await fetching.fetch(request('https://shop.example/', access))
      expect((await response.bytes()).toString()).toBe('spoke 2.0')
      expect(proxy.asked).toEqual([`${publicAddress}:443`])
      // A proxy that leads elsewhere is noticed.
      expect(await errorOf(fetching, 'https://other.example/', access)).toMatchObject({ code: 'connection-failed', message: 'The certificate of the host is not valid.' })
    }
    server.close()
    rmSync(folder, { recursive: true })
  })

  test.each<[string, Record<string, string[]>]>([
    ['http://127.0.0.1/', {}],
    ['http://169.254.169.254/latest/meta-data/', {}],
    ['http://inner.example/', { 'inner.example': ['10.0.0.1'] }],
    ['http://mixed.example/', { 'mixed.example': [publicAddress, '192.168.1.1'] }],
    ['http://six.example/', { 'six.example': ['::ffff:127.0.0.1'] }],
    ['http://localhost/', {}],
  ])('%s is refused before the proxy hears of it', async (url, names) => {
    await using proxy = await serveProxy()
    await using fetching = testFetch([], { allowPrivateProxies: [proxy.host], resolve: fakeDns(names).resolve })
    expect((await errorOf(fetching, url, { proxy: { url: proxy.url } })).code).toBe('address-forbidden')
    expect(proxy.asked).toEqual([])
  })

  test('a name that turns private between two requests is looked up anew for each connection', async () => {
    let isPrivate = false
    await using shop = await serve((_, response) => send(response, 302, '', { location: 'http://turning.example/' }))
    const port = Number(new URL(shop.origin).port)
    await using proxy = await serveProxy({ reach: () => ({ host: '127.0.0.1', port }) })
    await using fetching = testFetch([], {
      allowPrivateProxies: [proxy.host],
      resolve: (hostname, _, callback) => {
        const address = hostname === 'turning.example' && isPrivate ? '10.0.0.1' : publicAddress
        isPrivate = true
        callback(null, [{ address, family: 4 }])
      },
    })
    expect((await errorOf(fetching, 'http://shop.example/', { proxy: { url: proxy.url } })).code).toBe('address-forbidden')
    expect(proxy.asked).toEqual([`${publicAddress}:80`])
  })
})

describe('a proxy that may not be used, or does not work', () => {
  test.each(['http://127.0.0.1:8080', 'http://10.1.2.3:3128', 'http://localhost:3128', 'http://[::1]:3128', 'http://mail.example:25', 'http://files.example:21', 'nonsense'])('%s is no proxy of ours', async (url) => {
    await using fetching = testFetch([], { resolve: fakeDns({}).resolve })
    expect(await errorOf(fetching, 'http://93.184.216.34/', { proxy: { url } })).toMatchObject({ code: 'proxy-failed', retryable: false })
  })

  test('a proxy whose name leads into a private network is not connected to, nor is a listed shop a proxy', async () => {
    await using proxy = await serveProxy()
    const { resolve } = fakeDns({ 'proxy.example': ['127.0.0.1'] })
    await using fetching = testFetch([proxy], { resolve })
    for (const url of [`http://proxy.example:${new URL(proxy.url).port}`, proxy.url])
      expect(await errorOf(fetching, 'http://93.184.216.34/', { proxy: { url } })).toMatchObject({ code: 'proxy-failed', message: 'The address of the brand\'s proxy is not on the public internet.' })
    expect(proxy.asked).toEqual([])
  })

  test('a proxy in a private network that the operator has listed is no shop', async () => {
    await using proxy = await serveProxy()
    await using fetching = testFetch([], { allowPrivateProxies: [proxy.host] })
    expect((await errorOf(fetching, `${proxy.url}/`)).code).toBe('address-forbidden')
  })

  test('wrong credentials, refusals, a dead proxy and one that is none are told apart, and no secret is in what is said', async () => {
    await using proxy = await serveProxy({ credentials: 'me:right' })
    await using refusing = await serveProxy({ status: 403 })
    await using broken = await serveProxy({ status: 502 })
    const nonsense = createServer(socket => socket.on('error', () => {}).end('SSH-2.0-OpenSSH_9.9\r\n\r\n'))
    const silent = createServer(() => {})
    await Promise.all([nonsense, silent].map(async server => once(server.listen(0, '127.0.0.1'), 'listening')))
    const [nonsenseHost, silentHost] = [nonsense, silent].map(server => `127.0.0.1:${(server.address() as { port: number }).port}`) as [string, string]
    {
      await using fetching = testFetch([], { allowPrivateProxies: [proxy.host, refusing.host, broken.host, nonsenseHost, silentHost], times: { connectMs: 500 } })
      const through = async (url: string) => errorOf(fetching, 'http://93.184.216.34/', { proxy: { url, username: 'me', password: 'canary-7281' } })
      const wrong = await through(proxy.url)
      expect(wrong).toMatchObject({ code: 'proxy-failed', retryable: false, message: 'The brand\'s proxy does not accept the user name and password (407).' })
      expect(JSON.stringify(wrong, Object.getOwnPropertyNames(wrong))).not.toMatch(new RegExp(`canary-7281|${Buffer.from('me:canary-7281').toString('base64')}`))
      expect(await through(refusing.url)).toMatchObject({ code: 'proxy-failed', retryable: false, message: 'The brand\'s proxy does not connect to the shop (403).' })
      expect(await through(broken.url)).toMatchObject({ code: 'proxy-failed', retryable: true })
      expect(await through(`http://${nonsenseHost}`)).toMatchObject({ code: 'proxy-failed', retryable: false, message: 'The brand\'s proxy does not answer as a proxy does.' })
      expect(await through(`http://${silentHost}`)).toMatchObject({ code: 'proxy-failed', retryable: true })
      await proxy.stop()
      expect(await through(proxy.url)).toMatchObject({ code: 'proxy-failed', retryable: true, message: 'The brand\'s proxy cannot be reached.' })
    }
    nonsense.close()
    silent.close()
  })
})
