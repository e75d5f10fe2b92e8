import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { ShopProxy } from '../../../server/contract/shop-access.ts'
import { fakeDns } from '../shops/dns.ts'
import { send, serve } from '../shops/server.ts'
import { serveSocks } from '../shops/socks.ts'
import { errorOf, request, testFetch } from './world.ts'

const publicAddress = '93.184.216.34'

test.each([undefined, { username: 'me', password: 'sécret' }])('requests go through a SOCKS proxy to the address that was looked up here (%j)', async (credentials) => {
  await using shop = await serve(({ path }, response) => send(response, 200, `at ${path}`))
  await using socks = await serveSocks({ credentials, reach: () => ({ host: '127.0.0.1', port: Number(new URL(shop.origin).port) }) })
  await using fetching = testFetch([], { allowPrivateProxies: [socks.host], resolve: fakeDns({ 'shop.example': [publicAddress] }).resolve })
  for (const path of ['/a', '/b', '/c']) {
    await using response = await fetching.fetch(request(`http://shop.example${path}`, { proxy: { url: socks.url, ...credentials } }))
    expect((await response.bytes()).toString()).toBe(`at ${path}`)
  }
  expect([...new Set(socks.asked)]).toEqual([`${publicAddress}:80`])
  expect(shop.visits[0]!.headers.host).toBe('shop.example')
})

test.each(['http://127.0.0.1/', 'http://inner.example/'])('%s is refused before the proxy hears of it', async (url) => {
  await using socks = await serveSocks()
  await using fetching = testFetch([], { allowPrivateProxies: [socks.host], resolve: fakeDns({ 'inner.example': ['10.0.0.1'] }).resolve })
  expect((await errorOf(fetching, url, { proxy: { url: socks.url } })).code).toBe('address-forbidden')
  expect(socks.asked).toEqual([])
})

describe('a SOCKS proxy that may not be used, or does not work', () => {
  test.each(['socks5://127.0.0.1:1080', 'socks5://2130706433', 'socks5://0x7f.1:1080', 'socks5://[::1]:1080', 'socks5://localhost', 'socks5://mail.example:25', 'socks4://proxy.example', 'socks5://'])('%s is no proxy of ours', async (url) => {
    await using fetching = testFetch([], { resolve: fakeDns({}).resolve })
    expect(await errorOf(fetching, `http://${publicAddress}/`, { proxy: { url } })).toMatchObject({ code: 'proxy-failed', retryable: false })
  })

  test('wrong credentials, refusals, silence and nonsense are told apart, and no secret is in what is said', async () => {
    await using wanting = await serveSocks({ credentials: { username: 'me', password: 'right' } })
    await using forbidding = await serveSocks({ reply: 2 })
    await using failing = await serveSocks({ reply: 5 })
    const nonsense = createServer(socket => socket.on('error', () => {}).end('SSH-2.0-OpenSSH_9.9\r\n'))
    const silent = createServer(() => {})
    await Promise.all([nonsense, silent].map(async server => once(server.listen(0, '127.0.0.1'), 'listening')))
    const [nonsenseHost, silentHost] = [nonsense, silent].map(server => `127.0.0.1:${(server.address() as { port: number }).port}`) as [string, string]
    {
      await using fetching = testFetch([], { allowPrivateProxies: [wanting.host, forbidding.host, failing.host, nonsenseHost, silentHost], times: { connectMs: 500 } })
      const through = async (url: string, password = 'canary-7281') => errorOf(fetching, `http://${publicAddress}/`, { proxy: { url, username: 'me', password } })
      const wrong = await through(wanting.url)
      expect(wrong).toMatchObject({ code: 'proxy-failed', retryable: false, message: 'The brand\'s proxy does not accept the user name and password.' })
      for (let error: unknown = wrong; error instanceof Error; error = error.cause)
        expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('canary-7281')
      expect(await through(wanting.url, 'x'.repeat(300))).toMatchObject({ code: 'proxy-failed', retryable: false })
      expect(await errorOf(fetching, `http://${publicAddress}/`, { proxy: { url: wanting.url } })).toMatchObject({ code: 'proxy-failed', retryable: false })
      expect(await through(forbidding.url)).toMatchObject({ code: 'proxy-failed', retryable: false, message: 'The brand\'s proxy does not connect to the shop (NotAllowed).' })
      expect(await through(failing.url)).toMatchObject({ code: 'proxy-failed', retryable: true, message: 'The brand\'s proxy does not connect to the shop (ConnectionRefused).' })
      expect(await through(`socks5://${nonsenseHost}`)).toMatchObject({ code: 'proxy-failed', retryable: false, message: 'The brand\'s proxy does not answer as a proxy does.' })
      expect(await through(`socks5://${silentHost}`)).toMatchObject({ code: 'proxy-failed', retryable: true, message: 'The brand\'s proxy did not answer in time.' })
    }
    nonsense.close()
    silent.close()
  })
})

test.each([
  ['socks5://proxy.example', true],
  ['socks5://proxy.example:9050/', true],
  ['socks5://me:secret@proxy.example', false],
  ['socks5://proxy.example/path', false],
  ['socks4://proxy.example', false],
  ['ftp://proxy.example', false],
])('%s may be a brand\'s proxy: %s', (url, isValid) => {
  expect(ShopProxy.safeParse({ url }).success).toBe(isValid)
})
