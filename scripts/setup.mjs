/**
 * What `npm start`, `npm test` and `npm run check` begin with: makes the checkout ready, then becomes the given program.
 *
 *     node scripts/setup.mjs [--test-tools] [--force-build] [-- <file> [argument …]]
 *
 * It runs on whatever Node the machine has (18 or newer), before anything is installed: no dependencies, no TypeScript,
 * no syntax newer than Node 18. The program runs on the project's own Node. A shell `&&` could not do that: dash looks
 * `node` up once, so the second command of a first start would still run on the machine's Node.
 */
import process from 'node:process'
import { becomeProgram } from './setup/program.mjs'
import { SetupFailed } from './setup/run.mjs'
import { findRuntime } from './setup/runtime.mjs'
import { setUp } from './setup/steps.mjs'
import { ensureTestTools } from './setup/test-tools.mjs'

const separator = process.argv.indexOf('--', 2)
const flags = new Set(process.argv.slice(2, separator === -1 ? undefined : separator))
const program = separator === -1 ? [] : process.argv.slice(separator + 1)

try {
  await setUp({ forceBuild: flags.has('--force-build') })
  if (flags.has('--test-tools'))
    await ensureTestTools()
  if (program.length > 0)
    await becomeProgram(findRuntime(), program)
}
catch (error) {
  if (!(error instanceof SetupFailed))
    throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
