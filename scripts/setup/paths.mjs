import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Absolute path of something in the checkout. */
export function inRoot(/** @type {string} */ path) {
  return root + path
}
