/** How much of an answer is read before it is refused. Bytes; `ratio` counts only above `ratioFrom` decoded bytes. */
export interface BodyLimits {
  wireBytes: number
  decodedBytes: number
  ratio: number
  ratioFrom: number
}

/** How long a request may take, in milliseconds. `idleMs` is between two chunks, `totalMs` from start to last byte. */
export interface TimeLimits {
  connectMs: number
  headersMs: number
  idleMs: number
  totalMs: number
  /** Slower than this after `slowAfterMs` of waiting ends the request. */
  minBytesPerSecond: number
  slowAfterMs: number
}

const megabyte = 1024 * 1024
const ratio = { ratio: 100, ratioFrom: megabyte }

/** A page a person looks at: real product pages are 0.05–5 MB decoded. */
export const pageLimits: BodyLimits = { wireBytes: 10 * megabyte, decodedBytes: 16 * megabyte, ...ratio }

/** An answer of a shop's API: 250 products with all their variants. */
export const apiLimits: BodyLimits = { wireBytes: 16 * megabyte, decodedBytes: 32 * megabyte, ...ratio }

/** The sitemap protocol allows 50 MB decoded. */
export const sitemapLimits: BodyLimits = { wireBytes: 60 * megabyte, decodedBytes: 60 * megabyte, ratio: 200, ratioFrom: 8 * megabyte }

export const defaultTimes: TimeLimits = {
  connectMs: 10_000,
  headersMs: 15_000,
  idleMs: 15_000,
  totalMs: 45_000,
  minBytesPerSecond: 1000,
  slowAfterMs: 10_000,
}

/** Redirects followed before giving up, as in the reliability rules. */
export const maxRedirects = 5
