/** Imports the modules named as arguments, one after the other, and prints what each import left behind. Run by side-effects.test.ts. */
import { createHook } from 'node:async_hooks'
import process from 'node:process'

const lasting = /^(?:TCP|TLS|PIPE|UDP|Timeout|Immediate|WORKER|PROCESSWRAP|FSEVENTWRAP|STATWATCHER|HTTP|GETADDRINFO|QUERYWRAP|SIGNALWRAP|MESSAGEPORT|INSPECTOR)/
/** tslib, zod and Prisma leave these; nothing of ours may. */
const ofLibraries = /^(?:__|DEBUG|PRISMA_|NODE_CLIENT$)/
const opened: string[] = []

function caller(): string {
  return new Error('opened').stack?.split('\n').slice(3).find(line => !line.includes('node:'))?.trim() ?? ''
}

createHook({
  init(_id, type) {
    if (lasting.test(type))
      opened.push(`${type} ${caller()}`)
  },
}).enable()

function look(): Map<string, string> {
  return new Map(Object.entries({
    'environment': process.env,
    'listeners': process.eventNames().map(name => [String(name), process.listenerCount(name)]),
    'working directory': process.cwd(),
    'exit code': process.exitCode,
    'globals': Object.getOwnPropertyNames(globalThis).filter(name => !ofLibraries.test(name)),
  }).map(([part, value]) => [part, JSON.stringify(value)]))
}

const report: Record<string, string[]> = {}
for (const url of process.argv.slice(2)) {
  const before = look()
  opened.length = 0
  await import(url)
  const changed = [...look()].filter(([part, value]) => before.get(part) !== value)
  report[url] = [...opened, ...changed.map(([part]) => `changed ${part}`)]
}
process.stdout.write(JSON.stringify(report))
