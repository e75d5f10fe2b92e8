import type { PrintedCurrency } from '../../normalize/currency.ts'
import type { Page } from '../page.ts'
import type { Outline, Run } from './outline.ts'
import { printedCurrency, settle } from '../../normalize/currency.ts'
import { currenciesByPlace } from '../../normalize/places.ts'

const CODE = /(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g
/** Codes that are words, names or abbreviations as well. */
const WORDS = 'ALL|AMD|ANG|BAM|BOB|CAD|COP|CUP|DOP|GEL|LAK|MAD|MOP|MUR|PEN|RON|SAR|SHP|SOS|TOP|TRY'
const WORD = new RegExp(`^(?:${WORDS})$`)
/** A word means money where an amount stands beside it, or something called a currency names it. */
const WITNESS = new RegExp(`\\d[.,]\\d{2}\\s?(${WORDS})(?![A-Za-z])|(?<![A-Za-z])(${WORDS})\\s?\\$?\\s?\\d[\\d.,]*[.,]\\d{2}(?!\\d)|[Cc]urrency[^<>]{0,30}?["'=](${WORDS})(?![A-Za-z])|["'=](${WORDS})(?![A-Za-z])[^<>]{1,30}[Cc]urrency|[Pp]rices? (?:are )?(?:shown )?in (${WORDS})(?![A-Za-z])|(?<![A-Za-z])(${WORDS})\\s?\\$`, 'g')

/** What of a page's source tells currencies of one sign apart; looked for when first asked. */
export interface CurrencyWitnesses {
  codes: () => ReadonlySet<string>
  called: () => string | null
}

export function currencyWitnesses(page: Page): CurrencyWitnesses {
  const html = page.html.slice(0, 1_000_000)
  let codes: ReadonlySet<string> | undefined
  let called: string | null | undefined
  return {
    codes: () => codes ??= namedCodes(html),
    called: () => called === undefined ? called = calledCurrency(html) : called,
  }
}

/** The currency codes that a page's source names. */
function namedCodes(html: string): ReadonlySet<string> {
  const codes = new Set(html.match(CODE)?.filter(code => !WORD.test(code)))
  for (const [, ...groups] of html.matchAll(WITNESS))
    groups.filter(Boolean).forEach(code => codes.add(code))
  return codes
}

/** Calling codes (ITU-T E.164) of one country, whose currency shares its sign with others. */
const CALLING_CODES: Readonly<Record<string, string>> = { 52: 'MXN', 54: 'ARS', 56: 'CLP', 57: 'COP', 598: 'UYU', 595: 'PYG', 591: 'BOB', 506: 'CRC', 507: 'USD', 503: 'USD', 593: 'USD', 55: 'BRL', 61: 'AUD', 64: 'NZD', 65: 'SGD', 852: 'HKD', 853: 'MOP', 886: 'TWD', 81: 'JPY', 86: 'CNY', 44: 'GBP', 20: 'EGP', 46: 'SEK', 47: 'NOK', 45: 'DKK', 354: 'ISK', 91: 'INR', 92: 'PKR', 94: 'LKR', 977: 'NPR' }
const CALL = /(?:tel:|wa\.me\/|[?&]phone=)(?:%2B|\+|00)?(\d{8,15})(?!\d)/gi

/** The currency of the one country whose numbers the page's links call. */
function calledCurrency(html: string): string | null {
  const called = new Set<string | undefined>()
  for (const [link, number = ''] of html.matchAll(CALL)) {
    // Without a plus sign only addresses of WhatsApp are sure to begin with the country.
    if (!link.toLowerCase().startsWith('tel:') || /\+|%2b|tel:00/i.test(link))
      called.add([3, 2].map(length => CALLING_CODES[number.slice(0, length)]).find(Boolean))
  }
  return called.size === 1 ? [...called][0] ?? null : null
}

/**
 * A sign that several currencies share: by the page's place, else by the one code of them that the page's source names,
 * else by the country of the telephone numbers that it links. A dollar sign before `3.340` is no US dollar: without another hint it stays open.
 */
export function settleOnPage(printed: PrintedCurrency | null, amountText: string, page: Page, witnesses: CurrencyWitnesses): string | null {
  if (!printed)
    return null
  if (printed.codes.length < 2 || currenciesByPlace(page.url, page.language).some(code => printed.codes.includes(code)))
    return settle(printed, page)
  const codes = witnesses.codes()
  const named = printed.codes.filter(code => codes.has(code))
  if (named.length === 1)
    return named[0] ?? null
  const called = named.length === 0 ? witnesses.called() : null
  if (called !== null && printed.codes.includes(called))
    return called
  return printed.text === '$' && /^\d{1,3}(?:\.\d{3})+$/.test(amountText) ? null : settle(printed, page)
}

/** The currency may stand in an element of its own right before or behind the number. */
export function signBeyond(run: Run, text: string, { runs }: Outline): PrintedCurrency | null {
  if (!/^\d[\d.,' ]*[-–—]?$/.test(text))
    return null
  const before = runs[run.index - 1]?.text ?? ''
  const after = runs[run.index + 1]?.text ?? ''
  return (before.length <= 5 ? printedCurrency(before) : null) ?? (after.length <= 5 ? printedCurrency(after) : null)
}

/** A sign counts when only blanks stand between it and the number. */
export function currencyBeside(text: string, amountText: string): boolean {
  if (amountText.includes('€'))
    return true
  const at = text.indexOf(amountText.split(/[€ ]/)[0] ?? amountText)
  if (at < 0)
    return true
  const before = text.slice(Math.max(0, at - 12), at)
  const after = text.slice(at + amountText.length, at + amountText.length + 12)
  // `R 4,999`: some letters mean money only beside a digit.
  return printedCurrency(before.slice(-6)) !== null || printedCurrency(after.slice(0, 7)) !== null || printedCurrency(`${before.slice(-6)}0`) !== null
}
