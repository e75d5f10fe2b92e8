import type { Element } from 'domhandler'
import type { PrintedCurrency } from '../../normalize/currency.ts'
import type { Page } from '../page.ts'
import type { Outline, Run } from './outline.ts'
import { isTag } from 'domhandler'
import { printedCurrency } from '../../normalize/currency.ts'
import { asciiDigits } from '../../normalize/digits.ts'
import { currenciesByPlace } from '../../normalize/places.ts'
import { parsePrice } from '../../normalize/price.ts'
import { plainDecimal } from '../schema-offer.ts'
import { contains } from './cards.ts'
import { amountsIn, isCentsAlone, joinedPieces, moneyText, numbersIn, priceElement } from './money-text.ts'
import { currencyBeside, currencyWitnesses, settleOnPage, signBeyond } from './price-sign.ts'
import { BEFORE_PRICE, PRICE_CLASS, SIGNED } from './price-words.ts'
import { classWords } from './zones.ts'

/** An amount of money as it stands on the page. */
export interface ShownPrice {
  /** As printed, digits of every script as ASCII. */
  text: string
  /** As printed. */
  raw: string
  element: Element
  run: Run
  /** How many pieces of text it is made of. */
  pieces: number
  amount: string
  currency: string | null
  /** A currency sign or code stands right beside the number. */
  hasSign: boolean
  /** What its own text holds before and behind the amount, currency left out. */
  head: string
  tail: string
}

const MAX_SHOWN = 3000
const MOST_PIECES = 20
/** `249,-`, `19.–`, `1 299:-`: no other numbers are written so. */
const DASHED = /(?:^|^[\p{L}. ]{2,30}[:\s]\s?)\d[\d.' ]*(?:[,.:]\s?[-–—]{1,2}|[-–—]{2})\B/u
/** Digits run on into letters and digits: a number of goods, not an amount (`HOM21C023-Q11`). */
const CODE_AFTER = /^\p{L}{1,4}\d/u
/** `7 折` is seven tenths of a price. */
const TENTHS = /^\s?折/

/** `<b>8</b><sup>25</sup>`: a number whose cents are set apart is an amount, though nothing says of what money. */
const isCut = (own: string, text: string): boolean => /^\d{1,5}$/.test(own) && text.length === own.length + 3 && text.startsWith(`${own}.`)

/** One whole number: cents beside it may belong to it. */
const isWithoutCents = (text: string): boolean => numbersIn(text) === 1 && !/[.,]\d\d(?!\d)/.test(text)

/** Every amount of a page that has a currency beside it, a class that names it a price, or the word "price" before it. */
export function shownPrices(page: Page, outline: Outline): ShownPrice[] {
  const shown: ShownPrice[] = []
  const witnesses = currencyWitnesses(page)
  const seen = new Set<Element>()
  let joinedUpTo = 0
  for (const run of outline.runs) {
    const own = asciiDigits(run.text)
    if (shown.length >= MAX_SHOWN || run.text.length > 200 || !/\d/.test(own) || run.index < joinedUpTo || isCentsAlone(run, outline.runs))
      continue
    if (run.text.length > 60 && !SIGNED.test(own))
      continue
    const element = priceElement(run)
    const whole = moneyText(element)
    const joined = joinedPieces(run, outline.runs)
    const isShared = element === run.element && (run.text.length > 40 || amountsIn(whole) > 1)
    if (seen.has(element) && !isShared)
      continue
    const raw = joined && (isShared || isWithoutCents(whole)) ? joined.text : isShared ? run.text : whole
    const text = asciiDigits(raw)
    const sign = printedCurrency(text)
    const isPrice = PRICE_CLASS.test(`${classWords(element)} ${element.attribs.itemprop ?? ''} ${outerWords(element)}`)
    const beyond = sign ? null : signBeyond(run, text, outline)
    const isDashed = !sign && !beyond && (DASHED.test(text) || isCut(own, text))
    if (!sign && !beyond && !isDashed && !((isPrice || isAnnounced(run, text, outline)) && isBareNumber(text)))
      continue
    const parsed = parsePrice(text, page)
    const amountText = parsed.amountText ?? ''
    if (parsed.amount === null || Number(parsed.amount) <= 0 || parsed.kind === 'free' || amountText.replace(/\D/g, '').length > 12)
      continue
    if (sign && !isPrice && (/^\d+\D*$/.test(amountText) || sign.text.length === 1) && isDoubtful(sign, page, witnesses.codes))
      continue
    const [before, behind] = around(text, amountText)
    if (CODE_AFTER.test(behind) || TENTHS.test(behind))
      continue
    seen.add(element)
    joinedUpTo = joined ? run.index + joined.pieces : 0
    const hasSign = sign ? currencyBeside(text, amountText) : beyond !== null || isDashed
    if (hasSign || isPrice || isAnnounced(run, text, outline)) {
      const bare = (part: string) => (sign ? part.replace(sign.text, ' ') : part)
      shown.push({ text, raw, element, run, pieces: joined?.pieces ?? piecesOf(element, run, outline), amount: plainDecimal(parsed.amount), currency: settleOnPage(sign ?? beyond, amountText, page, witnesses), hasSign, head: bare(before), tail: bare(behind) })
    }
  }
  return shown
}

/** How many of the texts from this one on stand in the element. */
function piecesOf(element: Element, { index }: Run, { runs }: Outline): number {
  let end = index + 1
  while (end < index + MOST_PIECES && runs[end] && contains(element, runs[end]!.element))
    end++
  return end - index
}

/** `ID 4711`, `SR 240`, `DT 770`: one or two capital letters before a bare number are money where the page's place or source names that money, and a model elsewhere. */
function isDoubtful({ text, codes }: PrintedCurrency, page: Page, named: () => ReadonlySet<string>): boolean {
  return /^[A-Z]{1,2}$/.test(text) && !codes.some(code => currenciesByPlace(page.url, page.language).includes(code) || named().has(code))
}

/** What a text holds before and behind its amount; the apostrophes of `1'299` are no part of the amount's text. */
function around(text: string, amountText: string): [before: string, behind: string] {
  const at = text.indexOf(amountText)
  return at < 0 ? [/^\D*/.exec(text)?.[0] ?? '', /\D*$/.exec(text)?.[0] ?? ''] : [text.slice(0, at), text.slice(at + amountText.length)]
}

/** "Price: 59.95", or a number with cents behind a piece of text that says "price". */
function isAnnounced(run: Run, text: string, { runs }: Outline): boolean {
  const inside = /^\D*/.exec(text)?.[0].trim() ?? ''
  const before = inside === '' ? runs[run.index - 1]?.text ?? '' : inside
  return before.length < 40 && BEFORE_PRICE.test(before) && /^\D*\d[\d.,' ]*[.,]\d\d\D*$/.test(text)
}

/** Without a currency only a number counts, with a word or two around it: not a title that names a size or a year. */
function isBareNumber(text: string): boolean {
  return (text.match(/\p{L}/gu)?.length ?? 0) <= 12 && numbersIn(text) === 1
}

/** Class words of the two elements around. */
export function outerWords(element: Element): string {
  const parent = element.parent && isTag(element.parent) ? element.parent : null
  const grand = parent?.parent && isTag(parent.parent) ? parent.parent : null
  return `${parent ? classWords(parent) : ''} ${grand ? classWords(grand) : ''}`.slice(0, 600)
}

/** What stands right before the number: in its own text, and in the piece of text before unless that is a price itself. */
export function textBefore({ run, head }: ShownPrice, { runs }: Outline): string {
  const before = runs[run.index - 1]
  return `${before && before.text.length < 40 && !SIGNED.test(before.text) ? before.text : ''} ${head}`.replace(/[^\p{L}\d\s:.'’]/gu, ' ').trim().slice(-60)
}

/** What stands right behind it: the rest of its own text, or the next piece of text that is not part of the price. */
export function textAfter({ run, text, tail }: ShownPrice, { runs }: Outline): string {
  if (/\p{L}/u.test(tail))
    return tail.slice(0, 60)
  for (let index = run.index + 1; index < run.index + 5; index++) {
    const next = runs[index]
    if (next && !text.includes(asciiDigits(next.text)))
      return next.text.slice(0, 40)
  }
  return ''
}
