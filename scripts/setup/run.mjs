import { spawn } from 'node:child_process'
import process from 'node:process'
import { hintFor } from './hints.mjs'
import { inRoot } from './paths.mjs'

/** The set-up cannot go on; the message is all that a person needs to see. */
export class SetupFailed extends Error {}

/**
 * Runs a command in the checkout without a word; raises `SetupFailed` with its whole output and a hint when it fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 */
export function runQuietly(command, args, { env = {}, shell = false } = {}) {
  return /** @type {Promise<void>} */(new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: inRoot('.'), env: { ...process.env, ...env }, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (/** @type {Buffer} */ chunk) => void (output += chunk)
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    const fail = (/** @type {string} */ how) => {
      const hint = hintFor(output)
      reject(new SetupFailed([output.trimEnd(), `${[command, ...args].join(' ')} ${how}`, ...hint ? [`→ ${hint}`] : []].join('\n')))
    }
    child.on('error', error => fail(`could not be started: ${error.message}`))
    child.on('close', (code, signal) => code === 0 ? resolve() : fail(signal ? `was ended by ${signal}` : `ended with code ${code}`))
  }))
}
