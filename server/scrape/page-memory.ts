import type { Bytes } from './fetch/content-encoding.ts'

const smallest = 64 * 1024
/** What a promise of length is believed at once; a longer body shows itself as it comes. */
const mostPromised = 4 * 1024 * 1024
/** What is kept for the next pages, in all. */
const mostFree = 16 * 1024 * 1024

/**
 * Memory that threads share, given out for one page and taken back when it has been read: bytes that wait for the garbage
 * collector instead are most of what a busy scraper would hold.
 */
export function createPageMemory() {
  const free = new Map<number, SharedArrayBuffer[]>()
  let freeBytes = 0

  function take(length: number): SharedArrayBuffer {
    const size = Math.max(smallest, 2 ** Math.ceil(Math.log2(Math.max(1, length))))
    const known = free.get(size)?.pop()
    if (known)
      freeBytes -= size
    return known ?? new SharedArrayBuffer(size)
  }

  /** Once for each page, when no thread reads it any more: it goes to the next page as it is. */
  function give({ buffer }: Pick<Uint8Array<SharedArrayBuffer>, 'buffer'>): void {
    const size = buffer.byteLength
    if (freeBytes + size > mostFree)
      return
    freeBytes += size
    free.set(size, [...free.get(size) ?? [], buffer])
  }

  /** All of a body; `expected` is its length when that is known. What was taken for a body that breaks off goes back. */
  async function collect(body: Bytes, expected: number): Promise<Uint8Array<SharedArrayBuffer>> {
    let buffer = take(expected > 0 ? Math.min(expected, mostPromised) : 0)
    let length = 0
    try {
      for await (const chunk of body) {
        if (length + chunk.length > buffer.byteLength) {
          const larger = take(length + chunk.length)
          new Uint8Array(larger).set(new Uint8Array(buffer, 0, length))
          give({ buffer })
          buffer = larger
        }
        new Uint8Array(buffer).set(chunk, length)
        length += chunk.length
      }
    }
    catch (error) {
      give({ buffer })
      throw error
    }
    return new Uint8Array(buffer, 0, length)
  }

  return { collect, give }
}
export type PageMemory = ReturnType<typeof createPageMemory>
