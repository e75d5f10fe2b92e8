import type { Transform } from 'node:stream'
import { Buffer } from 'node:buffer'
import { pipeline } from 'node:stream'
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib'

export type Bytes = AsyncIterable<Uint8Array>
type Decoder = (source: Bytes) => Bytes

/** What we ask for; the order says what we like best. */
export const acceptEncoding = 'br, zstd, gzip, deflate'

// A body cut short inside its compression is read as far as it goes, as browsers do; a cut on the wire is an error of its own.
const lenient = { finishFlush: constants.Z_SYNC_FLUSH }
const decoders: Record<string, Decoder> = {
  'gzip': source => through(source, createGunzip(lenient)),
  'x-gzip': source => through(source, createGunzip(lenient)),
  'deflate': inflate,
  'br': source => through(source, createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })),
  'zstd': source => through(source, createZstdDecompress({ finishFlush: constants.ZSTD_e_flush })),
}

/**
 * The steps that undo a `Content-Encoding` header (RFC 9110 §8.4), last applied first.
 * Null when one is unknown or there are more than three, which no honest server sends.
 */
export function contentDecoders(header: string | undefined): Decoder[] | null {
  const names = (header ?? '').toLowerCase().split(',').map(name => name.trim()).filter(name => name !== '' && name !== 'identity')
  const steps = names.reverse().map(name => decoders[name])
  return steps.length > 3 || steps.includes(undefined) ? null : steps as Decoder[]
}

/** Unpacks a body that is itself a gzip file (`sitemap.xml.gz`), and leaves any other as it is. */
export async function* gunzipIfPacked(source: Bytes): Bytes {
  const { head, rest } = await peek(source)
  const packed = head.length >= 2 && head[0] === 0x1F && head[1] === 0x8B
  yield* packed ? decoders.gzip!(rest) : rest
}

/** `deflate` means zlib by the standard and raw deflate by many servers: the first two bytes tell. */
async function* inflate(source: Bytes): Bytes {
  const { head, rest } = await peek(source)
  const [first = 0, second = 0] = head
  const isZlib = (first & 0x0F) === 8 && ((first << 8) | second) % 31 === 0
  yield* through(rest, isZlib ? createInflate(lenient) : createInflateRaw(lenient))
}

async function* through(source: Bytes, decoder: Transform): Bytes {
  // Errors reach the loop below through the decoder, which `pipeline` destroys with them.
  pipeline(source, decoder, () => {})
  yield* decoder as AsyncIterable<Uint8Array>
}

async function peek(source: Bytes): Promise<{ head: Uint8Array, rest: Bytes }> {
  const iterator = source[Symbol.asyncIterator]()
  let head = new Uint8Array(0)
  let done = false
  while (head.length < 2 && !done) {
    const next = await iterator.next()
    done = next.done === true
    if (!done)
      head = Buffer.concat([head, next.value])
  }
  async function* rest(): Bytes {
    try {
      yield head
      while (!done) {
        const next = await iterator.next()
        done = next.done === true
        if (!done)
          yield next.value
      }
    }
    finally {
      await iterator.return?.()
    }
  }
  return { head, rest: rest() }
}
