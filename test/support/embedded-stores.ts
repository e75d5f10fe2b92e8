import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layEmbeddedStore } from './embedded-template.ts'

export interface EmbeddedStore extends AsyncDisposable {
  directory: string
  url: string
}

/** A fresh store of the embedded queue, in a folder of its own. */
export async function openEmbeddedStore(): Promise<EmbeddedStore> {
  const folder = await mkdtemp(join(tmpdir(), 'gleaner-embedded-'))
  const directory = join(folder, 'queue')
  await layEmbeddedStore(directory)
  return { directory, url: `embedded:${directory}`, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}
