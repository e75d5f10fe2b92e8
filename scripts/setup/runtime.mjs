import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { inRoot } from './paths.mjs'
import { SetupFailed } from './run.mjs'

const needed = 24
const packaged = inRoot(process.platform === 'win32' ? 'node_modules/node/bin/node.exe' : 'node_modules/node/bin/node')

function runs(/** @type {string} */ node) {
  try {
    return existsSync(node) && execFileSync(node, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).startsWith('v')
  }
  catch {
    return false
  }
}

/** The Node that the npm package `node` brought; where that one does not run (Alpine's musl, say), the machine's own if it is new enough. */
export function findRuntime() {
  if (process.execPath === packaged || runs(packaged))
    return packaged
  if (Number.parseInt(process.versions.node) >= needed)
    return process.execPath
  throw new SetupFailed(`The Node ${needed} in node_modules/node does not run on this machine, and its own is ${process.version}. Install Node ${needed} or newer.`)
}
