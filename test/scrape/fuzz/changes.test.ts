import process from 'node:process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extractProduct } from '../../../server/scrape/extract/index.ts'
import { fromMinor, isOrderable } from '../../../server/scrape/normalize/index.ts'
import { changes } from './changes.ts'
import { corpus } from './corpus.ts'

/**
 * `CHANGES=all npm test -- test/scrape/fuzz/changes.test.ts` makes every change to every page of the corpus, the large saved ones too; without it some are
 * chosen, always the same.
 */
const isLong = process.env.CHANGES === 'all'
const pages = await corpus(isLong ? 3_000_000 : 60_000)
const named = new Map(pages.map(page => [page.name, page]))

/**
 * Where a change takes away the one thing that told two answers apart, or leaves nothing but a source that is wrong by itself.
 * Written as page, change and field; `*` is any change.
 */
const undecided: ReadonlySet<string> = new Set([
  // Only the class `disabled` of a link says that it cannot be pressed.
  ...['classes and ids renamed', 'classes hashed', 'classes hashed behind their names', 'no classes'].map(change => `odoo-17-es.html ${change} stock`),
  // Its scripts alone say which dollar it is; its peso is then read as the dollar that most mean.
  ...['no embedded state', 'only visible text and the markup of platforms'].flatMap(change => [`tiendanube-ar.html ${change} currency`, `5579758b ${change} currency`, `b4298c1b ${change} currency`]),
  // The price for holders of the shop's card stands in a row of its own only as a list item.
  'chile-card-price.html boxes for structure price',
  // Only that they are raised tells its cents from another number; the earlier price stands in one piece.
  'grocery-ru.html spans for bold and small price',
  // Auctions whose JSON-LD holds the first bid, and their meta tags the last one.
  '3126dc68 no OpenGraph, no meta tags price',
  '9d939d48 no OpenGraph, no meta tags price',
  '3126dc68 contents in boxes price',
  // What one of ten costs stands right beside what the ten cost.
  ...['contents in boxes', 'blocks in boxes'].map(change => `09b6ff55 ${change} price`),
  // Its markup says that what is sold out can be bought, or the reverse; a line or a button of the page tells, and they are near the limit.
  'ccbaa81c * stock',
  'f48e9949 * stock',
  // Brands and numbers that a page writes in two ways.
  ...['no JSON-LD', 'neither JSON-LD, microdata nor meta tags', 'only visible text and the markup of platforms'].map(change => `3126dc68 ${change} brand`),
  ...['b331d476', 'e3c3d4d8'].map(page => `${page} neither JSON-LD, microdata nor meta tags brand`),
  'd8830de9 * brand',
  ...['2a84a964', '5f885d1f', 'f94bb87d', 'f48e9949', '98a7d9c6'].map(page => `${page} * sku`),
  'vtex-io-br.html classes hashed behind their names brand',
])

const plain = (text: string | null): string | null => text?.toLowerCase().normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '') ?? null

/** What people act on; whether it can be bought rather than how. */
function answers(url: string, html: string): Record<string, string | number | null> {
  const { draft: { priceMinor, currency, availability, sku, brand, gtin } } = extractProduct({ url, html }, { recipe: null })
  return {
    price: priceMinor === null ? null : Number(fromMinor(priceMinor, currency)),
    currency,
    stock: availability === null ? null : isOrderable(availability) ? 'can be had' : 'cannot be had',
    sku: plain(sku),
    brand: plain(brand),
    gtin: gtin?.replace(/^0+/, '') ?? null,
  }
}

const untouched = new Map<string, ReturnType<typeof answers>>()

function othersAfter(name: string, change: string): string[] {
  const { url, html } = named.get(name)!
  const before = untouched.get(name) ?? answers(url, html)
  untouched.set(name, before)
  const after = answers(url, changes[change]!(html))
  return Object.keys(before)
    .filter(field => before[field] !== null && after[field] !== null && after[field] !== before[field])
    .filter(field => !undecided.has(`${name} ${change} ${field}`) && !undecided.has(`${name} * ${field}`))
    .map(field => `${name}, ${change}: ${field} ${before[field]} became ${after[field]}`)
}

test.runIf(!isLong)('a changed page may lose an answer, and never gives another one', () => {
  fc.assert(fc.property(fc.constantFrom(...named.keys()), fc.constantFrom(...Object.keys(changes)), (name, change) => {
    expect(othersAfter(name, change)).toEqual([])
  }), { seed: 5, numRuns: 400 })
}, 60_000)

test.runIf(isLong).each(Object.keys(changes))('no page gives another answer after the change: %s', (change) => {
  expect([...named.keys()].flatMap(name => othersAfter(name, change))).toEqual([])
}, 600_000)
