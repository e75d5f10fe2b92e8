/** Everything that must hold before a commit is shared: lint, types, unused code, all tests with the fault scenarios; the dashboard was built by the setup. Runs all of them, fails when one does. */
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants, setPriority } from 'node:os'
import process from 'node:process'
import { inRoot } from './setup/paths.mjs'

/** @typedef {{ name: string, file: string, args: string[] }} Check */

/** @type {Check} */
const tests = { name: 'test', file: 'vitest/vitest.mjs', args: ['run'] }
/**
 * One after the other beside the tests, which mostly wait: they take what processor time those leave.
 *
 * @type {Check[]}
 */
const beside = [
  { name: 'lint', file: 'eslint/bin/eslint.js', args: ['.', '--cache', '--cache-location', 'node_modules/.cache/eslint/', '--max-warnings', '0'] },
  { name: 'types', file: 'vue-tsc/bin/vue-tsc.js', args: ['--noEmit', '-p', '.'] },
  { name: 'knip', file: 'knip/bin/knip.js', args: [] },
]

/** Far beyond what any of them takes: a check that hangs has failed, and the rest still runs. */
const patienceMs = 40 * 60_000

/** What is said by one that runs beside others is kept, to be shown whole. */
async function run(/** @type {Check} */ { name, file, args }, { isBeside = false } = {}) {
  const start = Date.now()
  const child = spawn(process.execPath, [inRoot(`node_modules/${file}`), ...args], { cwd: inRoot('.'), stdio: isBeside ? ['ignore', 'pipe', 'pipe'] : 'inherit', timeout: patienceMs, killSignal: 'SIGKILL' })
  /** @type {Buffer[]} */
  const said = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', chunk => said.push(chunk))
  if (isBeside)
    slowDown(child)
  const [status] = await once(child, 'close').catch(error => [String(error)])
  return { name, isOk: status === 0, seconds: ((Date.now() - start) / 1000).toFixed(1), said: Buffer.concat(said).toString() }
}

/** Where that is not possible, it runs as the tests do. */
function slowDown(/** @type {import('node:child_process').ChildProcess} */ { pid }) {
  try {
    if (pid !== undefined)
      setPriority(pid, constants.priority.PRIORITY_LOW)
  }
  catch {}
}

async function runBeside() {
  const results = []
  for (const check of beside)
    results.push(await run(check, { isBeside: true }))
  return results
}

const [tested, others] = await Promise.all([run(tests), runBeside()])
for (const { name, said } of others)
  console.log(`\n── ${name}\n${said}`)
const results = [...others, tested]
for (const { name, isOk, seconds } of results)
  console.log(`${isOk ? '✓' : '✗'} ${name}  ${seconds} s`)
process.exitCode = results.every(result => result.isOk) ? 0 : 1
