import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { inRoot } from './paths.mjs'

/** @returns {string[]} every file below `path`, or `path` itself, in a fixed order; nothing when it does not exist */
function filesOf(/** @type {string} */ path) {
  if (!existsSync(inRoot(path)))
    return []
  if (!statSync(inRoot(path)).isDirectory())
    return [path]
  return readdirSync(inRoot(path)).sort().flatMap(name => filesOf(`${path}/${name}`))
}

/** SHA-256 over names and contents: a checkout changes times without changing anything. */
export function fingerprintOf(/** @type {string[]} */ paths, /** @type {string[]} */ ...more) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesOf))
    hash.update(`${file}\0`).update(readFileSync(inRoot(file))).update('\0')
  for (const text of more)
    hash.update(text).update('\0')
  return hash.digest('hex')
}
