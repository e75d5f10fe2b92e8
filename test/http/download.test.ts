import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, test, vi } from 'vitest'
import { tell } from '../../server/contract/told.ts'
import { Conflict, NotFound } from '../../server/errors.ts'
import { createTestApi } from './support/api.ts'
import { expectProblem } from './support/expect-problem.ts'
import { listen } from './support/listen.ts'
import { anExport } from './support/things.ts'

const text = 'id,name\r\n1,Schön\r\n2,靴\r\n'

/** An export whose file really exists, in a folder of its own. */
async function exported({ filename = 'products.csv', content = text, link = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'gleaner-download-'))
  const target = join(folder, 'stored.csv')
  await writeFile(target, content)
  const path = link ? join(folder, 'link.csv') : target
  if (link)
    await symlink(target, path)
  const bytes = Buffer.byteLength(content)
  const record = anExport({ filename, bytes, sha256: createHash('sha256').update(content).digest('hex') })
  return {
    folder,
    etag: `"${record.sha256}"`,
    exports: { file: async () => ({ export: record, path }) },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}

describe('downloading an export', () => {
  test('sends the whole file with name, type, length and validator', async () => {
    await using file = await exported()
    const response = await createTestApi(file).app.request('/api/export/j1')
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="products.csv"',
      'content-length': String(Buffer.byteLength(text)),
      'accept-ranges': 'bytes',
      'etag': file.etag,
      'x-content-type-options': 'nosniff',
    })
    expect(await response.text()).toBe(text)
  })

  test.each([
    ['bytes=0-6', 'bytes 0-6/', 'id,name'],
    ['bytes=0-0', 'bytes 0-0/', 'i'],
    ['bytes=9-', 'bytes 9-', text.slice(9)],
    ['bytes=-2', 'bytes 24-25/', '\r\n'],
    ['bytes=-9999', 'bytes 0-25/', text],
    ['bytes=3-9999', 'bytes 3-25/', text.slice(3)],
    ['BYTES=0-1', 'bytes 0-1/', 'id'],
  ])('%s answers 206 with those bytes', async (range, contentRange, part) => {
    await using file = await exported()
    const response = await createTestApi(file).app.request('/api/export/j1', { headers: { range } })
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toContain(contentRange)
    expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(part)))
    expect(await response.text()).toBe(part)
  })

  test.each(['bytes=26-', 'bytes=9999-10000', 'bytes=-0'])('%s answers 416 with the size', async (range) => {
    await using file = await exported()
    const response = await createTestApi(file).app.request('/api/export/j1', { headers: { range } })
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe('bytes */26')
  })

  test.each(['lines=0-1', 'bytes=5-2', 'bytes=0-1,4-5', 'bytes=a-b', 'bytes=-', 'bytes', 'bytes=0x1-2'])('%s is ignored: the whole file', async (range) => {
    await using file = await exported()
    const response = await createTestApi(file).app.request('/api/export/j1', { headers: { range } })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe(text)
  })

  test('a validator that still holds answers 304, an If-Range that does not the whole', async () => {
    await using file = await exported()
    const { app } = createTestApi(file)
    for (const tag of [file.etag, `W/${file.etag}`, `"other", ${file.etag}`, '*']) {
      const response = await app.request('/api/export/j1', { headers: { 'if-none-match': tag } })
      expect([response.status, await response.text()]).toEqual([304, ''])
    }
    expect((await app.request('/api/export/j1', { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
    expect((await app.request('/api/export/j1', { headers: { 'range': 'bytes=0-1', 'if-range': '"other"' } })).status).toBe(200)
    expect((await app.request('/api/export/j1', { headers: { 'range': 'bytes=0-1', 'if-range': file.etag } })).status).toBe(206)
  })

  test('hEAD tells the headers only', async () => {
    await using file = await exported()
    const response = await createTestApi(file).app.request('/api/export/j1', { method: 'HEAD' })
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '26', ''])
  })

  test('an empty file is a file', async () => {
    await using file = await exported({ content: '' })
    const response = await createTestApi(file).app.request('/api/export/j1')
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '0', ''])
  })

  test('a file changed on disk is sent without the validator of the old one', async () => {
    await using file = await exported()
    await writeFile(join(file.folder, 'stored.csv'), 'changed')
    const response = await createTestApi(file).app.request('/api/export/j1')
    expect([response.headers.get('etag'), await response.text()]).toEqual([null, 'changed'])
  })

  test('a file that was taken away or is a link answers 410, an unknown job 404, an unfinished one 409', async () => {
    const unknown = createTestApi({ exports: { file: async () => Promise.reject(new NotFound('job', 'j1')) } })
    await expectProblem(await unknown.app.request('/api/export/j1'), 404, 'not-found')
    await using linked = await exported({ link: true })
    await expectProblem(await createTestApi(linked).app.request('/api/export/j1'), 410, 'file-gone')
    await using gone = await exported()
    await rm(join(gone.folder, 'stored.csv'))
    await expectProblem(await createTestApi(gone).app.request('/api/export/j1'), 410, 'file-gone')
    const early = createTestApi({ exports: { file: async () => Promise.reject(new Conflict(tell('raw', { raw: 'Not yet.' }))) } })
    await expectProblem(await early.app.request('/api/export/j1'), 409, 'conflict')
  })

  test('a real client gets 64 MB unchanged', async () => {
    const content = 'x'.repeat(64 << 20)
    await using file = await exported({ content })
    await using server = await listen(file)
    const response = await fetch(`${server.url}/api/export/j1`)
    const hash = createHash('sha256')
    for await (const chunk of response.body ?? [])
      hash.update(chunk)
    expect(`"${hash.digest('hex')}"`).toBe(file.etag)
  })

  test.skipIf(process.platform !== 'linux')('a client that leaves half-way does not keep the file open', async () => {
    await using file = await exported({ content: 'x'.repeat(64 << 20) })
    await using server = await listen(file)
    const leaving = new AbortController()
    const response = await fetch(`${server.url}/api/export/j1`, { signal: leaving.signal })
    await response.body?.getReader().read()
    expect(await openFilesIn(file.folder)).toBe(1)
    leaving.abort()
    await vi.waitFor(async () => expect(await openFilesIn(file.folder)).toBe(0))
  })
})

/** How many files of a folder this process has open. */
async function openFilesIn(folder: string): Promise<number> {
  const descriptors = await readdir('/proc/self/fd')
  const targets = await Promise.all(descriptors.map(name => readlink(`/proc/self/fd/${name}`).catch(() => '')))
  return targets.filter(target => target.startsWith(folder)).length
}
