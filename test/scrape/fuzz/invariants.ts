import type { FuzzPage } from './corpus.ts'
import process from 'node:process'
import { Parser } from 'htmlparser2'
import { expect } from 'vitest'
import { Evidence, ProductDraft } from '../../../server/contract/product.ts'
import { readListingPage } from '../../../server/scrape/discover/listing-page.ts'
import { extractProduct } from '../../../server/scrape/extract/index.ts'
import { asciiDigits } from '../../../server/scrape/normalize/digits.ts'
import { cleanText, fromMinor } from '../../../server/scrape/normalize/index.ts'

/** Processor time that a page may cost, in milliseconds: far more than usual pages of its size do, far less than what grows with the square of something does. */
const allowed = ({ html }: FuzzPage): number => 2000 + html.length / 1024 * 6
/** Characters of the result: however long a page is, what is kept of it is not. */
const longestResult = 6_000_000

const STATED = new Set(['price', 'listPrice', 'currency', 'sku', 'mpn', 'gtin', 'brand', 'rating', 'reviewCount'])

/** The digits of a number from the first to the last that is no zero. */
const significant = (text: string): string => asciiDigits(text).replace(/\D/g, '').replace(/^0+|0+$/g, '')

/** What holds for the reading of any page whatever: it ends in time, is no larger than it should be, keeps to its schema, and invents nothing. */
export function assertReading(page: FuzzPage): void {
  const { user, system } = process.threadCpuUsage()
  const { draft, evidence, reason, ...rest } = extractProduct(page, { recipe: null })
  const spent = process.threadCpuUsage({ user, system })
  expect((reason ?? []).map(({ code }) => code)).not.toContain('page-not-read-raw')
  expect((spent.user + spent.system) / 1000, 'milliseconds').toBeLessThan(allowed(page))
  expect(ProductDraft.safeParse(draft).error).toBeUndefined()
  const text = JSON.stringify({ draft, evidence, ...rest })
  expect(text.length).toBeLessThan(longestResult)
  // What the threads hand over is text: nothing is lost on the way.
  expect(JSON.parse(JSON.stringify(draft))).toEqual(draft)
  const source = bare(page.html) + bare(textIn(page.html)) + bare(page.url)
  for (const [field, each] of Object.entries(evidence)) {
    expect(Evidence.safeParse(each).error).toBeUndefined()
    if (STATED.has(field))
      expect(isIn(source, each.raw), `${field} ${each.raw.slice(0, 200)}`).toBe(true)
  }
  if (draft.priceMinor !== null)
    // The last digit may be rounded: some money has no cents.
    expect(significant(evidence.price?.raw ?? ''), 'digits of the price').toContain(significant(fromMinor(draft.priceMinor, draft.currency)).slice(0, -1))
}

/** The same for its reading as a list. */
export function assertListing(page: FuzzPage): void {
  const { user, system } = process.threadCpuUsage()
  const { cards, listed, pagination, links } = readListingPage(page.html, page.url)
  const spent = process.threadCpuUsage({ user, system })
  expect((spent.user + spent.system) / 1000, 'milliseconds').toBeLessThan(allowed(page))
  for (const url of [...cards.map(card => card.url), ...listed, ...pagination, ...links])
    expect(url).toMatch(/^https?:\/\//)
}

/** Text as a reader of the page's source may compare it: without tags, entities, escapes and blanks. */
function bare(text: string): string {
  const unescaped = text.replaceAll('\\/', '/').replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return cleanText(cleanText(unescaped)).replace(/[\s\\"¦|]/g, '').toLowerCase()
}

/** The texts of a page as a parser finds them: what stands in broken tags is left out, and what is around them comes together. */
function textIn(html: string): string {
  const texts: string[] = []
  const parser = new Parser({ ontext: text => texts.push(text) }, { decodeEntities: true })
  parser.write(html)
  parser.end()
  return texts.join('')
}

/** Cents in superscript are put behind a point, pieces of a text are put together: neither is an invention. */
function isIn(source: string, raw: string): boolean {
  const text = bare(raw)
  const plain = (each: string): string => each.replace(/[^\p{L}\p{N}]/gu, '')
  return source.includes(text) || plain(source).includes(plain(text)) || source.includes(text.replace(/[.|]/g, '')) || raw.split(/[>|\s]/).every(part => source.includes(bare(part)))
}
