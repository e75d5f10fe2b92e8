import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { relayErrors } from './relay-errors.ts'

const install = 'redis-server is missing: install it with "apt-get install redis-server" (macOS: "brew install redis")'

/** Why suites that need Redis cannot run here; null when they can. In CI a missing server is a failure, never a skip. */
export const redisMissing: string | null = (() => {
  if (spawnSync('redis-server', ['--version']).status === 0)
    return null
  if (process.env.CI === 'true')
    throw new Error(install)
  console.warn(`SKIPPED: ${install}`)
  return install
})()

export interface PrivateRedis extends AsyncDisposable {
  readonly url: string
  readonly port: number
  readonly pid: number
  /** Sends the server's own process a signal: SIGKILL, SIGSTOP, SIGCONT. */
  signal: (name: NodeJS.Signals) => void
  /** Ends the server, by default without saving. */
  stop: (name?: NodeJS.Signals) => Promise<void>
  /** Starts it again on the same port and directory. */
  start: () => Promise<void>
}

/** A redis-server of our own on a free port, in a temporary directory. `settings` as on its command line: `['--appendonly', 'yes']`. */
export async function startRedis(settings: string[] = []): Promise<PrivateRedis> {
  const directory = await mkdtemp(join(tmpdir(), 'gleaner-redis-'))
  const port = await freePort()
  let server = await run(port, directory, settings)

  async function stop(name: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null)
      return
    const exited = once(server, 'exit')
    server.kill('SIGCONT')
    server.kill(name)
    await exited
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    get pid() { return server.pid! },
    signal: name => void server.kill(name),
    stop,
    async start() { server = await run(port, directory, settings) },
    async [Symbol.asyncDispose]() {
      await stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function run(port: number, directory: string, settings: string[]) {
  const server = relayErrors(spawn('redis-server', ['--bind', '127.0.0.1', '--port', String(port), '--dir', directory, '--save', '', '--maxmemory-policy', 'noeviction', ...settings], { stdio: ['ignore', 'pipe', 'pipe'] }))
  // A test process that ends early must not leave its server behind.
  const end = () => void server.kill('SIGKILL')
  process.once('exit', end)
  server.once('exit', () => process.off('exit', end))
  for await (const line of createInterface(server.stdout)) {
    if (line.includes('Ready to accept connections')) {
      server.stdout.resume()
      return server
    }
  }
  throw new Error(`redis-server ended before it was ready (${server.exitCode})`)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string')
    throw new Error('no free port')
  return address.port
}
