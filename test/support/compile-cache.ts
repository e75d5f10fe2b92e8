import { execFile } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const script = fileURLToPath(new URL('compile-process.ts', import.meta.url))

/** Where Node keeps what it has made of the server's modules, for `NODE_COMPILE_CACHE`. */
export const compileCache = fileURLToPath(new URL('../../node_modules/.cache/gleaner/compiled', import.meta.url))

/**
 * Set-up of the projects that start servers: most of the computing of a start is reading TypeScript, and a server that is
 * killed keeps nothing of it for the next one.
 */
export default async function compileServer(): Promise<void> {
  const { PATH, HOME } = process.env
  await promisify(execFile)(process.execPath, [script], { env: { PATH, HOME, NODE_COMPILE_CACHE: compileCache } })
}
