import type { Element } from 'domhandler'
import type { Page } from '../page.ts'
import type { Outline, Run } from './outline.ts'
import { isTag } from 'domhandler'
import { printedCurrency } from '../../normalize/currency.ts'
import { asciiDigits } from '../../normalize/digits.ts'
import { parsePrice } from '../../normalize/price.ts'
import { plainDecimal } from '../schema-offer.ts'
import { moneyText, numbersIn, priceElement } from './money-text.ts'
import { currencyBeside, settleOnPage, signBeyond } from './price-sign.ts'
import { PRICE_CLASS, SIGNED } from './price-words.ts'
import { classWords } from './zones.ts'

/** An amount of money as it stands on the page. */
export interface ShownPrice {
  text: string
  element: Element
  run: Run
  amount: string
  currency: string | null
  /** A currency sign or code stands right beside the number. */
  hasSign: boolean
}

const MAX_SHOWN = 3000
const CODE = /(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g

/** Every amount of a page that has a currency beside it or a class that names it a price. */
export function shownPrices(page: Page, outline: Outline): ShownPrice[] {
  const shown: ShownPrice[] = []
  let known: ReadonlySet<string> | null = null
  const codes = () => known ??= new Set(page.html.slice(0, 1_000_000).match(CODE))
  const seen = new Set<Element>()
  for (const run of outline.runs) {
    if (shown.length >= MAX_SHOWN || run.text.length > 200 || !/\d/.test(asciiDigits(run.text)))
      continue
    if (run.text.length > 60 && !SIGNED.test(run.text))
      continue
    const element = priceElement(run)
    if (seen.has(element))
      continue
    const text = element === run.element && run.text.length > 40 ? run.text : moneyText(element)
    const sign = printedCurrency(asciiDigits(text))
    const isPrice = PRICE_CLASS.test(`${classWords(element)} ${element.attribs.itemprop ?? ''} ${outerWords(element)}`)
    const beyond = sign ? null : signBeyond(run, text, outline)
    if (!sign && !beyond && !(isPrice && isBareNumber(text)))
      continue
    const parsed = parsePrice(text, page)
    if (parsed.amount === null || Number(parsed.amount) <= 0 || parsed.kind === 'free' || (parsed.amountText?.replace(/\D/g, '').length ?? 0) > 12)
      continue
    seen.add(element)
    const hasSign = sign ? currencyBeside(asciiDigits(text), parsed.amountText ?? '') : beyond !== null
    if (hasSign || isPrice)
      shown.push({ text, element, run, amount: plainDecimal(parsed.amount), currency: settleOnPage(sign ?? beyond, parsed.amountText ?? '', page, codes), hasSign })
  }
  return shown
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

/** What stands right before the number: in its own text, and in the piece of text before. */
export function textBefore({ run, text }: ShownPrice, { runs }: Outline): string {
  const inside = /^\D*/.exec(text)?.[0] ?? ''
  const before = runs[run.index - 1]
  return `${before && before.text.length < 40 ? before.text : ''} ${inside}`.replace(/[^\p{L}\d\s:.]/gu, ' ').trim().slice(-40)
}

/** The next piece of text that is not part of the price. */
export function textAfter({ run, text }: ShownPrice, { runs }: Outline): string {
  for (let index = run.index + 1; index < run.index + 5; index++) {
    const next = runs[index]
    if (next && !text.includes(next.text))
      return next.text.slice(0, 30)
  }
  return ''
}
