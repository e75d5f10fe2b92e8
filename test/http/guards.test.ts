import { describe, expect, test, vi } from 'vitest'
import { jsonDepth } from '../../server/http/guard/guard-body.ts'
import { createTrustedHosts } from '../../server/http/guard/trusted-hosts.ts'
import { createTestApi, send } from './support/api.ts'
import { expectProblem } from './support/expect-problem.ts'

const publicUrl = 'https://gleaner.example'
const anyBrand = { url: 'https://acme.example/' }

describe('the host that was asked', () => {
  test.each(['localhost', 'localhost:3000', 'LOCALHOST', '127.0.0.1:80', '[::1]:3000', 'gleaner.example', 'gleaner.example:8443', 'intern:9000'])('%s is ours', async (host) => {
    const { app } = createTestApi({ publicUrl, allowedHosts: ['intern:9000'] })
    expect((await app.request('/api/brands', { headers: { host } })).status).toBe(200)
  })

  test.each([
    'evil.example',
    'localhost.evil.example',
    'evil.example:3000',
    '127.0.0.1.evil.example',
    'localhost@evil.example',
    'evil.example#localhost',
    'evil.example/localhost',
    'localhost, evil.example',
    'gleaner.example.evil.example',
    'xgleaner.example',
    'sub.gleaner.example',
    'intern:9001',
    '192.168.0.7',
    '10.0.0.1:3000',
    '[::2]',
    '0.0.0.0',
    'localhost:notaport',
    '[::1',
    '%6cocalhost.evil.example',
    ' ',
  ])('%s is not', async (host) => {
    const { app } = createTestApi({ publicUrl, allowedHosts: ['intern:9000'] })
    await expectProblem(await app.request('/api/brands', { headers: { host } }), 421, 'misdirected-host')
  })

  test('an absolute request target of another host is refused although Host is ours', async () => {
    const { app } = createTestApi()
    await expectProblem(await app.request('http://evil.example/api/brands', { headers: { host: 'localhost' } }), 421, 'misdirected-host')
  })

  test('pages, assets and the board are guarded too, only liveness is not', async () => {
    const { app } = createTestApi()
    const headers = { host: 'evil.example' }
    for (const path of ['/', '/jobs', '/openapi.json', '/reference', '/readyz', '/api/events'])
      await expectProblem(await app.request(path, { headers }), 421, 'misdirected-host')
    expect((await app.request('/healthz', { headers })).status).toBe(200)
  })
})

describe('a page that changes something', () => {
  async function post(headers: Record<string, string>) {
    const create = vi.fn(async () => Promise.reject(new Error('reached')))
    const { app } = createTestApi({ publicUrl, brands: { create } })
    const response = await app.request('/api/brands', send('POST', anyBrand, { host: 'localhost:3000', ...headers }))
    return { response, reached: create.mock.calls.length > 0 }
  }

  test.each([
    ['a program without Origin', {}],
    ['our page', { 'origin': 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
    ['our page behind a proxy that ends TLS', { origin: 'https://localhost:3000' }],
    ['our public page', { origin: publicUrl }],
    ['an address typed by hand', { 'sec-fetch-site': 'none' }],
  ])('%s may', async (_, headers) => {
    expect((await post(headers)).reached).toBe(true)
  })

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another site that hides its origin', { origin: 'null' }],
    ['another port of this machine', { 'origin': 'http://localhost:8080', 'sec-fetch-site': 'same-site' }],
    ['a sub-domain', { origin: 'https://sub.gleaner.example' }],
    ['a suffix', { origin: 'https://gleaner.example.evil.example' }],
    ['a prefix', { origin: 'https://evilgleaner.example' }],
    ['a user name', { origin: 'https://gleaner.example@evil.example' }],
    ['a path', { origin: 'https://gleaner.example/' }],
    ['another scheme', { origin: 'ftp://localhost:3000' }],
    ['the public name without TLS', { origin: 'http://gleaner.example' }],
    ['two origins', { origin: 'http://localhost:3000, https://evil.example' }],
    ['nonsense', { origin: '//localhost:3000' }],
    ['nothing', { origin: '' }],
    ['a cross-site fetch that sends no Origin', { 'sec-fetch-site': 'cross-site' }],
    ['a same-site fetch that sends no Origin', { 'sec-fetch-site': 'same-site' }],
    ['a fetch site that nobody knows', { 'sec-fetch-site': 'odd' }],
  ])('%s may not', async (_, headers) => {
    const { response, reached } = await post(headers)
    await expectProblem(response, 403, 'forbidden')
    expect(reached).toBe(false)
  })

  test('every changing operation is guarded, reading is not', async () => {
    const { app } = createTestApi()
    const headers = { origin: 'https://evil.example' }
    for (const [method, path] of [['DELETE', '/api/brands/b1'], ['PATCH', '/api/brands/b1'], ['POST', '/api/jobs/j1/cancel'], ['POST', '/api/queues/export-csv/pause'], ['PUT', '/bull/api/queues/x/pause']] as const)
      await expectProblem(await app.request(path, send(method, undefined, headers)), 403, 'forbidden')
    expect((await app.request('/api/brands', { headers })).status).toBe(200)
  })

  test('no answer allows another origin to read it', async () => {
    const { app } = createTestApi()
    const response = await app.request('/api/brands', { headers: { origin: 'https://evil.example' } })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })
})

test('trusted hosts are told apart by what the URL parser makes of them', () => {
  const { isTrusted } = createTrustedHosts({})
  expect(['127.1', '2130706433', '0x7f.1', 'LocalHost'].map(isTrusted)).toEqual([true, true, true, true])
  expect(['localhost.', 'localhost\n', 'ⓛocalhost', ''].map(isTrusted)).toEqual([false, false, false, false])
})

describe('a body', () => {
  test('that is not JSON answers 415, also where no body is read', async () => {
    const { app } = createTestApi()
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp', 'text/json', '']
    for (const type of types) {
      for (const path of ['/api/brands', '/api/jobs/j1/cancel'])
        await expectProblem(await app.request(path, { method: 'POST', body: '{"url":"https://a.example/"}', headers: { 'content-type': type } }), 415, 'unsupported-media-type')
    }
  })

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset=UTF-8'])('of type %s is read', async (type) => {
    const { app } = createTestApi()
    expect((await app.request('/api/brands', { method: 'POST', body: JSON.stringify(anyBrand), headers: { 'content-type': type } })).status).toBe(201)
  })

  test.each(['{', '{"url": }', 'nope', '{"url":"https://a.example/"}}', '\u0000'])('%j that does not parse answers 400', async (body) => {
    const { app } = createTestApi()
    await expectProblem(await app.request('/api/brands', { method: 'POST', body, headers: { 'content-type': 'application/json' } }), 400, 'invalid-input')
  })

  test('that is missing answers a problem, not a crash', async () => {
    const { app } = createTestApi()
    await expectProblem(await app.request('/api/brands', { method: 'POST', headers: { 'content-type': 'application/json' } }), 400, 'invalid-input')
    const response = await app.request('/api/brands', { method: 'POST' })
    expect([400, 415, 422]).toContain(response.status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })

  test('of 10 MB answers 413, announced or chunked', async () => {
    const { app } = createTestApi()
    const big = new Uint8Array(10_000_000).fill(0x20)
    await expectProblem(await app.request('/api/brands', { method: 'POST', body: big, headers: { 'content-type': 'application/json', 'content-length': String(big.length) } }), 413, 'payload-too-large')
    const chunks = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(64 * 1024).fill(0x20))
      },
    })
    await expectProblem(await app.request('/api/brands', { method: 'POST', body: chunks, duplex: 'half', headers: { 'content-type': 'application/json' } } as RequestInit), 413, 'payload-too-large')
  })

  test('that names as many products as a job may have is taken', async () => {
    const { app } = createTestApi()
    const productIds = Array.from({ length: 10_000 }, () => crypto.randomUUID())
    expect((await app.request('/api/jobs', send('POST', { type: 'export-csv', data: { productIds } }))).status).toBe(202)
  })

  test('that nests 100,000 levels deep answers 413', async () => {
    const { app } = createTestApi()
    const body = '['.repeat(100_000) + ']'.repeat(100_000)
    await expectProblem(await app.request('/api/brands', { method: 'POST', body, headers: { 'content-type': 'application/json' } }), 413, 'payload-too-large')
  })

  test('depth counts brackets outside strings only', () => {
    expect(jsonDepth('{"a":[1,{"b":"]}\\"[[[["}]}')).toBe(3)
    expect(jsonDepth('"[[["')).toBe(0)
    expect(jsonDepth('[],[],{}')).toBe(1)
  })

  test('cannot pollute prototypes', async () => {
    const update = vi.fn(async () => Promise.reject(new Error('stop')))
    const { app } = createTestApi({ brands: { update } })
    await app.request('/api/brands/b1', { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"settings":{"headers":{"__proto__":"x"}}}' })
    expect(update).toHaveBeenCalledOnce()
    expect(Object.prototype).not.toHaveProperty('polluted')
    expect(JSON.stringify(update.mock.calls)).not.toContain('polluted')
  })
})

describe('headers of every answer', () => {
  test.each(['/api/brands', '/nothing-here', '/reference', '/healthz'])('%s lets no script in from elsewhere and cannot be framed', async (path) => {
    const { app } = createTestApi()
    const { headers } = await app.request(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain('script-src \'self\';')
    expect(policy).toContain('frame-ancestors \'none\'')
    expect(policy).toContain('object-src \'none\'')
    expect(policy).not.toContain('unsafe-eval')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('strict-Transport-Security only where the public address is https', async () => {
    const plain = await createTestApi().app.request('/healthz')
    expect(plain.headers.get('strict-transport-security')).toBeNull()
    const secure = await createTestApi({ publicUrl }).app.request('/healthz')
    expect(secure.headers.get('strict-transport-security')).toContain('max-age=')
  })

  test('a caller\'s request id is kept if it is a plain word', async () => {
    const { app } = createTestApi()
    expect((await app.request('/healthz', { headers: { 'x-request-id': 'abc-1' } })).headers.get('x-request-id')).toBe('abc-1')
    expect((await app.request('/healthz', { headers: { 'x-request-id': 'a b<script>' } })).headers.get('x-request-id')).toMatch(/^[\w-]{36}$/)
  })
})
