import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createSecureServer } from 'node:http2'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isSameShop } from '../../../server/contract/shop-access.ts'
import { createCookieJar } from '../../../server/scrape/fetch/cookies.ts'
import { ownHeaders } from '../../../server/scrape/fetch/headers.ts'
import { retryAfterMs } from '../../../server/scrape/fetch/retry-after.ts'
import { send, serve } from '../shops/server.ts'
import { errorOf, request, testFetch } from './world.ts'

test('the request says honestly who asks', async () => {
  await using shop = await serve((_, response) => send(response, 200, 'ok'))
  await using fetching = testFetch([shop], { userAgent: 'Gleaner/1.0 (+mailto:buyer@example.com)' })
  await using response = await fetching.fetch(request(shop.origin, { headersFor: () => ({ 'user-agent': 'Mozilla/5.0' }) }))
  await response.bytes()
  expect(shop.visits[0]!.headers).toMatchObject({ 'user-agent': 'Gleaner/1.0 (+mailto:buyer@example.com)', 'accept-encoding': 'br, zstd, gzip, deflate' })
})

test('cookies of a run come back to their host, path and time only', () => {
  let now = 1000
  const jar = createCookieJar(() => now)
  const shop = new URL('https://www.shop.example/en/list')
  jar.take(shop, ['a=1; Path=/', 'b=2', 'c=3; Domain=shop.example; Path=/; Secure', 'd=4; Domain=example; Path=/', 'e=5; Domain=other.example; Path=/', 'f=6; Path=/; Max-Age=10', 'g=7; Path=/; Max-Age=0', 'broken', '=x'])
  expect(jar.header(new URL('https://www.shop.example/en/more'))).toBe('a=1; b=2; c=3; f=6')
  expect(jar.header(new URL('http://www.shop.example/'))).toBe('a=1; f=6')
  expect(jar.header(new URL('https://cdn.shop.example/'))).toBe('c=3')
  expect(jar.header(new URL('https://evilshop.example/'))).toBeUndefined()
  now = 20_000
  expect(jar.header(new URL('http://www.shop.example/'))).toBe('a=1')
  jar.take(shop, ['a=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT'])
  expect(jar.header(new URL('http://www.shop.example/'))).toBeUndefined()
})

test('a shop that sets a cookie and sends us back sees it', async () => {
  await using shop = await serve(({ headers }, response) => headers.cookie === 'seen=yes' ? send(response, 200, 'welcome') : send(response, 302, '', { 'location': '/', 'set-cookie': 'seen=yes; Path=/' }))
  await using fetching = testFetch([shop])
  await using response = await fetching.fetch(request(shop.origin, { cookies: createCookieJar(Date.now) }))
  expect((await response.bytes()).toString()).toBe('welcome')
})

test('a brand\'s own headers may not touch the connection, and go to the brand alone', () => {
  expect(ownHeaders({ 'Authorization': 'Basic eA==', 'Host': 'other', 'Content-Length': '9', 'X Bad': '1', 'X-Split': 'a\r\nb: c', 'X-Country': 'DE' })).toEqual({ 'authorization': 'Basic eA==', 'x-country': 'DE' })
  const shop = new URL('https://shop.example/')
  expect(isSameShop(shop, new URL('https://www.shop.example/x'))).toBe(true)
  expect(isSameShop(shop, new URL('http://shop.example/'))).toBe(false)
  expect(isSameShop(shop, new URL('https://cdn.example/'))).toBe(false)
  expect(isSameShop(shop, new URL('https://shop.example.evil.example/'))).toBe(false)
})

test('retry-After is understood as seconds and as a date, up to an hour', () => {
  const now = Date.parse('2026-11-23T12:00:00Z')
  expect(retryAfterMs('120', now)).toBe(120_000)
  expect(retryAfterMs('Mon, 23 Nov 2026 12:01:00 GMT', now)).toBe(60_000)
  expect(retryAfterMs('Mon, 23 Nov 2020 12:01:00 GMT', now)).toBe(0)
  expect(retryAfterMs('999999', now)).toBe(3_600_000)
  for (const nonsense of [undefined, '', 'soon', '-5'])
    expect(retryAfterMs(nonsense, now)).toBeNull()
})

test('hTTP/2 is spoken where it is offered, and a certificate nobody vouches for is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gleaner-tls-'))
  const files = { key: join(folder, 'key.pem'), cert: join(folder, 'cert.pem') }
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', files.key, '-out', files.cert], { stdio: 'ignore' })
  const cert = readFileSync(files.cert, 'utf8')
  const server = createSecureServer({ key: readFileSync(files.key), cert }, (incoming, response) => response.end(`spoke ${incoming.httpVersion}`))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as { port: number }).port}`
  {
    await using fetching = testFetch([{ host }], { ca: cert })
    await using response = await fetching.fetch(request(`https://${host}/`))
    expect((await response.bytes()).toString()).toBe('spoke 2.0')
    await using strict = testFetch([{ host }])
    expect(await errorOf(strict, `https://${host}/`)).toMatchObject({ code: 'connection-failed', retryable: false, message: 'The certificate of the host is not valid.' })
  }
  server.close()
  rmSync(folder, { recursive: true })
})

test('connections are kept and used again', async () => {
  await using shop = await serve((_, response) => send(response, 200, 'ok'))
  await using fetching = testFetch([shop], { connections: 1 })
  for (let index = 0; index < 5; index++) {
    await using response = await fetching.fetch(request(shop.origin))
    await response.bytes()
  }
  expect(shop.connections()).toBe(1)
})
