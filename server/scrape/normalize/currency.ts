import { activeCurrencies, printedCodes } from './currency-codes.ts'
import { OTHER_SYMBOLS, SAFE_SYMBOLS, WEAK_SYMBOLS } from './currency-symbols.ts'
import { currenciesByPlace } from './places.ts'

/** Where the page stands, to tell one dollar, krone or pound from another. */
export interface Place {
  url?: string | null
  language?: string | null
}

export interface PrintedCurrency {
  /** As it stands in the text. */
  text: string
  /** ISO 4217 codes it may mean, the commonest first. */
  codes: readonly string[]
}

const plain = (symbol: string) => symbol.replaceAll('\u00A0', ' ').replace('*', '')

const codesOf: ReadonlyMap<string, readonly string[]> = new Map([...WEAK_SYMBOLS, ...OTHER_SYMBOLS, ...SAFE_SYMBOLS].flatMap(
  ([symbols, codes]) => symbols.split(' ').map(symbol => [plain(symbol), codes.split(' ')] as const),
))

const LETTER = /\p{L}/u
const BARE = /^[\d\s.,:;/%+()'-]*$/
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const spaced = (rows: typeof SAFE_SYMBOLS) => rows.flatMap(([symbols]) => symbols.split(' ').map(symbol => symbol.replaceAll('\u00A0', ' ')))

/** Letters must not run on into a word (unless a `*` lets them); signs may stand anywhere. Longer symbols are tried first. */
function anyOf(symbols: Iterable<string>): RegExp {
  const groups = new Map<string, string[]>([['left', []], ['right', []], ['both', []], ['none', []]])
  for (const symbol of [...symbols].sort((a, b) => b.length - a.length)) {
    const left = LETTER.test(symbol[0] ?? '')
    const right = LETTER.test(symbol.at(-1) ?? '')
    groups.get(left ? right ? 'both' : 'left' : right ? 'right' : 'none')?.push(escape(symbol.replace('*', '')))
  }
  const alternatives = [...groups].filter(([, members]) => members.length > 0)
    .map(([kind, members]) => `${kind === 'left' || kind === 'both' ? '(?<!\\p{L})' : ''}(?:${members.join('|')})${kind === 'right' || kind === 'both' ? '(?!\\p{L})' : ''}`)
  return new RegExp(alternatives.join('|'), 'u')
}

const safe = anyOf(spaced(SAFE_SYMBOLS))
const unsafe = anyOf([...printedCodes, ...spaced(OTHER_SYMBOLS)])
const weak = new RegExp(`(?:^|\\s)(${spaced(WEAK_SYMBOLS).map(escape).join('|')})\\s?(?=\\d)|(?<=\\d)\\s?(${spaced(WEAK_SYMBOLS).map(escape).join('|')})(?=\\s|$)`, 'u')
const dollarCode = new RegExp(`(?<!\\p{L})(?:${[...printedCodes].filter(code => code.endsWith('D')).join('|')})(?=\\$|(?!\\p{L}))`, 'u')
const lowerCode = new RegExp(`^\\s*(?:${[...activeCurrencies].join('|')})\\s*$`, 'i')

function search(pattern: RegExp, text: string | null | undefined): string | null {
  const match = text ? pattern.exec(text) : null
  return match ? (match[1] ?? match[2] ?? match[0]).trim() : null
}

/**
 * The currency printed in a price, or else in the text beside it (`hint`). A code such as `NZD` wins over the `$` next to
 * it; signs win over letters that may be part of a word.
 */
export function printedCurrency(text: string | null, hint: string | null = null): PrintedCurrency | null {
  if ((text === null || BARE.test(text)) && (hint === null || BARE.test(hint)))
    return null
  const found = (text?.includes('$') ? search(dollarCode, text) : null)
    ?? (hint?.includes('$') ? search(dollarCode, hint) : null)
    ?? search(safe, text)
    ?? search(safe, hint)
    ?? search(unsafe, text)
    ?? search(unsafe, hint)
    ?? search(lowerCode, hint)
    ?? search(lowerCode, text)
    ?? search(weak, text)
  if (!found)
    return null
  const upper = found.toUpperCase()
  return { text: found, codes: codesOf.get(found) ?? (printedCodes.has(upper) ? [upper] : []) }
}

/** What a reader assumes where nothing says otherwise; the other shared signs stay open. */
const ASSUMED: ReadonlyMap<string, string> = new Map([['$', 'USD'], ['＄', 'USD'], ['£', 'GBP'], ['￡', 'GBP'], ['¥', 'JPY'], ['￥', 'CNY'], ['C$', 'CAD'], ['Rs', 'INR'], ['Rs.', 'INR'], ['₨', 'PKR'], ['руб.', 'RUB'], ['руб', 'RUB'], ['р.', 'RUB'], ['lei', 'RON'], ['Lei', 'RON'], ['LEI', 'RON'], ['元', 'CNY'], ['人民币', 'CNY'], ['RMB', 'CNY'], ['Dhs', 'AED'], ['дин.', 'RSD'], ['динар', 'RSD'], ['تومان', 'IRR']])

/** Languages in which a bare dollar sign mostly means another currency than the US dollar, and none of them for sure. */
const OTHER_DOLLARS = /^(?:es|fr|zh)\b/i

/**
 * ISO 4217 code for what is printed (`€`, `US$`, `kr`, `USD`, `12,50 zł`). A sign that several currencies share is settled
 * by the page's place; null when the place does not settle it, except for a lone meaning everybody assumes (`£`, `¥`).
 */
export function currencyOf(text: string | null | undefined, place: Place = {}): string | null {
  const printed = text ? printedCurrency(text) : null
  return printed ? settle(printed, place) : null
}

/** Chooses among the codes of a printed currency by the page's place. */
export function settle(printed: PrintedCurrency, place: Place): string | null {
  const codes = printed.codes.filter(code => activeCurrencies.has(code))
  if (codes.length <= 1)
    return codes[0] ?? null
  const local = currenciesByPlace(place.url ?? null, place.language ?? null).find(code => codes.includes(code))
  if (local)
    return local
  return /^[$＄]$/.test(printed.text) && OTHER_DOLLARS.test(place.language ?? '') ? null : ASSUMED.get(printed.text) ?? null
}
