import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { getMimeType } from 'hono/utils/mime'

/** A file of the built web app, with the compressed forms that the build made. */
export interface Asset {
  contentType: string
  etag: string
  /** Named by its content, so it may be kept for ever. */
  immutable: boolean
  bytes: Uint8Array<ArrayBuffer>
  encoded: Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>
}

export const encodings = { br: '.br', gzip: '.gz' } as const
export type Encoding = keyof typeof encodings

/** Vite puts files named by their content here. */
const IMMUTABLE_FOLDER = '/assets/'

/**
 * Reads a folder of built files whole; keys are URL paths. Only what was there can be asked for afterwards, so no
 * path can lead out of the folder. Undefined when the folder does not exist (the web app is not built).
 */
export async function loadAssets(root: string): Promise<Map<string, Asset> | undefined> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT')
      return undefined
    throw error
  })
  if (!entries)
    return undefined
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const entry of entries.filter(candidate => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files.set(path.slice(root.length).split(sep).join('/').replace(/^\/?/, '/'), await readFile(path))
  }
  const isEncoded = (path: string) => Object.values(encodings).some(extension => path.endsWith(extension) && files.has(path.slice(0, -extension.length)))
  return new Map([...files].filter(([path]) => !isEncoded(path)).map(([path, bytes]) => [path, {
    contentType: contentTypeOf(path),
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    immutable: path.startsWith(IMMUTABLE_FOLDER),
    bytes,
    encoded: Object.fromEntries(Object.entries(encodings).flatMap(([encoding, extension]) => {
      const form = files.get(path + extension)
      return form ? [[encoding, form]] : []
    })),
  }]))
}

function contentTypeOf(path: string): string {
  return getMimeType(path) ?? 'application/octet-stream'
}
