import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { fingerprintOf } from './fingerprint.mjs'
import { inRoot } from './paths.mjs'
import { runQuietly } from './run.mjs'

function readJson(/** @type {string} */ path) {
  return JSON.parse(readFileSync(inRoot(path), 'utf8'))
}

/** Of what decides which packages are installed; editing a script in package.json changes nothing. */
export function packagesFingerprint() {
  const { dependencies, devDependencies, overrides } = readJson('package.json')
  return fingerprintOf(['package-lock.json'], JSON.stringify([dependencies, devDependencies, overrides]))
}

/** True when node_modules holds exactly what the lockfile asks for, whoever put it there: npm keeps its own account of it. */
export function packagesMatchLockfile() {
  if (!existsSync(inRoot('package-lock.json')) || !existsSync(inRoot('node_modules/.package-lock.json')) || !existsSync(inRoot('node_modules/node/bin')))
    return false
  const wanted = readJson('package-lock.json').packages
  const present = readJson('node_modules/.package-lock.json').packages
  return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional || present[path]?.version === version)
}

/**
 * Only the package `node` may run its install script (it fetches the runtime for this machine); no other needs its
 * own, and npm from 11.10 on asks about each. Development packages are needed at every start, for the build.
 */
export async function installPackages() {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', '--engine-strict=false']
  await runNpm([existsSync(inRoot('package-lock.json')) ? 'ci' : 'install', '--ignore-scripts', '--include=dev', '--include=optional', ...quiet])
  await runNpm(['rebuild', 'node', '--ignore-scripts=false', ...quiet])
}

/** The npm that started us, on the Node that it runs on; else the one on the PATH. */
function runNpm(/** @type {string[]} */ args) {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  if (npm && node && existsSync(npm) && existsSync(node) && /npm-cli\.c?js$/.test(npm) && !node.startsWith(inRoot('node_modules')))
    return runQuietly(node, [npm, ...args])
  return runQuietly('npm', args, { shell: process.platform === 'win32' })
}
