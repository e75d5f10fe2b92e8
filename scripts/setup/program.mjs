import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter } from 'node:path'
import process from 'node:process'
import { inRoot } from './paths.mjs'

/** Where Node can (22.15 or newer, not on Windows), this process turns into the program: one process, one set of signals. */
export async function becomeProgram(/** @type {string} */ node, /** @type {string[]} */ args) {
  const env = {
    // Stripping types and compiling costs a second at each start; Node keeps the outcome here.
    NODE_COMPILE_CACHE: inRoot('node_modules/.cache/gleaner/compiled'),
    ...process.env,
    PATH: `${inRoot('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
  }
  process.chdir(inRoot('.'))
  if (process.execve && process.platform !== 'win32')
    process.execve(node, [node, ...args], env)
  process.exitCode = await runBeside(node, args, env)
}

/**
 * Runs the program as a child: its end is our end, our signals are its signals.
 * Ctrl-C reaches the child from the terminal by itself, and npm passes on what it gets itself, so a signal within a
 * second of the same one is the same wish and is passed on once.
 *
 * @param {string} node
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code, 128 + n after signal n
 */
function runBeside(node, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { env, stdio: 'inherit' })
    // The shell that npm puts before us ends on SIGTERM without passing it on (server/orphan.ts): its end is the signal.
    const parent = process.ppid
    const orphaned = setInterval(() => process.ppid !== parent && child.kill('SIGTERM') && clearInterval(orphaned), 500)
    orphaned.unref()
    for (const signal of /** @type {const} */(['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      let last = signal === 'SIGINT' && process.stdin.isTTY ? Number.POSITIVE_INFINITY : 0
      process.on(signal, () => {
        const now = Date.now()
        if (now - last > 1000)
          child.kill(signal)
        last = Math.max(last, now)
      })
    }
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : code ?? 1))
  })
}
