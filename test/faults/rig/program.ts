import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile } from 'node:fs/promises'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { until } from './wait.ts'

export interface ProgramOptions {
  /** Arguments of Node: what to run. */
  args: string[]
  env?: Record<string, string>
  /** A line of standard output that says that it is ready. */
  ready: RegExp
  readyWithinMs?: number
  /** Gets everything that it says, for whoever has to find out why. */
  log: string
}

export interface Program extends AsyncDisposable {
  readonly pid: number
  /** The line that said it was ready. */
  readonly said: RegExpExecArray
  readonly startMs: number
  readonly exited: Promise<{ code: number | null, signal: NodeJS.Signals | null }>
  isRunning: () => boolean
  signal: (name: NodeJS.Signals) => void
  tell: (line: string) => void
  /** SIGKILL, and waits for the end. */
  kill: () => Promise<void>
}

const startWithinMs = 60_000

/** It still runs, but did not say in time that it is ready. */
export class NotReady extends Error {}

/** Starts a Node program as a process of its own and waits until it says that it is ready. */
export async function startProgram({ args, env = {}, ready, readyWithinMs = startWithinMs, log }: ProgramOptions): Promise<Program> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, args, { env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
  const exited = once(child, 'exit').then(([code, signal]) => ({ code: code as number | null, signal: signal as NodeJS.Signals | null }))
  endWithThisProcess(child)
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      output.push(line)
      void appendFile(log, `${child.pid} ${line}\n`).catch(() => undefined)
    })
  }
  const running = () => child.exitCode === null && child.signalCode === null
  async function kill(): Promise<void> {
    child.kill('SIGKILL')
    await exited
  }
  const said = await until(`${args.at(-1)} ready`, readyWithinMs, () => {
    const line = output.find(each => ready.test(each))
    if (line === undefined && !running())
      throw new Error(`${args.at(-1)} ended before it was ready:\n${output.join('\n')}`)
    return line && ready.exec(line)
  }, 20).catch(async (error: unknown) => {
    const late = running()
    await kill()
    throw late ? new NotReady(String(error)) : error
  })
  return {
    pid: child.pid!,
    said: said as RegExpExecArray,
    startMs: performance.now() - startedAt,
    exited,
    isRunning: running,
    signal: name => void child.kill(name),
    tell: line => void child.stdin.write(`${line}\n`),
    kill,
    [Symbol.asyncDispose]: kill,
  }
}

function endWithThisProcess(child: ChildProcess): void {
  child.stdin?.on('error', () => undefined) // it may be killed while it is being told something
  const end = () => void child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
}
