import type { Place } from './currency.ts'
import { minorUnits } from './currency-codes.ts'
import { printedCurrency, settle } from './currency.ts'
import { asciiDigits } from './digits.ts'

export interface PriceHints extends Place {
  /** Text near the price that may name the currency. */
  currencyHint?: string | null
  /** Where the shop's notation is known: settles `1.299`. */
  decimalSeparator?: string | null
}

export interface ParsedPrice {
  /** Decimal string with a point and no grouping, or null when there is no price. */
  amount: string | null
  /** The number as it stands in the text, but for apostrophes. */
  amountText: string | null
  /** The currency as it stands in the text or hint. */
  currencyText: string | null
  /** ISO 4217, when text, hint or place settle it. */
  currency: string | null
  /** `from` for "from 9,99" and ranges: the true price depends on a choice. */
  kind: 'exact' | 'from' | 'free'
}

/** Always decimal, unlike a point or a comma; but where prices have no decimals, shops group with it. */
const ARABIC_DECIMAL = '\u066B'
const WITHOUT_DECIMALS = new Set(['IRR', 'IQD', 'SYP', 'LBP', 'YER', 'AFN'])
const EURO_BETWEEN = /(\d[\d ]{0,20}(?:[.,']\d{3}){0,5})\s{0,3}€\s{0,3}(\d\d)(?!\d)/
const NUMBER = /(?:(?<!\d)\.)?\d[\d\s.,']{0,60}/g
const BESIDE_BEFORE = /(?:\p{Sc}|(?<!\p{L})(?:[A-Z]{3}|kr\.?|Rs\.?|Rp|RM|Fr\.?))\s{0,3}$/u
const BESIDE_AFTER = /^\s{0,3}(?:[\p{Sc}元円원]|[A-Z]{3}(?!\p{L})|zł|Kč|kr(?!\p{L})|руб|Ft|lei|лв|грн|тг)/u
/** "Was $120.00 Now $60.00": up to the word behind which the price of today stands. */
const WAS_NOW = /^.{0,80}?(?<!\p{L})(?:was|before|orig(?:inally|\.)?|reg(?:ular(?:ly)?|\.)?|statt|vorher|avant|antes|prima|voorheen|före|før)\D{1,20}\d[^a-z]{1,30}(?:now|today|jetzt|nur|heute|maintenant|ahora|agora|ora|nu)(?=\P{L}{1,12}\d)/iu
/** The upper end of a range of which only that one has a currency. */
const RANGE_END = /^\s{0,3}[-–—~]\s{0,3}(\d[\d.,' ]{0,20}\d)\s{0,3}(?:[\p{Sc}元円원]|[A-Z]{3}(?!\p{L})|zł|Kč|kr(?!\p{L})|руб|Ft|lei|лв|грн|тг)/u
const FREE = /(?:^|[^\p{L}])(?:free|gratis|gratuit|kostenlos|бесплатно|grátis|免费|無料|무료|مجاني|ücretsiz|bezpłatnie|bezpłatny|bezpłatna|zdarma|ingyenes|за тегло)(?!\p{L})(?!\s(?:\p{L}+\s)?(?:shipping|delivery|return|versand|lieferung|livraison|envío|spedizione))/iu
const FROM = /(?:^|[^\p{L}])(?:from|starting at|as low as|ab|vanaf|dès|à partir de|a partir de|a partire da|desde|från|fra|alkaen|od|от|від|από|başlayan|から|起|von)(?=[^\p{L}]|$)/iu

/**
 * Reads a price in any of the world's notations: `1.234,56 €`, `₹ 1,23,456`, `CHF 19.–`, `35€ 99`, `from 9,99`, `Free`.
 * Of several amounts the first is taken; percentages are skipped. Linear in the length of the text.
 */
export function parsePrice(raw: string | null | undefined, hints: PriceHints = {}): ParsedPrice {
  const text = raw == null ? null : asciiDigits(raw.slice(0, 1000))
  const hint = hints.currencyHint?.slice(0, 200) ?? null
  const printed = printedCurrency(text, hint)
  const currency = printed ? settle(printed, hints) : null
  const decimalSeparator = hints.decimalSeparator ?? (raw?.includes(ARABIC_DECIMAL) === true && !WITHOUT_DECIMALS.has(currency ?? '') ? '.' : null)
  const amountText = text === null ? null : findAmount(text, decimalSeparator)
  const currencyText = printed?.text ?? null
  if (text !== null && amountText === null && FREE.test(text))
    return { amount: '0', amountText: '0', currencyText, currency, kind: 'free' }
  const amount = amountText === null ? null : toDecimal(amountText, decimalSeparator, currency)
  return { amount, amountText: amount === null ? null : amountText, currencyText, currency, kind: text && isOpen(text) ? 'from' : 'exact' }
}

/** "from 9,99", "ab 9,99", "9,99 – 19,99": the price depends on a choice. */
function isOpen(text: string): boolean {
  return FROM.test(text) || /\d[^\d%]{0,8}\s[-–—~]\s[^\d%]{0,8}\d|[.,]\d\d\s?[-–—~]\s?\d[\d.,' ]{0,20}[.,]\d\d(?!\d)/.test(text)
}

function findAmount(text: string, decimalSeparator: string | null): string | null {
  if (text.indexOf('€') === text.lastIndexOf('€') && text.includes('€')) {
    const match = decimalSeparator === '€' ? /\d[\d ]{0,20}(?:[.,']\d{3}){0,5}€(?:\d{1,20}|\s\d\d(?!\d))/.exec(text) : EURO_BETWEEN.exec(text)
    if (match)
      return match[0].replaceAll(' ', '')
  }
  let first: string | null = null
  const now = WAS_NOW.exec(text)?.[0].length ?? 0
  for (const match of text.matchAll(NUMBER)) {
    if (match.index < now)
      continue
    const end = match.index + match[0].length
    // `20 %` as most write it, `%20` as Turkish and Arabic do.
    if (/^\s?[%٪]/.test(text.slice(end, end + 2)) || /(?<!\d)[%٪]$/.test(text.slice(Math.max(0, match.index - 2), match.index)))
      continue
    const printed = match[0].replace(/[.,']+$/, '').trim().replaceAll('\'', '')
    // `Rs.1200`: the point belongs to the abbreviation.
    const number = printed.startsWith('.') && /[\p{L}/]/u.test(text[match.index - 1] ?? '') ? printed.slice(1) : printed
    const high = RANGE_END.exec(text.slice(end, end + 40))?.[1]
    if (high !== undefined && isRange(number, high))
      return withoutStrayPoint(number)
    if (BESIDE_BEFORE.test(text.slice(Math.max(0, match.index - 8), match.index)) || BESIDE_AFTER.test(text.slice(match.index + match[0].trimEnd().length, end + 8)))
      return withoutStrayPoint(number)
    first ??= number
  }
  return first === null ? null : withoutStrayPoint(first)
}

/** `9,99 – 19,99 €`: two amounts of one notation, the lower one first. */
function isRange(low: string, high: string): boolean {
  const places = (number: string): number => /[.,](\d{1,2})$/.exec(number)?.[1]?.length ?? 0
  return places(low) > 0 && places(low) === places(high) && Number(toDecimal(low)) < Number(toDecimal(high))
}

/** `.750.30`: the first point belongs to what stands before the number. */
function withoutStrayPoint(number: string): string {
  return number.startsWith('.') && number.includes('.', 1) ? number.slice(1) : number
}

/** The decimal value of a number in unknown notation, or null when it cannot be one. */
export function toDecimal(number: string, decimalSeparator: string | null = null, currency: string | null = null): string | null {
  const joined = number.replace(/[\s']/g, '')
  // Blanks group the thousands: then a separator is decimal, however many places follow (`1 299,000 DT`).
  if (decimalSeparator === null && /^\d{1,3}(?:\s\d{3})+[.,]\d+$/.test(number))
    return toDecimal(joined, number.includes(',') ? ',' : '.')
  const compact = joined.startsWith('.') && /[.,]/.test(joined.slice(1)) ? joined.slice(1) : joined
  const separator = decimalSeparator && compact.includes(decimalSeparator) ? decimalSeparator : separatorOf(compact, currency)
  const at = separator ? compact.lastIndexOf(separator) : -1
  const whole = (at < 0 ? compact : compact.slice(0, at)).replace(/[.,€]/g, '')
  const fraction = at < 0 ? '' : compact.slice(at + 1)
  if (!/^\d*$/.test(whole) || !/^\d*$/.test(fraction) || whole.length > 18 || !(whole || fraction))
    return null
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  return fraction ? `${digits}.${fraction}` : digits
}

/**
 * Two different separators: the last one is decimal. One kind only: decimal before one, two or more than three digits;
 * before three digits it groups thousands, unless it stands behind a lone zero or the currency has three places,
 * which are printed behind a point, in Tunisia behind a comma too.
 */
function separatorOf(number: string, currency: string | null): string | null {
  const euro = number.indexOf('€')
  if (euro >= 0)
    return '€'
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','))
  if (last < 0)
    return null
  const separator = number[last] ?? ''
  const places = number.length - last - 1
  const before = number.slice(0, last)
  const other = separator === '.' ? ',' : '.'
  if (before.includes(separator))
    return before.includes(other) ? null : places === 3 ? null : separator
  if (before.includes(other))
    return separator
  if (places !== 3)
    return separator
  return before === '0' || before === '' || (currency !== null && minorUnits(currency) === 3 && (separator === '.' || currency === 'TND')) ? separator : null
}
