import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const scripts = fileURLToPath(new URL('../../scripts', import.meta.url))

/** Stands in for npm: notes what it was asked, "installs" a runtime and two tools that only write their output. */
const npm = `
const fs = require('node:fs')
fs.appendFileSync('calls.log', 'npm ' + process.argv.slice(2).filter(word => !word.startsWith('-')).join(' ') + '\\n')
if (fs.existsSync('npm-fails')) { console.error(fs.readFileSync('npm-fails', 'utf8')); process.exit(1) }
const put = (path, text) => { fs.mkdirSync(require('node:path').dirname(path), { recursive: true }); fs.writeFileSync(path, text) }
if (process.argv[2] === 'rebuild') {
  fs.mkdirSync('node_modules/node/bin', { recursive: true })
  fs.symlinkSync(process.execPath, 'node_modules/node/bin/node')
} else {
  fs.rmSync('node_modules', { recursive: true, force: true })
  const tool = (name, output) => "const fs = require('node:fs'); fs.appendFileSync('calls.log', '" + name + "\\\\n'); fs.mkdirSync(require('node:path').dirname('" + output + "'), { recursive: true }); fs.writeFileSync('" + output + "', '')"
  put('node_modules/prisma/build/index.js', tool('prisma', 'server/store/prisma/client.ts'))
  put('node_modules/vite/bin/vite.js', tool('vite', 'dist/web/index.html'))
}
`

const files = {
  'package.json': '{ "name": "checkout", "scripts": {} }',
  'package-lock.json': '{ "packages": { "": {} } }',
  'prisma/schema.prisma': 'model Brand {}',
  'web/main.ts': 'export {}',
  'program.mjs': 'console.log("program", process.version, ...process.argv.slice(2)); process.exitCode = Number(process.argv[2] ?? 0)',
  'waits.mjs': 'process.on("SIGTERM", () => { console.log("SIGTERM"); setTimeout(() => process.exit(3), 300) }); setInterval(() => {}, 1000); console.log("waiting")',
  'npm-cli.js': npm,
}

export interface Ended { code: number | null, stdout: string, stderr: string }

/** A checkout with the real scripts and everything else made small; `npm` is a stand-in that reaches no network. */
export function createCheckout() {
  const root = mkdtempSync(join(tmpdir(), 'gleaner-checkout-'))
  const path = (name: string) => join(root, name)

  function write(name: string, content: string): void {
    mkdirSync(dirname(path(name)), { recursive: true })
    writeFileSync(path(name), content)
  }

  function start(args: string[], nodeFlags: string[] = []): ChildProcess {
    const env = { ...process.env, npm_execpath: path('npm-cli.js'), npm_node_execpath: process.execPath }
    return spawn(process.execPath, [...nodeFlags, path('scripts/setup.mjs'), ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  }

  async function setUp(args: string[] = [], nodeFlags: string[] = []): Promise<Ended> {
    const child = start(args, nodeFlags)
    const [stdout, stderr, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'close') as Promise<[number | null]>])
    return { code, stdout, stderr }
  }

  /** What was called since the last time this was asked. */
  function calls(): string[] {
    try {
      return readFileSync(path('calls.log'), 'utf8').trim().split('\n')
    }
    catch {
      return []
    }
    finally {
      rmSync(path('calls.log'), { force: true })
    }
  }

  cpSync(scripts, path('scripts'), { recursive: true })
  for (const [name, content] of Object.entries(files))
    write(name, content)
  return { path, write, remove: (name: string) => rmSync(path(name), { recursive: true, force: true }), start, setUp, calls, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) }
}
