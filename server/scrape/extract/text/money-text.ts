import type { ChildNode, Element } from 'domhandler'
import type { Run } from './outline.ts'
import { isTag, isText } from 'domhandler'
import { asciiDigits } from '../../normalize/digits.ts'
import { cleanText } from '../../normalize/text.ts'

const CENTS = /cent|decimal|fraction|minor|sup/i
const SMALL = new Set(['sup', 'small', 'sub'])
/** The whole amount, perhaps with its sign, that cents behind it belong to: `35`, `35 €`. */
const WHOLE = /(\d)(\s?(?:\p{Sc}|zł|kr\.?|Kč|лв|руб\.?|lei|Ft))?\s*$/u
/** Two digits right behind a number in an element of their own, a sign beside them: `<b>19</b><i>99</i> €`. */
const APART_CENTS = /^(\p{Sc}|[A-Z]{1,3}\$|[A-Z]{3})?\s?(\d[\d.,' ]*)¦(\d\d)\s?(\p{Sc}|[A-Z]{3}|zł|kr\.?|Kč|лв|руб\.?|lei)?$/u

/** How many separate numbers a text holds. */
export const numbersIn = (text: string) => asciiDigits(text).match(/\d(?:[\d.,' ]*\d)?/g)?.length ?? 0
const PERCENTAGE = /\(?\s?[-–−]?\s?\d+(?:[.,]\d+)?\s?%\s?\)?/g
/** The same, a reduction in percent left out. */
export const amountsIn = (text: string) => numbersIn(text.replace(PERCENTAGE, ' '))

const WIDE = new Set(['body', 'li', 'tr', 'main', 'article', 'section'])
const MORE = new Set(['h1', 'h2', 'h3', 'button', 'form', 'input', 'select'])

/** A price is made of so few pieces. */
const MOST_PIECES = 40
/** A block with a heading, something to press or a long list in it is more than a price. */
const holdsMore = (element: Element) => element.children.length > MOST_PIECES || element.children.some(child => isTag(child) && MORE.has(child.name))

/** A price is often cut into pieces (`<b>12</b><sup>99</sup> €`): the largest ancestor that still holds one number only. */
export function priceElement(run: Run): Element {
  let best = run.element
  for (let up = 0, at: Element | null = run.element; up < 4 && at; up++) {
    const text = moneyText(at)
    if (text === '' || text.length > 40 || (up === 0 ? amountsIn(text) : numbersIn(text)) > 1)
      break
    best = at
    at = at.parent && isTag(at.parent) && !WIDE.has(at.parent.name) && !holdsMore(at.parent) ? at.parent : null
  }
  return best
}

/** Marks of direction, which Arabic and Hebrew shops put around amounts. */
const MARKS = /[\u200E\u200F\u061C\u2066-\u2069]/g

/** Text of a small element with cents in superscript joined by a point. */
export function moneyText(element: Element): string {
  let text = ''
  let steps = 0
  for (let node: ChildNode | null = element.firstChild; node;) {
    if (++steps > MOST_PIECES || text.length > 200)
      return ''
    if (isText(node)) {
      const parent = node.parent && isTag(node.parent) ? node.parent : null
      const data = node.data.replace(MARKS, '')
      const isCents = parent !== null && parent !== element && (SMALL.has(parent.name) || CENTS.test(parent.attribs.class ?? '')) && /^\s*\d{2}\s*$/.test(data) && WHOLE.test(text)
      const cents = data.trim()
      const isApart = /\d$/.test(text) && /^\d/.test(data)
      text = isCents ? text.replace(WHOLE, (_, digit: string, sign?: string) => `${digit}.${cents}${sign ?? ''}`) : `${text}${isApart ? '¦' : ''}${data}`
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
  const clean = cleanText(text).replace(/^[| ]+|[| ]+$/g, '')
  const [, before, whole, fraction, behind] = APART_CENTS.exec(clean) ?? []
  if (before ?? behind)
    return `${before ?? ''}${whole}.${fraction}${behind ? ` ${behind}` : ''}`
  return clean.replaceAll('¦', ' | ')
}

const BARE_SIGN = /^(?:\p{Sc}|[A-Z]{3}|zł|kr\.?|Kč|лв\.?|руб\.?|грн\.?|[Ll]ei|Ft|TL)$/u

/** What stands beside it on one level: text behind text, or elements of one parent. */
function isBeside(a: Element, b: Element): boolean {
  const [one, other] = [boxOf(a), boxOf(b)]
  return one === other || one.parent === other.parent || a === other.parent || one.parent === b
}

/** The outermost element that holds nothing but this one. */
function boxOf(element: Element): Element {
  let box = element
  for (let up = 0; up < 3 && box.parent && isTag(box.parent) && box.parent.children.every(child => child === box || (isText(child) && child.data.trim() === '')); up++)
    box = box.parent
  return box
}

/** Two digits right behind a bare number are its cents, or nothing that can be told. */
export function isCentsAlone({ text, index, element }: Run, runs: readonly Run[]): boolean {
  const before = runs[index - 1]
  return /^\d\d$/.test(text) && before !== undefined && /^\P{L}{0,4}\d[\d.' ]*,?$/u.test(before.text) && isBeside(before.element, element)
}

/**
 * An amount whose cents, and perhaps its sign, stand in pieces of their own behind it, within a block that holds more than a
 * price (`<b>649</b><i>,00</i> <span>€</span> list price: 799,00 €`): the pieces together, and how many there are; or null.
 */
export function joinedPieces({ text, element, index }: Run, runs: readonly Run[]): { text: string, pieces: number } | null {
  let joined = text
  let hasCents = false
  let at = index + 1
  for (; at < index + 5 && /\d$|[.,]$/.test(joined); at++) {
    const next = runs[at]
    if (!next || !isBeside(element, next.element))
      break
    const isSmall = SMALL.has(next.element.name) || CENTS.test(next.element.attribs.class ?? '') || BARE_SIGN.test(runs[at + 1]?.text ?? '')
    if (!hasCents && (/^[.,]\d\d$/.test(next.text) || (/[.,]$/.test(joined) && /^\d\d$/.test(next.text)) || (isSmall && /^\d\d$/.test(next.text)))) {
      joined += /\d$/.test(joined) && /^\d/.test(next.text) ? `.${next.text}` : next.text
      hasCents = true
    }
    else if (!hasCents && /^[.,]$/.test(next.text)) {
      joined += next.text
    }
    else {
      if (hasCents && next.text.length <= 4 && /^\D+$/.test(next.text))
        joined += ` ${next.text}`
      break
    }
  }
  return hasCents ? { text: joined, pieces: at - index } : null
}
