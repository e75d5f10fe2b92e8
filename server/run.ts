import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { createApp } from './app.ts'
import { BadConfiguration, parseConfig } from './config.ts'
import { createLog } from './log.ts'
import { watchForOrphaning } from './orphan.ts'
import { createTerminal } from './terminal.ts'

/** After the second signal, or this long after the grace time, the process ends whatever it still does. */
const hardExitMs = 8000

/** A signal that comes again within this time is the same one. */
const sameSignalMs = 500

/** The process: configuration, application, signals, end. */
export async function run(): Promise<void> {
  const root = join(import.meta.dirname, '..')
  const stop = (): void => void process.kill(process.pid, 'SIGTERM')
  watchForOrphaning(process.env, stop)
  try {
    const config = parseConfig(process.env, root)
    const log = createLog(config.logLevel)
    const terminal = createTerminal(process.stdout)
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    const startedAt = performance.now()
    const app = await createApp(config, { log, version, terminal, stop })
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    terminal.line(app.url ? `Gleaner is ready at ${app.url} (${seconds} s). Stop it with Ctrl+C.` : `Gleaner's worker is ready (${seconds} s). Stop it with Ctrl+C.`)
    endOnSignal(async () => {
      terminal.line('Stopping …')
      await app[Symbol.asyncDispose]()
    }, config.shutdownGraceMs + hardExitMs)
  }
  catch (error) {
    process.stderr.write(`${describe(error)}\n`)
    process.exitCode = 1
  }
}

function describe(error: unknown): string {
  if (error instanceof BadConfiguration)
    return `The configuration is wrong:\n${error.message.replaceAll(/^/gm, '  ')}`
  return `Gleaner could not start: ${error instanceof Error ? error.message : String(error)}`
}

function endOnSignal(stop: () => Promise<void>, atMostMs: number): void {
  let firstAt: number | null = null
  const onSignal = (): void => {
    const at = performance.now()
    // npm and a supervisor may both pass on one and the same signal.
    if (firstAt !== null && at - firstAt < sameSignalMs)
      return
    if (firstAt !== null)
      process.exit(130)
    firstAt = at
    setTimeout(() => process.exit(1), atMostMs).unref()
    stop().then(() => process.exit(0), (error: unknown) => {
      process.stderr.write(`Gleaner did not stop cleanly: ${String(error)}\n`)
      process.exit(1)
    })
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}
