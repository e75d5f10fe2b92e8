import type { Element } from 'domhandler'
import type { Page } from '../page.ts'
import type { Outline, Run } from './outline.ts'
import type { ShownPrice } from './shown-price.ts'
import { isTag } from 'domhandler'
import { elementsOf } from '../dom.ts'
import { bareAddress } from '../identity.ts'
import { absoluteUrl } from '../page.ts'
import { AFTER_UNIT, BEFORE_OLD, BEFORE_OTHER, BEFORE_PRICE, CURRENT_CLASS, INSTALMENT, INSTALMENT_AFTER, INSTALMENT_BEFORE, OLD_CLASS, OTHER_CLASS, PRICE_CLASS, WITH_TAX, WITHOUT_TAX } from './price-words.ts'
import { outerWords, textAfter, textBefore } from './shown-price.ts'
import { classWords } from './zones.ts'

/** A shown price with how much speaks for it being what the product costs now. */
export interface RatedPrice extends ShownPrice {
  score: number
  isOld: boolean
}

const LARGE = /font(?:-size)?:[^;]*\b(?:1[89]|[2-5]\d)(?:px|pt)|font-weight:\s*(?:bold|[6-9]00)/i
const SALE = /sale|special|current|final|now/i

/** Weighs what stands on, around and beside each amount; the weights are those that read saved pages of real shops best. */
export function ratePrices(shown: ShownPrice[], page: Page, outline: Outline): RatedPrice[] {
  const amounts = new Map<string, Set<string>>()
  const times = new Map<string, number>()
  for (const { element, amount, run } of shown) {
    const signature = signatureOf(element)
    amounts.set(signature, (amounts.get(signature) ?? new Set()).add(amount))
    if (!run.aside)
      times.set(amount, (times.get(amount) ?? 0) + 1)
  }
  const title = outline.runs[outline.title] ?? null
  return shown.map((each) => {
    const { element, run, text } = each
    const own = `${classWords(element)} ${element.attribs.itemprop ?? ''}`
    const before = textBefore(each, outline)
    const after = textAfter(each, outline)
    // Classified ads print the price in their heading; letters there are names and sizes, never a currency.
    const inTitle = outline.titleElement !== null && contains(outline.titleElement, element)
    const alike = amounts.get(signatureOf(element))?.size ?? 1
    const score = byClass(own, outerWords(element), element)
      + byWords(before, text, after)
      + (each.hasSign ? 1.5 : 0)
      + (LARGE.test(element.attribs.style ?? '') ? 0.6 : 0)
      - (run.aside ? 3 : 0)
      - (run.hidden ? 1.2 : 0)
      - (run.inLink ? 0.7 : 0)
      - (isOfOther(element, page, outline) ? 1.5 : 0)
      - (alike >= 3 ? 2.5 : alike === 2 ? 0.4 : 0)
      + Math.min(0.9, ((times.get(each.amount) ?? 1) - 1) * 0.3)
      - distance(run, title)
      - (text.length > 40 && !inTitle ? 1 : 0)
      + (inTitle ? (/\p{Sc}/u.test(text) ? 0.8 : -4) : 0)
    const isOld = run.struck || (OLD_CLASS.test(own) && !SALE.test(own)) || BEFORE_OLD.test(before)
    return { ...each, score, isOld }
  })
}

function byClass(own: string, outer: string, element: Element): number {
  return (PRICE_CLASS.test(own) ? 1.5 : PRICE_CLASS.test(outer) ? 1 : 0)
    + (CURRENT_CLASS.test(own) ? 0.8 : 0)
    + (element.attribs.itemprop === 'price' ? 1.5 : 0)
    - (OTHER_CLASS.test(own) ? 2 : OTHER_CLASS.test(outer) ? 1 : 0)
}

function byWords(before: string, text: string, after: string): number {
  const tail = text.replace(/^.*\d/, '')
  return (BEFORE_PRICE.test(before) ? 1.2 : 0)
    - (AFTER_UNIT.test(after) || AFTER_UNIT.test(tail) ? 2.5 : 0)
    - (INSTALMENT.test(text) || INSTALMENT_BEFORE.test(before) || INSTALMENT_AFTER.test(after) || INSTALMENT_AFTER.test(tail) ? 2.5 : 0)
    - (BEFORE_OTHER.test(before) ? 2 : 0)
    + byTax(text, after, before)
}

/** Words of tax in the price's own text; in what stands beside it only where that is no price of its own. */
function byTax(...texts: string[]): number {
  const said = texts.filter((text, index) => index === 0 || !/\d[.,\d]*\d/.test(text.replace(/\d+ ?%/g, '')))
  return said.some(text => WITHOUT_TAX.test(text)) ? -1.2 : said.some(text => WITH_TAX.test(text)) ? 0.5 : 0
}

/** How far from the title, as a loss: prices stand behind it and near. */
function distance(run: Run, title: Run | null): number {
  if (!title)
    return 0.5
  const behind = run.offset - title.offset
  return Math.min(2.2, Math.log2(1 + Math.abs(behind) / 250) * 0.5) + (behind < 0 ? 0.8 : 0)
}

/** On the card of another product: inside a link to another page, or beside a linked picture in a block apart from the title. */
function isOfOther(element: Element, page: Page, { titleElement }: Outline): boolean {
  let at: Element | null = element
  for (let up = 0; at && up < 5; up++) {
    if (at.name === 'body' || (titleElement && contains(at, titleElement)))
      return false
    if (at.name === 'a' && leadsAway(at, page))
      return true
    const links = [...elementsOf(at)].slice(0, 60).filter(each => each.name === 'a')
    if (links.some(link => leadsAway(link, page) && [...elementsOf(link)].slice(0, 20).some(each => each.name === 'img')))
      return true
    at = at.parent && isTag(at.parent) ? at.parent : null
  }
  return false
}

function contains(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at; at = at.parent && isTag(at.parent) ? at.parent : null) {
    if (at === outer)
      return true
  }
  return false
}

function leadsAway({ attribs }: Element, page: Page): boolean {
  const url = attribs.href && !attribs.href.startsWith('#') ? absoluteUrl(attribs.href, page.base) : null
  const address = url && bareAddress(url, page.base)
  return address !== null && address !== '' && !page.identity.addresses.has(address) && !/\.(?:jpe?g|png|webp|gif|avif)$/.test(address)
}

/** Tag and class of an element and its ancestors: equal for the cards of one list. */
function signatureOf(element: Element): string {
  const parts: string[] = []
  for (let at: Element | null = element; at && parts.length < 6; at = at.parent && isTag(at.parent) ? at.parent : null)
    parts.push(`${at.name}.${(at.attribs.class ?? '').replace(/\d+/g, '').slice(0, 80)}`)
  return parts.join('<')
}
