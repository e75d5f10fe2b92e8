import type { ChildNode, Element } from 'domhandler'
import type { Run } from './outline.ts'
import { isTag, isText } from 'domhandler'
import { cleanText } from '../../normalize/text.ts'

const CENTS = /cent|decimal|fraction|minor|sup/i

/** How many separate numbers a text holds. */
export const numbersIn = (text: string) => text.match(/\d(?:[\d.,' ]*\d)?/g)?.length ?? 0

/** A price is often cut into pieces (`<b>12</b><sup>99</sup> €`): the largest ancestor that still holds one number only. */
export function priceElement(run: Run): Element {
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
export function moneyText(element: Element): string {
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
