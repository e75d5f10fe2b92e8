import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inRoot } from './paths.mjs'

// Inside node_modules on purpose: whoever deletes that folder gets everything made anew.
const folder = inRoot('node_modules/.cache/gleaner')
const file = `${folder}/setup.json`

/** @returns {Record<string, string>} fingerprint of the inputs with which each step last succeeded */
export function readStamps() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  }
  catch {
    return {}
  }
}

export function writeStamp(/** @type {string} */ step, /** @type {string} */ fingerprint) {
  const stamps = { ...readStamps(), [step]: fingerprint }
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify(stamps, null, 2))
}
