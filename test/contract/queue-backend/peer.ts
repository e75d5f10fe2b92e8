import type { Journal } from '../../support/journal.ts'
import type { Store } from './bench.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createJournal } from '../../support/journal.ts'
import { relayErrors } from '../../support/relay-errors.ts'

const script = fileURLToPath(new URL('peer-process.ts', import.meta.url))

export interface Peer extends AsyncDisposable {
  /** What it said on standard output. */
  lines: Journal<string>
  tell: (line: string) => void
  kill: (signal: NodeJS.Signals) => void
  exited: Promise<{ code: number | null, signal: NodeJS.Signals | null }>
}

/** Another process on the same queue store; see peer-process.ts for what it does in each role. */
export async function openPeer(store: Pick<Store, 'url' | 'prefix'>, role: 'work' | 'hold' | 'die' | 'open'): Promise<Peer> {
  const child = relayErrors(spawn(process.execPath, [script, store.url, store.prefix ?? '', role], { stdio: ['pipe', 'pipe', 'pipe'] }))
  const lines = createJournal<string>()
  createInterface(child.stdout).on('line', line => lines.add(line))
  const exited = once(child, 'exit').then(([code, signal]) => ({ code: code as number | null, signal: signal as NodeJS.Signals | null }))
  return {
    lines,
    tell: line => void child.stdin.write(`${line}\n`),
    kill: signal => void child.kill(signal),
    exited,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await exited
    },
  }
}
