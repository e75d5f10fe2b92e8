import type { CaseKind } from '../kind.ts'
import { extractBrand, parseRating } from '../../../server/scrape/extract/index.ts'
import { cleanText, parseGtin, parsePrice } from '../../../server/scrape/normalize/index.ts'
import { outcome, textOf } from '../kind.ts'

const sameNumber = (expected: unknown, actual: string | null) => (expected === null || expected === undefined ? actual === null : actual !== null && Number(actual) === Number(expected))

/** price-parser: `price_raw`, `currency_hint`, `decimal_separator` → `amount`, `currency` as printed, `amount_text`. */
export const price: CaseKind = {
  isKnownFailure: row => row.xfail === true,
  run(row) {
    const parsed = parsePrice(textOf(row.price_raw), { currencyHint: textOf(row.currency_hint), decimalSeparator: textOf(row.decimal_separator) })
    return [
      outcome('amount', row.price_raw, row.amount, parsed.amount, sameNumber(row.amount, parsed.amount)),
      ...('currency' in row ? [outcome('currency', row.price_raw, row.currency ?? null, parsed.currencyText)] : []),
      ...('amount_text' in row ? [outcome('amount text', row.price_raw, row.amount_text ?? null, parsed.amountText)] : []),
    ]
  },
}

/** zyte-parsers brands: `html` → `value`. Invisible characters and doubly escaped entities are no part of a name. */
export const brand: CaseKind = {
  run(row) {
    const actual = extractBrand(textOf(row.html) ?? '')
    const expected = textOf(row.value)
    return [outcome('brand', row.html, expected && cleanText(expected), actual && cleanText(actual))]
  },
}

/** zyte-parsers ratings: `html` of the node and of its parent → `ratingValue`, `bestRating`. */
export const rating: CaseKind = {
  run(row) {
    const parsed = parseRating(textOf(row.html) ?? '', textOf(row.parent_html))
    return [outcome('ratingValue', row.html, row.ratingValue ?? null, parsed.ratingValue), outcome('bestRating', row.html, row.bestRating ?? null, parsed.bestRating)]
  },
}

/** zyte-parsers GTINs: a text → its numbering, or its digits (`kind` says which). */
export const gtin: CaseKind = {
  run(row) {
    const parsed = parseGtin(textOf(row.value))
    const wantsId = String(row.kind ?? '').includes('ID')
    return [outcome(wantsId ? 'id' : 'type', row.value, row.expected ?? null, (wantsId ? parsed?.id : parsed?.type) ?? null)]
  },
}
