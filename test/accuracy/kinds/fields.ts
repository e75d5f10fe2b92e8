import type { CaseKind } from '../kind.ts'
import { extractBrand, parseRating } from '../../../server/scrape/extract/index.ts'
import { cleanText, parseGtin, parsePrice } from '../../../server/scrape/normalize/index.ts'
import { isXfail, outcome, textOf } from '../kind.ts'

const sameNumber = (expected: unknown, actual: string | null) => (expected === null || expected === undefined ? actual === null : actual !== null && Number(actual) === Number(expected))

/** price-parser: `price_raw`, `currency_hint`, `decimal_separator` → `amount`, `currency` as printed, `amount_text`. */
export const price: CaseKind = {
  reads: 'price_raw, currency_hint (currency_raw), amount (amount_float), currency, amount_text',
  columns: ['currency_hint', 'price_raw', 'currency', 'amount_text', 'amount'],
  isKnownFailure: isXfail,
  run(row) {
    if (!('price_raw' in row))
      return []
    const amount = row.amount ?? row.amount_float
    const parsed = parsePrice(textOf(row.price_raw), { currencyHint: textOf(row.currency_hint ?? row.currency_raw), decimalSeparator: textOf(row.decimal_separator) })
    return [
      outcome('amount', row.price_raw, amount ?? null, parsed.amount, sameNumber(amount, parsed.amount)),
      ...('currency' in row ? [outcome('currency', row.price_raw, row.currency ?? null, parsed.currencyText)] : []),
      ...('amount_text' in row ? [outcome('amount text', row.price_raw, row.amount_text ?? null, parsed.amountText)] : []),
    ]
  },
}

/** zyte-parsers brands: `html` → `value`. Invisible characters and doubly escaped entities are no part of a name. */
export const brand: CaseKind = {
  reads: 'html, value (brand, expected)',
  columns: ['html', 'value'],
  isKnownFailure: isXfail,
  run(row) {
    if (textOf(row.html) === null)
      return []
    const actual = extractBrand(textOf(row.html) ?? '')
    const expected = textOf(row.value ?? row.brand ?? row.expected)
    return [outcome('brand', row.html, expected && cleanText(expected), actual && cleanText(actual))]
  },
}

/** zyte-parsers ratings: `html` of the node and of its parent → `ratingValue`, `bestRating`. */
export const rating: CaseKind = {
  reads: 'html, parent_html, ratingValue, bestRating',
  columns: ['html', 'ratingValue', 'bestRating'],
  isKnownFailure: isXfail,
  run(row) {
    if (textOf(row.html) === null)
      return []
    const parsed = parseRating(textOf(row.html) ?? '', textOf(row.parent_html))
    return [outcome('ratingValue', row.html, row.ratingValue ?? null, parsed.ratingValue), outcome('bestRating', row.html, row.bestRating ?? null, parsed.bestRating)]
  },
}

/** zyte-parsers GTINs: a text → its numbering, or its digits (`kind` says which). */
export const gtin: CaseKind = {
  reads: 'value and expected: a numbering (gtin13, isbn10 …) or digits; or type and id',
  columns: ['value', 'expected'],
  isKnownFailure: isXfail,
  run(row) {
    const value = textOf(row.value ?? row.gtin ?? row.raw)
    if (value === null && !('value' in row))
      return []
    const parsed = parseGtin(value)
    if ('type' in row && 'id' in row)
      return [outcome('type', value, row.type ?? null, parsed?.type ?? null), outcome('id', value, row.id ?? null, parsed?.id ?? null)]
    const wantsId = /ID/.test(String(row.kind ?? '')) || /^\d+X?$/.test(textOf(row.expected) ?? '')
    return [outcome(wantsId ? 'id' : 'type', row.value, row.expected ?? null, (wantsId ? parsed?.id : parsed?.type) ?? null)]
  },
}
