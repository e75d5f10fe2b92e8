import process from 'node:process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extractProduct } from '../../../server/scrape/extract/index.ts'
import { fromMinor } from '../../../server/scrape/normalize/index.ts'
import { corpus } from './corpus.ts'
import { damages } from './damage.ts'
import { assertListing, assertReading } from './invariants.ts'
import { near, withOtherPrice } from './other-price.ts'
import { rewrite } from './rewrite.ts'
import { sameMeaning } from './same-meaning.ts'

/**
 * `FUZZ=600 npm test -- test/scrape/fuzz` goes on for so many seconds with each of its tests, from a seed of its own; `FUZZ_SEED` repeats one.
 * Without it the seed is fixed: a change that is not to blame should not find another's fault.
 */
const seconds = Number(process.env.FUZZ ?? 0)
const isLong = seconds > 0
const seed = Number(process.env.FUZZ_SEED ?? (isLong ? Date.now() % 2 ** 31 : 5))
const runs = (short: number): fc.Parameters<unknown> => isLong ? { seed, numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: seconds * 1000, endOnFailure: false } : { seed, numRuns: short }
const patience = isLong ? seconds * 2000 + 120_000 : 60_000
if (isLong)
  console.log(`FUZZ_SEED=${seed}`)

const pages = await corpus(isLong ? 3_000_000 : 60_000)
const page = fc.nat(pages.length - 1).map(index => pages[index]!)
const step = fc.record({ damage: fc.constantFrom(...Object.keys(damages)), at: fc.double({ min: 0, max: 1, noNaN: true }), salt: fc.nat(2 ** 16) })

test('whatever is done to a page, it is read in time, within its schema, and nothing is invented', () => {
  fc.assert(fc.property(page, fc.array(step, { minLength: 1, maxLength: 3 }), ({ name, url, html }, steps) => {
    const damaged = steps.reduce((text, { damage, at, salt }) => damages[damage]!(text, at, salt), html).slice(0, 4_000_000)
    assertReading({ name, url, html: damaged })
    assertListing({ name, url, html: damaged })
  }), runs(40))
}, patience)

/** Whether tags stand between the whole and the cents of an amount. */
function isInPieces(html: string, amount: string): boolean {
  const [whole, cents] = amount.split('.')
  return cents !== undefined && new RegExp(`(?<!\\d)${whole}\\s?[.,]?\\s?(?:<[^<>]*>\\s?)+[.,]?(?:<[^<>]*>)*${cents}(?!\\d)`).test(html)
}

/** What a page says of its product in the fields that people act on. */
function said(url: string, html: string) {
  const { draft: { priceMinor, currency, availability, sku, brand } } = extractProduct({ url, html }, { recipe: null })
  return { priceMinor, currency, availability, sku, brand }
}

test('however a page is written down, it says the same', () => {
  fc.assert(fc.property(page, fc.constantFrom(...Object.keys(sameMeaning)), ({ url, html }, writing) => {
    expect(said(url, rewrite(html, sameMeaning[writing]!))).toEqual(said(url, rewrite(html, {})))
  }), runs(150))
}, patience)

test('a price that is another one everywhere on the page is read as the other one', () => {
  fc.assert(fc.property(page, ({ url, html }) => {
    const { priceMinor, currency } = said(url, html)
    if (priceMinor === null)
      return
    const amount = fromMinor(priceMinor, currency)
    const changed = withOtherPrice(html, amount, near(amount))
    // Of a price in pieces (`79<sup>99</sup>`) only what stands elsewhere is changed.
    if (changed === html || isInPieces(changed, amount))
      return
    const read = said(url, changed)
    expect(read.priceMinor === null ? null : fromMinor(read.priceMinor, read.currency)).toBe(near(amount))
  }), runs(60))
}, patience)
