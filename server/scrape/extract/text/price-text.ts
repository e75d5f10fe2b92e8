import type { ChildNode, Element } from 'domhandler'
import type { PrintedCurrency } from '../../normalize/currency.ts'
import type { Candidate } from '../candidate.ts'
import type { Page } from '../page.ts'
import type { Outline, Run } from './outline.ts'
import { isTag, isText } from 'domhandler'
import { printedCurrency, settle } from '../../normalize/currency.ts'
import { asciiDigits } from '../../normalize/digits.ts'
import { currenciesByPlace } from '../../normalize/places.ts'
import { parsePrice } from '../../normalize/price.ts'
import { cleanText } from '../../normalize/text.ts'
import { plainDecimal } from '../schema-offer.ts'
import { classWords } from './zones.ts'

interface Shown {
  text: string
  element: Element
  run: Run
  amount: string
  currency: string | null
  hasSign: boolean
  score: number
  isOld: boolean
}

const PRICE_CLASS = /price|preis|prix|prec[ie]|prezz|prijs|cena|cijena|tsena|fiyat|pris\b|hinta|kaina|harga|amount|money|cost|betrag|pvp|\bkr\b/i
const CURRENT_CLASS = /current|sale|special|final|now|actual|offer-price|our-?price|sell|discounted|reduced|new-?price|price-?new|buy|main|product-price|price-product|pdp-price|offer|promo|akt/i
const OLD_CLASS = /old|was|list-?price|regular-?price|compare|strike|crossed|before|original|rrp|uvp|msrp|pvpr|previous|retail|standard-?price|streich|ancien|anterior|tachado|barre|catalog|del\b|full-?price|base-?price|price-?base|high/i
const OTHER_AMOUNT = /save|saving|discount|rabatt|you-?save|shipping|delivery|versand|install|monthly|per-?month|unit-?price|price-?per|per-?unit|grundpreis|base-unit|tax|vat|finance|leasing|credit|loyalty|points|bonus|cashback|coupon|voucher|deposit|fee|subtotal|total-|cart|basket|rating|review|stock|quantity|qty|delta|member|club|kredit|rate\b/i
const AFTER_UNIT = /^\s*(?:\/|per\b|pro\b|par\b|por\b|al\b|za\b|je\b|à la\b)\s?(?:\d+\s?)?(?:kg|[gl]|gr|lt|ml|cl|[mh]|m²|m2|cm|st|stk|stück|unit|pc|pcs|month|mo|monat|mois|mes|mese|miesiąc|week|day|tag|100|1000|person|night|hour)\b|^\s*(?:mtl\.|x\s?\d+|kk\b|\/kk)/i
const BEFORE_OTHER = /(?:starting (?:price|bid)|opening bid|estimate|minimum bid|reserve|startpreis|startgebot|mise à prix|save|sparen|you save|économisez|ahorra|risparmi|shipping|delivery|versand|livraison|envío|spedizione|dostawa|доставк\p{L}*|over|above|ab einem|from orders|orders|minimum|spend|credit|points|bonus|rrp|uvp|was|statt|vorher|instead of|list price|regular price|old price|retail price|monthly|per month|deposit|cashback|\bx\s?\d+|\d+\s?x|of)\s*(?::\s*)?$/iu
const BEFORE_OLD = /(?:rrp|uvp|msrp|was|statt|vorher|instead of|list price|regular price|old price|retail price|avant|antes|prima|prezzo di listino|precio anterior|tidigare|før|ordinarie|původně|běžná cena|katalogowa|старая цена|市價|市价|定價|原價|原价|建議售價|通常価格|定価|정가)\s*(?::\s*)?$/iu
const SIGNED = /(?:\p{Sc}|(?<!\p{L})[A-Z]{3})\s?\d|\d\s?(?:[\p{Sc}元円원]|[A-Z]{3}(?!\p{L})|zł|Kč|kr(?!\p{L})|руб|грн|тг|Ft|lei|лв|TL)/u
const MAX_CANDIDATES = 3000
const BEFORE_PRICE = /(?:price|preis|prix|precios?|preço|prezzo|prijs|cena|cijena|цена|ціна|fiyat[ıi]?|pris|hinta|ár|hind|kaina|售價|售价|价格|價格|優惠價|优惠价|特價|特价|直購價|網路價|販売価格|価格|税込|가격|판매가|السعر|מחיר|ราคา|giá|harga)\s*(?::\s*)?$/iu
const CENTS = /cent|decimal|fraction|minor|sup/i

/** How many separate numbers a text holds. */
const numbersIn = (text: string) => text.match(/\d(?:[\d.,' ]*\d)?/g)?.length ?? 0

const CODE = /(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g

/** How many pieces of text stand between two prices. */
const apart = (a: Shown, b: Shown) => Math.abs(a.run.index - b.run.index)

/** Prices as a visitor sees them: the likeliest first, with those struck out as list prices. */
export function priceText(page: Page, outline: Outline): Candidate[] {
  const shown = collect(page, outline)
  rate(shown, outline)
  const now = shown.filter(each => !each.isOld).sort((a, b) => b.score - a.score)
  const best = now[0]
  if (!best || best.score < 0.8)
    return []
  const rival = now.find(each => Number(each.amount) !== Number(best.amount))
  const margin = best.score - (rival?.score ?? 0)
  const trust = Math.min(0.93, Math.max(0.4, 0.45 + 0.12 * margin + 0.04 * best.score))
  const path = pathOf(best.element)
  const candidates: Candidate[] = [{ field: 'price', value: best.amount, raw: best.text, path, source: 'text', trust }]
  const coded = best.currency ?? now.find(each => each.currency !== null && each.amount === best.amount)?.currency ?? null
  if (coded)
    candidates.push({ field: 'currency', value: coded, raw: best.text, path, source: 'text', trust: 0.85 })
  const old = shown.filter(each => each.isOld && Number(each.amount) > Number(best.amount) && Number(each.amount) < Number(best.amount) * 20 && apart(each, best) < 40)
    .filter(each => Number(nearest(each, now)?.amount) === Number(best.amount))
    .sort((a, b) => apart(a, best) - apart(b, best))[0]
  if (old)
    candidates.push({ field: 'listPrice', value: old.amount, raw: old.text, path: pathOf(old.element), source: 'text', trust: 0.8 })
  return candidates
}

/** A struck price belongs to the price next to it: on the card of another product, that is the other product's. */
function nearest(old: Shown, now: readonly Shown[]): Shown | null {
  return now.reduce<Shown | null>((best, each) => best === null || apart(old, each) < apart(old, best) ? each : best, null)
}

function collect(page: Page, outline: Outline): Shown[] {
  const shown: Shown[] = []
  let known: ReadonlySet<string> | null = null
  const codes = () => known ??= new Set(page.html.slice(0, 1_000_000).match(CODE))
  const seen = new Set<Element>()
  for (const run of outline.runs) {
    if (shown.length >= MAX_CANDIDATES || run.text.length > 200 || !/\d/.test(asciiDigits(run.text)))
      continue
    if (run.text.length > 60 && !SIGNED.test(run.text))
      continue
    const element = priceElement(run)
    if (seen.has(element))
      continue
    const text = element === run.element && run.text.length > 40 ? run.text : moneyText(element)
    const sign = printedCurrency(asciiDigits(text))
    const words = `${classWords(element)} ${element.attribs.itemprop ?? ''} ${parentWords(element)}`
    const beyond = sign ? null : signBeyond(run, text, outline)
    if (!sign && !beyond && !PRICE_CLASS.test(words))
      continue
    if (text.length > 80 && !sign)
      continue
    const parsed = parsePrice(text, page)
    if (parsed.amount === null || Number(parsed.amount) <= 0 || parsed.kind === 'free' || (parsed.amountText?.replace(/\D/g, '').length ?? 0) > 12)
      continue
    seen.add(element)
    const beside = sign ? currencyBeside(asciiDigits(text), parsed.amountText ?? '') : beyond !== null
    if (!beside && !PRICE_CLASS.test(words))
      continue
    shown.push({ text, element, run, amount: plainDecimal(parsed.amount), currency: settleOnPage(sign ?? beyond, parsed.amountText ?? '', page, codes), hasSign: beside, score: 0, isOld: false })
  }
  return shown
}

/**
 * A sign that several currencies share: by the page's place, else by the one code of them that the page's source names.
 * A dollar sign before `3.340` is no US dollar: without another hint it stays open.
 */
function settleOnPage(printed: PrintedCurrency | null, amountText: string, page: Page, codes: () => ReadonlySet<string>): string | null {
  if (!printed)
    return null
  if (printed.codes.length < 2 || currenciesByPlace(page.url, page.language).some(code => printed.codes.includes(code)))
    return settle(printed, page)
  const named = printed.codes.filter(code => codes().has(code))
  if (named.length === 1)
    return named[0] ?? null
  return printed.text === '$' && /^\d{1,3}(?:\.\d{3})+$/.test(amountText) ? null : settle(printed, page)
}

/** The currency may stand in an element of its own right before or behind the number. */
function signBeyond(run: Run, text: string, { runs }: Outline): PrintedCurrency | null {
  if (!/^\d[\d.,' ]*[-–—]?$/.test(text))
    return null
  const before = runs[run.index - 1]?.text ?? ''
  const after = runs[run.index + 1]?.text ?? ''
  return (before.length <= 5 ? printedCurrency(before) : null) ?? (after.length <= 5 ? printedCurrency(after) : null)
}

/** A sign counts when only blanks stand between it and the number. */
function currencyBeside(text: string, amountText: string): boolean {
  const at = text.indexOf(amountText.split(/[€ ]/)[0] ?? amountText)
  if (at < 0)
    return true
  const before = text.slice(Math.max(0, at - 12), at)
  const after = text.slice(at + amountText.length, at + amountText.length + 12)
  return printedCurrency(before.slice(-6)) !== null || printedCurrency(after.slice(0, 7)) !== null
}

/** A price is often cut into pieces (`<b>12</b><sup>99</sup> €`): the largest ancestor that still holds one number only. */
function priceElement(run: Run): Element {
  let best = run.element
  for (let up = 0, at: Element | null = run.element; up < 4 && at; up++) {
    const text = moneyText(at)
    if (text === '' || text.length > 40 || numbersIn(text) > 1)
      break
    best = at
    at = at.parent && isTag(at.parent) && at.parent.name !== 'body' && at.parent.name !== 'li' && at.parent.name !== 'tr' ? at.parent : null
  }
  return best
}

/** Text of a small element with cents in superscript joined by a point. */
function moneyText(element: Element): string {
  let text = ''
  let steps = 0
  for (let node: ChildNode | null = element.firstChild; node;) {
    if (++steps > 40 || text.length > 200)
      return ''
    if (isText(node)) {
      const parent = node.parent && isTag(node.parent) ? node.parent : null
      const isCents = parent !== null && parent !== element && (parent.name === 'sup' || CENTS.test(parent.attribs.class ?? '')) && /^\s*\d{2}\s*$/.test(node.data) && /\d\s*$/.test(text)
      const isApart = /\d$/.test(text) && /^\d/.test(node.data)
      text = isCents ? `${text.trimEnd()}.${node.data.trim()}` : `${text}${isApart ? ' | ' : ''}${node.data}`
    }
    else if (isTag(node) && (node.name === 'br' || node.name === 'div' || node.name === 'p' || node.name === 'li' || node.name === 'td')) {
      text += ' | '
    }
    if (isTag(node) && node.firstChild && node.name !== 'script' && node.name !== 'style' && node.name !== 'select') {
      node = node.firstChild
      continue
    }
    while (node && !node.nextSibling)
      node = node.parent === element || !node.parent || !isTag(node.parent) ? null : node.parent
    node = node?.nextSibling ?? null
  }
  return cleanText(text).replace(/^[| ]+|[| ]+$/g, '')
}

function parentWords(element: Element): string {
  const parent = element.parent && isTag(element.parent) ? element.parent : null
  const grand = parent?.parent && isTag(parent.parent) ? parent.parent : null
  return `${parent ? classWords(parent) : ''} ${grand ? classWords(grand) : ''}`.slice(0, 600)
}

function rate(shown: Shown[], outline: Outline): void {
  const bySignature = Map.groupBy(shown, each => signatureOf(each.element))
  const byAmount = Map.groupBy(shown.filter(each => !each.run.aside), each => each.amount)
  const title = outline.runs[outline.title] ?? null
  for (const each of shown) {
    const own = `${classWords(each.element)} ${each.element.attribs.itemprop ?? ''}`
    const words = `${own} ${parentWords(each.element)}`
    const before = textBefore(each, outline)
    const after = textAfter(each, outline)
    each.isOld = each.run.struck || (OLD_CLASS.test(own) && !/sale|special|current|final|now/i.test(own)) || BEFORE_OLD.test(before)
    const alike = new Set(bySignature.get(signatureOf(each.element))?.map(other => other.amount)).size
    each.score = (each.hasSign ? 1.5 : 0)
      + (PRICE_CLASS.test(own) ? 1.5 : PRICE_CLASS.test(words) ? 1 : 0)
      + (CURRENT_CLASS.test(own) ? 0.8 : 0)
      + (each.element.attribs.itemprop === 'price' ? 1.5 : 0)
      + (BEFORE_PRICE.test(before) ? 1.2 : 0)
      + (/font(?:-size)?:[^;]*\b(?:1[89]|[2-5]\d)(?:px|pt)|font-weight:\s*(?:bold|[6-9]00)/i.test(each.element.attribs.style ?? '') ? 0.6 : 0)
      - (OTHER_AMOUNT.test(own) ? 2 : OTHER_AMOUNT.test(words) ? 1 : 0)
      - (AFTER_UNIT.test(after) || AFTER_UNIT.test(each.text.replace(/^.*\d/, '')) ? 2.5 : 0)
      - (BEFORE_OTHER.test(before) ? 2 : 0)
      - (each.run.aside ? 3 : 0)
      - (each.run.hidden ? 1.2 : 0)
      - (each.run.inLink ? 0.7 : 0)
      - (alike >= 3 ? 2.5 : alike === 2 ? 0.4 : 0)
      + Math.min(0.9, ((byAmount.get(each.amount)?.length ?? 1) - 1) * 0.3)
      - distance(each.run, title)
      - (each.text.length > 40 ? 1 : 0)
  }
}

/** How far from the title, as a loss: prices stand behind it and near. */
function distance(run: Run, title: Run | null): number {
  if (!title)
    return 0.5
  const behind = run.offset - title.offset
  return Math.min(2.2, Math.log2(1 + Math.abs(behind) / 250) * 0.5) + (behind < 0 ? 0.8 : 0)
}

function textBefore({ run, text }: Shown, { runs }: Outline): string {
  const inside = /^\D*/.exec(text)?.[0] ?? ''
  const before = runs[run.index - 1]
  return `${before && before.text.length < 40 ? before.text : ''} ${inside}`.replace(/[^\p{L}\d\s:.]/gu, ' ').trim().slice(-40)
}

function textAfter({ run, text }: Shown, { runs }: Outline): string {
  for (let index = run.index + 1; index < run.index + 5; index++) {
    const next = runs[index]
    if (next && !text.includes(next.text))
      return next.text.slice(0, 20)
  }
  return ''
}

/** Tag and class of an element and its ancestors: equal for the cards of one list. */
function signatureOf(element: Element): string {
  const parts: string[] = []
  for (let at: Element | null = element; at && parts.length < 6; at = at.parent && isTag(at.parent) ? at.parent : null)
    parts.push(`${at.name}.${(at.attribs.class ?? '').replace(/\d+/g, '').slice(0, 80)}`)
  return parts.join('<')
}

/** A selector for a person to find the element again: nearest id, then tags and first classes. */
export function pathOf(element: Element): string {
  const parts: string[] = []
  for (let at: Element | null = element; at && parts.length < 4; at = at.parent && isTag(at.parent) ? at.parent : null) {
    const id = at.attribs.id
    if (id && /^[\w-]{1,40}$/.test(id)) {
      parts.unshift(`#${id}`)
      break
    }
    const first = at.attribs.class?.trim().split(/\s+/)[0]
    parts.unshift(first && /^[\w-]{1,40}$/.test(first) ? `${at.name}.${first}` : at.name)
  }
  return parts.join(' > ')
}
