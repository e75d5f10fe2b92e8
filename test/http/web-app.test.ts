import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createTestApi } from './support/api.ts'
import { expectProblem } from './support/expect-problem.ts'

const index = '<!doctype html><title>Gleaner</title>'
const script = 'export const answer = 42'

/** A built web app in a folder of its own, with a secret beside it. */
async function built(files: Record<string, string | Uint8Array> = {
  'web/index.html': index,
  'web/favicon.svg': '<svg/>',
  'web/assets/app-1a2b3c.js': script,
  'web/assets/app-1a2b3c.js.br': 'brotli',
  'web/assets/app-1a2b3c.js.gz': gzipSync(script),
  'secret.txt': 'secret',
}) {
  const folder = await mkdtemp(join(tmpdir(), 'gleaner-web-'))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  const webRoot = join(folder, 'web')
  return { folder, webRoot, app: createTestApi({ webRoot }).app, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) }
}

const html = { accept: 'text/html,application/xhtml+xml' }

describe('the web app', () => {
  test('is served at every address of its router, fresh each time', async () => {
    await using site = await built()
    for (const path of ['/', '/jobs', '/jobs/j1', '/brands/b%201', '/brands/a.b/products']) {
      const response = await site.app.request(path, { headers: html })
      expect([response.status, await response.text(), response.headers.get('cache-control')], path).toEqual([200, index, 'no-cache'])
    }
  })

  test('an unchanged page answers 304', async () => {
    await using site = await built()
    const etag = (await site.app.request('/')).headers.get('etag') ?? ''
    const response = await site.app.request('/jobs', { headers: { ...html, 'if-none-match': etag } })
    expect([response.status, await response.text()]).toEqual([304, ''])
  })

  test('assets are kept for ever, in the best form that the browser takes', async () => {
    await using site = await built()
    const get = (encoding: string) => site.app.request('/assets/app-1a2b3c.js', { headers: { 'accept-encoding': encoding } })
    const brotli = await get('gzip, deflate, br')
    expect(Object.fromEntries(brotli.headers)).toMatchObject({ 'content-encoding': 'br', 'vary': 'Accept-Encoding', 'cache-control': 'public, max-age=31536000, immutable', 'content-type': 'text/javascript; charset=utf-8', 'content-length': '6' })
    const gzip = await get('gzip;q=0.5, br;q=0')
    expect(gzip.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(script)
    const plain = await get('identity')
    expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, script])
    expect(new Set([brotli, gzip, plain].map(({ headers }) => headers.get('etag'))).size).toBe(3)
  })

  test('hEAD tells the length and sends nothing', async () => {
    await using site = await built()
    const response = await site.app.request('/favicon.svg', { method: 'HEAD' })
    expect([response.headers.get('content-length'), response.headers.get('content-type'), await response.text()]).toEqual(['6', 'image/svg+xml; charset=utf-8', ''])
  })

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/....//secret.txt',
    '//secret.txt',
    '/%00secret.txt',
    '/secret.txt',
    '/web/../../secret.txt',
    '/assets/app-1a2b3c.js/../../../secret.txt',
  ])('%s does not lead out of its folder', async (path) => {
    await using site = await built()
    for (const headers of [{}, html]) {
      const response = await site.app.request(`http://localhost${path}`, { headers })
      expect(await response.text()).not.toBe('secret')
    }
  })

  test('a missing file or an unknown address of the API is a 404 problem, not a page', async () => {
    await using site = await built()
    for (const path of ['/assets/gone.js', '/logo.png', '/api/nothing'])
      await expectProblem(await site.app.request(path, { headers: html }), 404, 'not-found')
    await expectProblem(await site.app.request('/jobs', { headers: { accept: 'application/json' } }), 404, 'not-found')
  })

  test('one that is not built yet says so, and is found once it is', async () => {
    await using site = await built({})
    const missing = await site.app.request('/', { headers: html })
    expect(missing.status).toBe(503)
    expect(await missing.text()).toContain('npm start')
    await mkdir(site.webRoot)
    await writeFile(join(site.webRoot, 'index.html'), index)
    expect(await (await site.app.request('/', { headers: html })).text()).toBe(index)
  })
})
