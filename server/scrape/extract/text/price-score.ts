import type { Element } from 'domhandler'
import type { Page } from '../page.ts'
import type { Outline, Run } from './outline.ts'
import type { ShownPrice } from './shown-price.ts'
import { elementsOf } from '../dom.ts'
import { CLOSE, contains, isOfOther, kindOf, parentOf, repetitionOf } from './cards.ts'
import { numbersIn } from './money-text.ts'
import { BEFORE_OLD } from './old-price-words.ts'
import { AFTER_OTHER, BEFORE_OTHER } from './other-amounts.ts'
import { ABOUT_DELIVERY, AFTER_UNIT, BEFORE_MANY, BEFORE_PRICE, CURRENT_CLASS, FOR_SOME, HARMLESS, INSTALMENT, INSTALMENT_AFTER, INSTALMENT_BEFORE, OLD_CLASS, OTHER_CLASS, OTHER_PRICE, PRICE_CLASS, SAVED_PERCENT, SERVICE_CLASS, SUBSCRIBED, WITH_TAX, WITH_TAX_CLASS, WITHOUT_TAX, WITHOUT_TAX_CLASS } from './price-words.ts'
import { shortText } from './short-text.ts'
import { outerWords, textAfter, textBefore } from './shown-price.ts'
import { classWords } from './zones.ts'

/** A shown price with how much speaks for it being what the product costs now. */
export interface RatedPrice extends ShownPrice {
  score: number
  isOld: boolean
  /** The first price behind the title. */
  isFirst: boolean
  /** What is said of it, or its class, makes it something else: an instalment, a saving, a member's price. */
  isOther: boolean
  /** On another product's card, or in a part of the page about something else. */
  isElsewhere: boolean
}

const LARGE = /font(?:-size)?:[^;]*\b(?:1[89]|[2-5]\d)(?:px|pt)|font-weight:\s*(?:bold|[6-9]00)/i
/** A class that says what stands beside it: `with-list-price`. */
const WITH_OTHER = /(?:^|\s)(?:with|has|no|without)-\S+/g
const SALE = /sale|special|current|final|now/i
/** `Gift wrap + £3.50`: what comes on top. */
const ON_TOP = /\+\s*$/

/** Weighs what stands on, around and beside each amount; the weights are those that read saved pages of real shops best. */
export function ratePrices(shown: ShownPrice[], page: Page, outline: Outline): RatedPrice[] {
  const places = new Map<string, Set<string>>()
  for (const { amount, element, run } of shown) {
    if (!run.aside)
      places.set(amount, (places.get(amount) ?? new Set()).add(kindOf(element) + kindOf(parentOf(element) ?? element)))
  }
  const repeats = repetitionOf(shown, page, outline)
  const title = outline.runs[outline.title] ?? null
  const first = shown.find(({ run, hasSign }) => title !== null && run.index > title.index && hasSign && !run.aside && !run.struck && !run.hidden)
  return shown.map((each) => {
    const { element, run, text } = each
    const own = `${classWords(element)} ${element.attribs.itemprop ?? ''}`
    const before = textBefore(each, outline)
    const after = textAfter(each, outline)
    // Classified ads print the price in their heading; letters there are names and sizes, never a currency.
    const inTitle = outline.titleElement !== null && contains(outline.titleElement, element)
    const words = byWords(before, each, after) - (isForSome(element) ? 2 : 0) + byChoice(element)
    const isOfCard = isOfOther(element, page, outline)
    const score = byClass(own, outerWords(element), element)
      + words
      + byTax(own, [text, after, before])
      + byPurity(each, inTitle)
      + (each.hasSign ? 1.5 : 0)
      + (LARGE.test(element.attribs.style ?? '') ? 0.6 : 0)
      - (run.aside ? 3 : 0)
      - (run.hidden ? 1.2 : 0)
      - (run.inLink ? 0.7 : 0)
      - (isOfCard ? 1.5 : 0)
      - (isOfService(element, outline) ? 1.5 : 0)
      - (repeats.get(element) ?? 0)
      + Math.min(0.9, ((places.get(each.amount)?.size ?? 1) - 1) * 0.3)
      - distance(run, title)
      + (inTitle ? (/\p{Sc}/u.test(text) ? 0.8 : -4) : 0)
    const isOld = run.struck || (OLD_CLASS.test(own.replace(WITH_OTHER, ' ')) && !SALE.test(own)) || BEFORE_OLD.test(before)
    return { ...each, score, isOld, isFirst: each === first, isOther: words <= -2 || OTHER_CLASS.test(own) || WITHOUT_TAX_CLASS.test(own), isElsewhere: (isOfCard && isOfOther(element, page, outline, CLOSE)) || run.aside || (repeats.get(element) ?? 0) > 2 }
  })
}

function byClass(own: string, outer: string, element: Element): number {
  return (PRICE_CLASS.test(own) ? 1.5 : PRICE_CLASS.test(outer) ? 1 : 0)
    + (CURRENT_CLASS.test(own) ? 0.8 : 0)
    + (element.attribs.itemprop === 'price' ? 1.5 : 0)
    - (OTHER_CLASS.test(own) ? 2 : OTHER_CLASS.test(outer) ? 1 : 0)
}

/** Some levels up a block says that it is about delivery or payment. */
function isOfService(element: Element, { titleElement }: Outline): boolean {
  for (let at: Element | null = element, up = 0; at && up < 6; at = parentOf(at), up++) {
    if (titleElement && contains(at, titleElement))
      return false
    if (SERVICE_CLASS.test(at.attribs.class ?? '') || SERVICE_CLASS.test(at.attribs.id ?? ''))
      return true
  }
  return false
}

function byWords(before: string, { text, head, tail }: ShownPrice, after: string): number {
  const isOther = BEFORE_OTHER.test(before) || SUBSCRIBED.test(before) || BEFORE_MANY.test(before) || OTHER_PRICE.test(`${before} ${text}`) || AFTER_OTHER.test(tail) || ABOUT_DELIVERY.test(head) || SAVED_PERCENT.test(head) || ON_TOP.test(head) || (head.trim() === '' && ON_TOP.test(before))
  return (BEFORE_PRICE.test(before) && !isOther ? 1.2 : 0)
    - (AFTER_UNIT.test(after) || AFTER_UNIT.test(tail) ? 2.5 : 0)
    - (INSTALMENT.test(text) || INSTALMENT_BEFORE.test(before) || INSTALMENT_AFTER.test(after) || INSTALMENT_AFTER.test(tail) ? 2.5 : 0)
    - (isOther ? 2 : 0)
}

/** Of prices to choose from the chosen one is the page's. */
function byChoice(element: Element): number {
  for (let at: Element | null = element, up = 0; at && up < 4; at = parentOf(at), up++) {
    const choice = at.name === 'label' ? [...elementsOf(at)].slice(0, 20).find(({ name, attribs }) => name === 'input' && attribs.type?.toLowerCase() === 'radio') : undefined
    if (choice)
      return choice.attribs.checked === undefined ? -1 : 0.6
  }
  return 0
}

/** The block right around the amount, holding no other one, says whom it is for. */
function isForSome(element: Element): boolean {
  const box = parentOf(element)
  const text = box ? shortText(box, 80) : ''
  return text !== '' && numbersIn(text.replace(/\d+(?:[.,]\d+)?\s?%/g, '')) === 1 && FOR_SOME.test(text)
}

/** A price mostly stands alone; in a sentence it is about something else. */
function byPurity({ head, tail }: ShownPrice, inTitle: boolean): number {
  const letters = `${head}${tail}`.replace(HARMLESS, ' ').match(/\p{L}/gu)?.length ?? 0
  return inTitle ? 0 : letters === 0 ? 0.4 : letters > 25 ? -1 : letters > 8 ? -0.3 : 0
}

/** Words of tax in the price's own text or class; in what stands beside it only where that is no price of its own. */
function byTax(name: string, texts: string[]): number {
  const said = texts.filter((text, index) => index === 0 || !/\d[.,\d]*\d/.test(text.replace(/\d+ ?%/g, '')))
  const says = (text: RegExp, classes: RegExp) => said.some(each => text.test(each)) || classes.test(name)
  // What it says of itself goes before what is said beside it, which may be of the other one.
  const own = texts[0] ?? ''
  if (WITH_TAX.test(own) && !WITHOUT_TAX.test(own))
    return 0.5
  return says(WITHOUT_TAX, WITHOUT_TAX_CLASS) ? -1.2 : says(WITH_TAX, WITH_TAX_CLASS) ? 0.5 : 0
}

/** How far from the title, as a loss: prices stand behind it and near. */
function distance(run: Run, title: Run | null): number {
  if (!title)
    return 0.5
  const behind = run.offset - title.offset
  return Math.min(2.2, Math.log2(1 + Math.abs(behind) / 250) * 0.5) + (behind < 0 ? 0.8 : 0)
}
