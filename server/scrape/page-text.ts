import type { PageMemory } from './page-memory.ts'
import { decodeText } from './fetch/charset.ts'

/** A page's bytes with what is known of their encoding: what goes to another thread without being copied. */
export interface EncodedText {
  /** In shared memory. */
  bytes: Uint8Array<SharedArrayBuffer>
  contentType: string | undefined
  hostname: string
}

/** A page's text, or what it is made of: each is decoded where it is read, so that long texts burden no heap but that one. */
export interface PageText {
  url: string
  html: string
  headers?: Record<string, string>
  encoded?: EncodedText
}

export function decoded({ bytes, contentType, hostname }: EncodedText): string {
  return decodeText(bytes, contentType, hostname).text
}

/** A page whose text is decoded when somebody asks for it, each time anew: as a rule nobody does, in this thread. */
export interface LazyPage {
  readonly html: string
  readonly encoded: EncodedText
  /** Gives the page's memory back at once: reading the page from then on raises. Without it the memory goes as all other does. */
  release: () => void
}

export function lazyPage<Rest extends object>(rest: Rest, encoded: EncodedText, memory: PageMemory): Rest & LazyPage {
  let own: EncodedText | null = encoded

  function bytes(): EncodedText {
    // What its memory holds by now may be another page.
    if (own === null)
      throw new Error('The page was read after its memory had been given back.')
    return own
  }

  function release(): void {
    if (own !== null)
      memory.give(own.bytes)
    own = null
  }

  return Object.defineProperties({ ...rest, release }, {
    html: { get: () => decoded(bytes()), enumerable: true },
    encoded: { get: bytes, enumerable: true },
  }) as Rest & LazyPage
}
