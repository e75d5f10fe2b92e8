import type { ListingPage } from '../discover/listing-page.ts'
import type { PageText } from '../page-text.ts'
import type { ReadPage } from '../read-page.ts'
import { createParsePool } from './parse-pool.ts'
import { parseTasks } from './tasks.ts'

/** Reads pages, in threads or here. */
export interface Parser extends AsyncDisposable {
  /** Layer 2: the product that a page shows. */
  readPage: ReadPage
  /** Layer 1: the products and further lists that a page offers. */
  readListing: (page: PageText) => Promise<ListingPage>
}

/** A parser with so many threads; with none it works in the caller's, which suits tests and command lines. */
export function createParser({ threads, timeoutMs }: { threads: number, timeoutMs?: number }): Parser {
  if (threads === 0) {
    return {
      readPage: async (page, options) => parseTasks.product(page, options),
      readListing: async page => parseTasks.listing(page, null),
      async [Symbol.asyncDispose]() {},
    }
  }
  const pool = createParsePool({ threads, timeoutMs })
  return {
    readPage: (page, options) => pool.run('product', page, { recipe: options.recipe }),
    readListing: page => pool.run('listing', page, null),
    [Symbol.asyncDispose]: pool[Symbol.asyncDispose],
  }
}
