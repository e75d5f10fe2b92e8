import type { Context } from 'hono'
import type { HttpEnv } from '../env.ts'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { FileGone } from '../../errors.ts'
import { contentDisposition } from './content-disposition.ts'
import { matchesEtag, parseRange } from './range.ts'

export interface FileToSend {
  path: string
  /** The name that the person sees. */
  filename: string
  contentType: string
  /** Of the file as it was written. */
  sha256: string
  bytes: number
}

/** A link in the exports folder is not followed, so that a file of another folder can never be read through it. */
const READ_NO_LINK = constants.O_RDONLY | constants.O_NOFOLLOW

async function openFile({ path, filename }: FileToSend) {
  return open(path, READ_NO_LINK).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ELOOP')
      throw new FileGone(filename)
    throw cause
  })
}

/** Streams an immutable file: whole, one byte range, or only its headers (HEAD), with validators (RFC 9110 §13, §14). */
export async function sendFile(c: Context<HttpEnv>, file: FileToSend): Promise<Response> {
  const handle = await openFile(file)
  let streaming = false
  try {
    const { size } = await handle.stat()
    // A file that somebody changed on disk is still sent, but no part of it may be mixed with an earlier download.
    const etag = size === file.bytes ? `"${file.sha256}"` : undefined
    const headers = {
      'Content-Type': file.contentType,
      'Content-Disposition': contentDisposition(file.filename),
      'Cache-Control': 'private, no-cache',
      'Accept-Ranges': 'bytes',
      ...etag && { ETag: etag },
    }
    if (etag && matchesEtag(c.req.header('if-none-match'), etag))
      return c.body(null, 304, headers)
    const range = mayRange(c.req.header('if-range'), etag) ? parseRange(c.req.header('range'), size) : undefined
    if (range === 'unsatisfiable')
      return c.body(null, 416, { 'Content-Range': `bytes */${size}` })
    const { start, end } = range ?? { start: 0, end: size - 1 }
    const length = { 'Content-Length': String(end - start + 1), ...range && { 'Content-Range': `bytes ${start}-${end}/${size}` } }
    const status = range ? 206 : 200
    if (c.req.method === 'HEAD' || size === 0)
      return c.body(null, status, { ...headers, ...length })
    streaming = true
    const stream = handle.createReadStream({ start, end, highWaterMark: 256 * 1024 })
    return c.body(Readable.toWeb(stream) as ReadableStream<Uint8Array>, status, { ...headers, ...length })
  }
  finally {
    // The stream closes the handle when it ends or when the client goes.
    if (!streaming)
      await handle.close()
  }
}

/** `If-Range` asks for the range only if the file is still the one of that (strong) validator. */
function mayRange(ifRange: string | undefined, etag: string | undefined): boolean {
  return ifRange === undefined || ifRange === etag
}
