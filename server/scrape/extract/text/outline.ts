import type { ChildNode, Document, Element } from 'domhandler'
import type { Page } from '../page.ts'
import { isTag, isText } from 'domhandler'
import { cleanText } from '../../normalize/text.ts'
import { nameMatch } from '../identity.ts'
import { blocksBelow } from './other-goods.ts'
import { shortText, SILENT } from './short-text.ts'
import { saysBuy } from './stock-words.ts'
import { classWords, zoneOf } from './zones.ts'

/** One piece of visible text and what surrounds it. */
export interface Run {
  text: string
  element: Element
  index: number
  /** Characters of visible text before it. */
  offset: number
  /** Struck through, or classed as an old price. */
  struck: boolean
  /** Stands in navigation, footer, a carousel of other products, reviews or the like. */
  aside: boolean
  /** Not shown as the page stands. */
  hidden: boolean
  inLink: boolean
}

/** Something to press, or the address a form is sent to. */
export interface Control {
  text: string
  element: Element
  offset: number
  aside: boolean
  hidden: boolean
  /** Calls a script named for buying, whatever its text says. */
  buys: boolean
}

/** The visible text of a page in reading order, with what can be pressed and the place of its title. */
export interface Outline {
  runs: Run[]
  controls: Control[]
  /** Run of the product's title, or -1. */
  title: number
  titleElement: Element | null
  /** Blocks below headings that announce other products. */
  others: ReadonlySet<Element>
  length: number
}

interface State {
  struck: boolean
  aside: boolean
  hidden: boolean
  inLink: boolean
}

const LIMITS = { runs: 60_000, text: 2_000_000, controls: 2000 }
const PRESSED = new Set(['submit', 'button', 'image'])
const STRUCK_TAG = new Set(['del', 's', 'strike'])
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i
const HIDDEN_CLASS = /(?:^|\s)(?:hidden|hide|d-none|is-hidden|u-hidden|visually-hidden|display-none|invisible|dn|ng-hide)(?:\s|$)/i

/** Walks the page twice: once for the title's ancestors, whose classes say nothing of what is inside, once for the runs. */
export function outlineOf(page: Page): Outline {
  const document = page.document()
  const titleElement = findTitle(document, page)
  const trusted = new Set<Element>()
  for (let at: Element | null = titleElement; at; at = at.parent && isTag(at.parent) ? at.parent : null)
    trusted.add(at)
  const others = new Set<Element>()
  const runs: Run[] = []
  const controls: Control[] = []
  let length = 0
  let title = -1
  const states: State[] = [{ struck: false, aside: false, hidden: false, inLink: false }]
  for (let node: ChildNode | null = document.firstChild; node && runs.length < LIMITS.runs && length < LIMITS.text;) {
    const state = states.at(-1)!
    if (isText(node)) {
      const text = node.data.trim() === '' ? '' : cleanText(node.data)
      const parent = node.parent && isTag(node.parent) ? node.parent : null
      if (text && parent) {
        runs.push({ text, element: parent, index: runs.length, offset: length, ...state })
        length += text.length + 1
      }
    }
    if (node === titleElement)
      title = runs.length
    if (isTag(node))
      blocksBelow(node, each => trusted.has(each)).forEach(block => others.add(block))
    if (isTag(node) && isControl(node) && controls.length < LIMITS.controls) {
      const { aside, hidden } = stateOf(node, state, trusted, others)
      const text = controlText(node)
      // The button's own class may name what hangs on it, a wish list for one.
      controls.push({ text, element: node, offset: length, aside: saysBuy(text) ? state.aside : aside, hidden: hidden || isEmptied(node), buys: isBuyingCall(node) })
    }
    if (isTag(node) && !SILENT.has(node.name) && node.firstChild) {
      states.push(stateOf(node, state, trusted, others))
      node = node.firstChild
      continue
    }
    while (node && !node.nextSibling) {
      node = node.parent && isTag(node.parent) ? node.parent : null
      if (node)
        states.pop()
    }
    node = node?.nextSibling ?? null
  }
  return { runs, controls, title, titleElement, others, length }
}

const BUYING_CALL = /javascript:\s*\w*(?:buy|addtocart|add_to_cart|add2cart|addcart)|^\s*(?:return\s+)?\w*\.?(?:buynow|buyit|addtocart|add_to_cart|add2cart|addcart)\w*\(/i

/** A script that buys, called from a link whose face is a picture or some other text. */
function isBuyingCall({ attribs }: Element): boolean {
  return BUYING_CALL.test(attribs.href ?? '') || BUYING_CALL.test(attribs.onclick ?? '')
}

function isControl(element: Element): boolean {
  const { name, attribs } = element
  if (name === 'button' || name === 'form' || attribs.role === 'button' || (name === 'input' && PRESSED.has(attribs.type?.toLowerCase() ?? '')))
    return true
  if (name === 'a')
    return isBuyingCall(element) || /cart|buy|basket|btn|button|kosik|koszyk|korb|carrito|panier|carrello/i.test(attribs.class ?? '')
  return name === 'img' && /cart|buy|order/i.test(`${attribs.id ?? ''} ${attribs.class ?? ''} ${attribs.alt ?? ''}`)
}

function controlText(element: Element): string {
  const { attribs } = element
  if (element.name === 'form')
    return attribs.action ?? ''
  const spoken = element.name === 'input' || element.name === 'img' ? attribs.value ?? attribs.alt ?? attribs.title ?? '' : ''
  return cleanText(spoken || shortText(element, 120) || attribs['aria-label'] || attribs.title || (isBuyingCall(element) ? (attribs.href ?? attribs.onclick ?? '').slice(0, 100) : ''))
}

function isHidden({ attribs }: Element): boolean {
  return attribs.hidden !== undefined || HIDDEN_STYLE.test(attribs.style ?? '') || HIDDEN_CLASS.test(attribs.class ?? '')
}

const LATER = /(?:^|[\s_-])(?:modal|popup|pop-up|dialog|drawer|offcanvas|off-canvas|lightbox|popover)(?:[\s-]|_(?!_)|$)/i

/** Dialogs and drawers are in the page, but not before a visitor's eyes. */
function opensLater({ attribs }: Element): boolean {
  return attribs.role === 'dialog' || attribs['aria-modal'] === 'true' || LATER.test(attribs.class ?? '')
}

/** A button whose whole face is hidden is kept for another state of the page. */
function isEmptied({ children }: Element): boolean {
  const faces = children.filter(isTag)
  return faces.length > 0 && faces.every(isHidden) && !children.some(child => isText(child) && child.data.trim() !== '')
}

function stateOf(element: Element, outer: State, trusted: ReadonlySet<Element>, others: ReadonlySet<Element>): State {
  const words = classWords(element)
  return {
    struck: outer.struck || STRUCK_TAG.has(element.name) || /line-through/.test(element.attribs.style ?? ''),
    aside: outer.aside || others.has(element) || (!trusted.has(element) && zoneOf(element, words) === 'aside'),
    hidden: outer.hidden || isHidden(element) || (!trusted.has(element) && opensLater(element)),
    inLink: outer.inLink || element.name === 'a',
  }
}

const TITLE_HINT = /product[-_]?(?:name|title)|item[-_]?(?:name|title)|title[-_]?product|pdp[-_]?title/i

/** The heading that says what title and og:title say; without a heading, what is marked as a product's name. */
function findTitle(document: Document, page: Page): Element | null {
  const identity = { ...page.identity, titles: [page.meta('og:title') ?? '', page.title].filter(Boolean) }
  let best: { element: Element, score: number } | null = null
  for (let node: ChildNode | null = document.firstChild, seen = 0; node && seen < 400_000; seen++) {
    if (isTag(node)) {
      const score = titleScore(node, identity)
      if (score > 0 && (!best || score > best.score))
        best = { element: node, score }
    }
    if (isTag(node) && !SILENT.has(node.name) && node.firstChild) {
      node = node.firstChild
      continue
    }
    while (node && !node.nextSibling)
      node = node.parent && isTag(node.parent) ? node.parent : null
    node = node?.nextSibling ?? null
  }
  return best?.element ?? null
}

function titleScore(element: Element, identity: Page['identity']): number {
  const base = element.name === 'h1' ? 2 : element.attribs.itemprop === 'name' ? 0.8 : TITLE_HINT.test(`${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`) ? 1 : /^h[2-4]$/.test(element.name) ? 0.4 : 0
  if (base === 0)
    return 0
  const text = shortText(element)
  if (text === '' || text.length > 300)
    return 0
  const match = nameMatch(text, identity)
  return element.name !== 'h1' && match < 0.4 ? 0 : base + match * 2
}
