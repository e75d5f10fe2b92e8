/** Everything that must hold before a commit is shared: lint, types, unused code, all tests with the fault scenarios, build. Runs all of them, fails when one does. */
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { inRoot } from './setup/paths.mjs'

const checks = [
  ['lint', 'eslint/bin/eslint.js', '.', '--cache', '--cache-location', 'node_modules/.cache/eslint/', '--max-warnings', '0'],
  ['types', 'vue-tsc/bin/vue-tsc.js', '--noEmit', '-p', '.'],
  ['knip', 'knip/bin/knip.js'],
  ['test', 'vitest/vitest.mjs', 'run'],
  ['build', 'vite/bin/vite.js', 'build', '--logLevel', 'warn'],
]

/** Far beyond what any of them takes: a check that hangs has failed, and the rest still runs. */
const patienceMs = 40 * 60_000

const results = checks.map(([name, file, ...args]) => {
  console.log(`\n── ${name}`)
  const start = Date.now()
  const { status } = spawnSync(process.execPath, [inRoot(`node_modules/${file}`), ...args], { cwd: inRoot('.'), stdio: 'inherit', timeout: patienceMs, killSignal: 'SIGKILL' })
  return { name, ok: status === 0, seconds: ((Date.now() - start) / 1000).toFixed(1) }
})

console.log()
for (const { name, ok, seconds } of results)
  console.log(`${ok ? '✓' : '✗'} ${name}  ${seconds} s`)
process.exitCode = results.every(result => result.ok) ? 0 : 1
