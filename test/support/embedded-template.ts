import { createHash } from 'node:crypto'
import { cpSync, existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { openQueueBackend } from '../../server/queue/backends/index.ts'
import { silentLog } from './log.ts'

const root = join(import.meta.dirname, '../..')

let made: Promise<string> | null = null

/**
 * Puts an empty store of the embedded queue into a folder that is not there yet. Making one takes seconds of computing,
 * copying one does not: it is made once for each set of packages, and kept with them.
 */
export async function layEmbeddedStore(directory: string): Promise<void> {
  const template = await (made ??= makeTemplate())
  // A thousand small files: twenty times as fast as its promise.
  cpSync(template, directory, { recursive: true })
}

async function makeTemplate(): Promise<string> {
  const packages = createHash('sha256').update(await readFile(join(root, 'package-lock.json'))).digest('hex').slice(0, 12)
  const cache = join(root, 'node_modules/.cache/gleaner')
  const template = join(cache, `embedded-${packages}`)
  if (existsSync(template))
    return template
  await mkdir(cache, { recursive: true })
  const unfinished = `${template}.${process.pid}`
  const backend = await openQueueBackend(`embedded:${unfinished}`, { log: silentLog })
  await backend[Symbol.asyncDispose]()
  try {
    await rename(unfinished, template)
  }
  catch (error) {
    // Another process of the same run was quicker.
    await rm(unfinished, { recursive: true, force: true })
    if (!existsSync(template))
      throw error
  }
  return template
}
