import type { App } from '../../server/app.ts'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { createApp } from '../../server/app.ts'
import { parseConfig } from '../../server/config.ts'
import { temporaryFolder } from '../support/database.ts'
import { layEmbeddedStore } from '../support/embedded-template.ts'
import { silentLog } from '../support/log.ts'

// A start of the whole takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const root = join(import.meta.dirname, '../..')
const terminal = { line: () => {}, bar: () => {}, done: () => {} }

/** Folders of an installation that was started before. */
async function installed() {
  const folder = await temporaryFolder()
  await layEmbeddedStore(join(folder.path, 'data', 'queue'))
  return folder
}

/** The whole application in this process, on temporary folders with an embedded queue. */
function start(folder: string, env: Record<string, string> = {}): Promise<App> {
  const config = parseConfig({ PORT: '0', SAMPLE_SHOP: 'off', SHUTDOWN_GRACE_MS: '0', DATA_DIR: join(folder, 'data'), EXPORTS_DIR: join(folder, 'exports'), ...env }, root)
  return createApp(config, { log: silentLog, version: '0', terminal })
}

test('a port that is taken is named, and everything that was opened is closed: the next start succeeds', async () => {
  await using folder = await installed()
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  await expect(start(folder.path, { PORT: String(port) })).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`)
  other.close()
  await using app = await start(folder.path, { PORT: String(port) })
  expect(app.url).toBe(`http://127.0.0.1:${port}`)
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200)
})

test('a folder for exports that cannot be written stops the start and names the setting', async () => {
  await using folder = await installed()
  await writeFile(join(folder.path, 'exports'), 'a file')
  await expect(start(folder.path)).rejects.toThrow(/EXPORTS_DIR/)
})

test('stopping gives back what only one process may do, and leaves nothing running', async () => {
  await using folder = await installed()
  {
    await using app = await start(folder.path)
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200)
    await expect.poll(() => leases(folder.path), { timeout: 10_000 }).toContain('schedules')
  }
  // Before the file is opened once more, since a reader makes a log file of its own.
  expect((await readdir(join(folder.path, 'data'))).filter(name => name.endsWith('-wal'))).toEqual([])
  expect(leases(folder.path)).toEqual([])
})

test('while it stops it says that it is not ready', async () => {
  await using folder = await installed()
  const app = await start(folder.path)
  const stopped = app[Symbol.asyncDispose]()
  const response = await fetch(`${app.url}/readyz`)
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ ready: false, parts: expect.arrayContaining([expect.objectContaining({ name: 'server', ok: false })]) as unknown })
  await stopped
})

function leases(folder: string): string[] {
  const db = new Database(join(folder, 'data', 'app.db'), { readonly: true })
  try {
    return db.prepare<[], { name: string }>('SELECT name FROM "Lease" ORDER BY name').all().map(row => row.name)
  }
  finally {
    db.close()
  }
}
