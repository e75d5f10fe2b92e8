import type { ChildNode } from 'domhandler'
import { isTag, isText } from 'domhandler'
import { asciiDigits } from '../normalize/digits.ts'
import { cleanText } from '../normalize/text.ts'
import { elementsOf, parseBounded, textOfNode } from './dom.ts'

export interface Rating {
  ratingValue: number | null
  bestRating: number | null
}

/** The scales that shops rate on; any other number beside a rating counts something else. */
const SCALES = new Set([4, 5, 6, 10, 20, 100])
/** `5つ星のうち4.3`, `5점 만점에 4.5점`, `满分5分，4.8分`, `5 üzerinden 4,3`: in the East the best value comes first. */
const BEST_FIRST = /つ星のうち|[点點]満点|점\s*만점|[满滿]分\s*\d|üzerinden/u
const NUMBERS = /\d+[.,]\d+|\.\d+|\d+/g

/**
 * The rating that an element shows ("4,6", "4.56 out of 5", "4/5") and its best value. With one number in the element, the
 * best value is the next number where that is a usual scale: in the text right behind it, or in the element that follows
 * ("Rated <b>5.00</b> out of 5"). For fragments known to show a rating: elsewhere the next number may count reviews.
 */
export function parseRating(html: string, parentHtml: string | null = null): Rating {
  const text = textOf(parseBounded(html).children)
  const [value, second, ...more] = numbersIn(text)
  if (value === undefined)
    return fromAttributes(html, parentHtml)
  if (second !== undefined && more.length === 0 && scale(value, second) !== null && BEST_FIRST.test(text))
    return { ratingValue: second, bestRating: scale(value, second) }
  if (more.length > 0)
    return { ratingValue: value, bestRating: null }
  return { ratingValue: value, bestRating: second !== undefined ? scale(second, value) : parentHtml === null ? null : bestBehind(html, value, parentHtml) }
}

function numbersIn(text: string): number[] {
  return [...asciiDigits(text.slice(0, 2000)).matchAll(NUMBERS)].map(match => Number(match[0].replace(',', '.')))
}

function scale(found: number, value: number): number | null {
  return SCALES.has(found) && found >= value ? found : null
}

function bestBehind(html: string, value: number, parentHtml: string): number | null {
  const siblings = nodesBehind(html, parentHtml)
  const next = siblings.findIndex(isTag)
  const tail = textOf(siblings.slice(0, next < 0 ? siblings.length : next).filter(isText))
  const found = numbersIn(tail)[0] ?? (next < 0 ? undefined : numbersIn(textOf(siblings.slice(next, next + 1)))[0])
  return found === undefined ? null : scale(found, value)
}

/** What follows the element in its parent: by its own HTML, or else by its tag and text. */
function nodesBehind(html: string, parentHtml: string): ChildNode[] {
  const at = parentHtml.indexOf(html)
  if (at >= 0)
    return parseBounded(parentHtml.slice(at + html.length)).children
  const own = parseBounded(html).children.find(isTag)
  for (const element of elementsOf(parseBounded(parentHtml))) {
    if (own && element.name === own.name && textOf([element]) === textOf([own]) && element.parent)
      return element.parent.children.slice(element.parent.children.indexOf(element) + 1)
  }
  return []
}

const VALUE_NAMES = ['content', 'aria-label', 'title', 'alt', 'data-rating', 'data-rating-value', 'data-average-rating', 'data-score', 'data-star', 'value']

/** Stars drawn without a number carry it in a label, a title or a `content` attribute. */
function fromAttributes(html: string, parentHtml: string | null): Rating {
  for (const { attribs } of elementsOf(parseBounded(html))) {
    for (const name of VALUE_NAMES) {
      const [value, second] = numbersIn(attribs[name] ?? '')
      if (value !== undefined)
        return { ratingValue: value, bestRating: second !== undefined ? scale(second, value) : bestOf(attribs, value) ?? bestMarked(parentHtml, value) }
    }
  }
  return { ratingValue: null, bestRating: null }
}

/** `<meter value="4.2" max="5">` */
function bestOf(attribs: Readonly<Record<string, string>>, value: number): number | null {
  const [best] = numbersIn(attribs.max ?? attribs['data-max'] ?? '')
  return best === undefined ? null : scale(best, value)
}

/** The best value that microdata names beside a value that is not shown either. */
function bestMarked(parentHtml: string | null, value: number): number | null {
  for (const { attribs } of parentHtml?.includes('bestRating') ? elementsOf(parseBounded(parentHtml)) : []) {
    const [best] = attribs.itemprop === 'bestRating' ? numbersIn(attribs.content ?? '') : []
    if (best !== undefined)
      return scale(best, value)
  }
  return null
}

function textOf(nodes: ChildNode[]): string {
  return cleanText(nodes.map(node => textOfNode(node)).join(' '))
}
