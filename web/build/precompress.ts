import type { Plugin } from 'vite'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const compressible = /\.(?:js|css|html|svg|json|txt)$/
const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Writes `<file>.br` and `<file>.gz` beside every text asset of at least `minBytes`, so that the server never compresses. */
export function precompress(minBytes = 1024): Plugin {
  let outDir = ''
  return {
    name: 'gleaner:precompress',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir)
    },
    async closeBundle() {
      const files = await readdir(outDir, { recursive: true })
      await Promise.all(files.filter(file => compressible.test(file)).map(async (file) => {
        const path = join(outDir, file)
        const bytes = await readFile(path)
        if (bytes.length < minBytes)
          return
        await writeFile(`${path}.br`, await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
        await writeFile(`${path}.gz`, await gzipped(bytes, { level: 9 }))
      }))
    },
  }
}
