import type { Bytes } from './content-encoding.ts'
import type { BodyLimits, TimeLimits } from './limits.ts'
import { Buffer } from 'node:buffer'
import { tell } from '../../contract/told.ts'
import { ScrapeError } from '../../errors.ts'
import { contentDecoders } from './content-encoding.ts'

/** Bytes read so far, on the wire and decoded. */
export interface Meter {
  wire: number
  decoded: number
}

export interface BodyOptions {
  url: string
  encoding: string | undefined
  limits: BodyLimits
  times: Pick<TimeLimits, 'minBytesPerSecond' | 'slowAfterMs'>
  meter: Meter
}

/** The decoded bytes of an answer, within the limits. Raises `too-large`, `timeout` (too slow) and `unsupported-content`. */
export function readBody(source: Bytes, options: BodyOptions): Bytes {
  const decoders = contentDecoders(options.encoding)
  if (!decoders)
    throw new ScrapeError('unsupported-content', tell('answer-packed', { encoding: options.encoding?.slice(0, 60) ?? '' }), { url: options.url })
  let body = wire(source, options)
  for (const decode of decoders)
    body = capped(decode(body), options)
  return decoders.length > 0 ? body : capped(body, options)
}

/** All of it in one buffer. */
export async function collect(body: Bytes): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body)
    chunks.push(chunk)
  return chunks.length === 1 ? Buffer.from(chunks[0]!.buffer, chunks[0]!.byteOffset, chunks[0]!.length) : Buffer.concat(chunks)
}

/** Counts what arrives; only time spent waiting for the shop counts as slow, not time spent by the reader. */
async function* wire(source: Bytes, { url, limits, times, meter }: BodyOptions): Bytes {
  const iterator = source[Symbol.asyncIterator]()
  let waitedMs = 0
  try {
    for (;;) {
      const asked = performance.now()
      const next = await iterator.next()
      waitedMs += performance.now() - asked
      if (next.done)
        return
      meter.wire += next.value.length
      if (meter.wire > limits.wireBytes)
        throw tooLarge(url, limits.wireBytes)
      if (waitedMs > times.slowAfterMs && meter.wire / waitedMs * 1000 < times.minBytesPerSecond)
        throw new ScrapeError('timeout', tell('host-sends-slowly'), { url, retryable: true })
      yield next.value
    }
  }
  finally {
    await iterator.return?.()
  }
}

/** Every step of unpacking is counted, so that a bomb inside a bomb ends at the first; also one outside of HTTP, such as a gzip file. */
export async function* capped(source: Bytes, { url, limits, meter }: Pick<BodyOptions, 'url' | 'limits' | 'meter'>): Bytes {
  let decoded = 0
  for await (const chunk of source) {
    decoded += chunk.length
    meter.decoded = Math.max(meter.decoded, decoded)
    if (decoded > limits.decodedBytes)
      throw tooLarge(url, limits.decodedBytes)
    if (decoded > limits.ratioFrom && decoded > meter.wire * limits.ratio)
      throw new ScrapeError('too-large', tell('answer-unpacks', { n: limits.ratio }), { url })
    yield chunk
  }
}

export function tooLarge(url: string, bytes: number): ScrapeError {
  return new ScrapeError('too-large', tell('answer-too-large', { megabytes: Math.round(bytes / 1024 / 1024 * 10) / 10 }), { url })
}
