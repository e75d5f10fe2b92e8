import { existsSync } from 'node:fs'
import { fingerprintOf } from './fingerprint.mjs'
import { withLock } from './lock.mjs'
import { installPackages, packagesFingerprint, packagesMatchLockfile } from './packages.mjs'
import { inRoot } from './paths.mjs'
import { runQuietly } from './run.mjs'
import { findRuntime } from './runtime.mjs'
import { readStamps, writeStamp } from './stamps.mjs'
import { showStep } from './terminal.mjs'

/**
 * A step runs when the fingerprint of what it reads differs from that of its last success, or its output is missing.
 *
 * @typedef {object} Step
 * @property {string} name key of its stamp
 * @property {string} title
 * @property {() => string} fingerprint
 * @property {string} output
 * @property {() => Promise<void>} run
 * @property {() => boolean} [isMadeByHand] true when someone did the step without us
 */

/** @type {readonly Step[]} */
const steps = [
  {
    name: 'packages',
    title: 'Install packages',
    fingerprint: packagesFingerprint,
    output: 'node_modules/node/bin',
    run: installPackages,
    isMadeByHand: packagesMatchLockfile,
  },
  {
    name: 'prisma',
    title: 'Generate the database client',
    fingerprint: () => fingerprintOf(['prisma/schema.prisma', 'prisma.config.ts'], packagesFingerprint()),
    output: 'server/store/prisma/client.ts',
    run: generateClient,
  },
  {
    name: 'web',
    title: 'Build the dashboard',
    fingerprint: () => fingerprintOf(['web', 'server/contract', 'vite.config.ts', 'tsconfig.json'], packagesFingerprint()),
    output: 'dist/web/index.html',
    run: () => runQuietly(findRuntime(), ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']),
  },
]

/** Generating needs no schema engine, yet Prisma downloads one unless a file is named for it: any file will do. */
function generateClient() {
  const node = findRuntime()
  return runQuietly(node, ['node_modules/prisma/build/index.js', 'generate'], {
    env: { PRISMA_SCHEMA_ENGINE_BINARY: node, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
  })
}

function isDue(/** @type {Step} */ step) {
  return readStamps()[step.name] !== step.fingerprint() || !existsSync(inRoot(step.output))
}

/** Brings packages, database client and dashboard up to date; quick and silent when they are. Raises `SetupFailed`. */
export async function setUp({ forceBuild = false } = {}) {
  const isForced = (/** @type {Step} */ step) => forceBuild && step.name === 'web'
  if (!steps.some(step => isForced(step) || isDue(step)))
    return
  await withLock(async () => {
    for (const step of steps) {
      if (!isForced(step) && !isDue(step))
        continue
      const fingerprint = step.fingerprint()
      if (!step.isMadeByHand?.())
        await showStep(step.title, step.run)
      writeStamp(step.name, fingerprint)
    }
  })
}
