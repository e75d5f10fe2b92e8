import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { sourceFiles } from './source-files.ts'

const root = new URL('../../', import.meta.url)
const probe = fileURLToPath(new URL('./import-probe.ts', import.meta.url))

/** What the import of each module left behind; rejects when the process cannot end because something keeps it alive. */
async function importAlone(urls: string[]): Promise<Record<string, string[]>> {
  const { stdout } = await promisify(execFile)(process.execPath, [probe, ...urls], { timeout: 60_000, maxBuffer: 10_000_000 })
  return JSON.parse(stdout) as Record<string, string[]>
}

test('importing any server module but main.ts opens nothing and changes nothing', { timeout: 90_000 }, async () => {
  const modules = sourceFiles('server/**/*.ts').filter(path => path !== 'server/main.ts').map(path => new URL(path, root).href)
  expect(modules.length).toBeGreaterThan(80)
  const report = await importAlone(modules)
  expect(Object.keys(report)).toHaveLength(modules.length)
  expect(Object.entries(report).filter(([, traces]) => traces.length > 0)).toEqual([])
})

test.each([
  ['a timer, even one that keeps nothing alive', 'setTimeout(() => {}, 10).unref()', /^Timeout/],
  ['a server', 'import { createServer } from "node:net"; const server = createServer().listen(0, () => server.close())', /^TCPSERVERWRAP/],
  ['a watched file', 'import { watch } from "node:fs"; watch(import.meta.filename).close()', /^FSEVENTWRAP/],
  ['an environment variable', 'process.env.GLEANER_PROBE = "1"', /^changed environment/],
  ['a signal handler', 'process.on("SIGTERM", () => {})', /^changed listeners|^SIGNALWRAP/],
  ['a global', 'globalThis.gleaner = true', /^changed globals/],
])('the probe notices %s', async (_what, source, trace) => {
  const folder = mkdtempSync(join(tmpdir(), 'gleaner-probe-'))
  try {
    const file = join(folder, 'module.mjs')
    writeFileSync(file, source)
    const url = pathToFileURL(file).href
    const report = await importAlone([url])
    expect(report[url]).toContainEqual(expect.stringMatching(trace))
  }
  finally {
    rmSync(folder, { recursive: true })
  }
})
