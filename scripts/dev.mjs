/** The server, restarted on every change, and Vite with hot reload in front of it; the end of one is the end of both. */
import { spawn } from 'node:child_process'
import process from 'node:process'
import { inRoot } from './setup/paths.mjs'

const children = [
  ['--watch', 'server/main.ts'],
  ['node_modules/vite/bin/vite.js'],
].map(args => spawn(process.execPath, args, { cwd: inRoot('.'), stdio: 'inherit' }))

function endAll(/** @type {NodeJS.Signals} */ signal = 'SIGTERM') {
  for (const child of children)
    child.kill(signal)
}

for (const signal of /** @type {const} */(['SIGINT', 'SIGTERM']))
  process.on(signal, () => endAll(signal))
for (const child of children) {
  child.on('exit', (code) => {
    process.exitCode ||= code ?? 0
    endAll()
  })
}
