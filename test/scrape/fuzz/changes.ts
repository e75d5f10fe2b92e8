import type { ChildNode, Element, ParentNode } from 'domhandler'
import { Element as NewElement } from 'domhandler'
import { DomUtils, parseDocument } from 'htmlparser2'
import { ablations } from '../../accuracy/ablation.ts'

/** Changes of a page that may cost an answer, but must not lead to another one. */
export type Change = (html: string) => string

const BLOCKS = new Set(['div', 'section', 'main', 'article', 'ul', 'table', 'form', 'h1', 'h2', 'h3', 'p'])
const STRUCTURE = new Set(['header', 'footer', 'nav', 'main', 'article', 'section', 'aside', 'ul', 'ol', 'li', 'h3', 'h4'])
const IN_SVG = new Set(['svg', 'template', 'noscript'])

function* elementsIn(parent: ParentNode): Generator<Element> {
  for (const child of parent.children) {
    if (child instanceof NewElement && !IN_SVG.has(child.name)) {
      yield child
      yield* elementsIn(child)
    }
  }
}

/** Changes the tree of a page and writes it out again. */
function inTree(change: (element: Element) => void): Change {
  return (html) => {
    const document = parseDocument(html, { decodeEntities: true })
    // All are found before the first is changed: boxes are not put into boxes.
    Array.from(elementsIn(document)).forEach(change)
    return DomUtils.getOuterHTML(document, { decodeEntities: true, encodeEntities: 'utf8' })
  }
}

function wrapped(element: ChildNode, name: string): void {
  const box = new NewElement('div', { class: name }, [])
  DomUtils.replaceElement(element, box)
  DomUtils.appendChild(box, element)
}

function renamed(from: ReadonlySet<string>, to: string): Change {
  return inTree((element) => {
    if (from.has(element.name))
      element.name = to
  })
}

function classed(change: (name: string) => string): Change {
  return inTree((element) => {
    if (element.attribs.class !== undefined)
      element.attribs.class = element.attribs.class.split(/\s+/).filter(Boolean).map(change).join(' ')
  })
}

/** A short text for a name, the same for the same, as build tools make it. */
function hashOf(name: string): string {
  let hash = 5381
  for (const char of name)
    hash = ((hash * 33) ^ char.charCodeAt(0)) >>> 0
  return hash.toString(36)
}

const inNames = (word: RegExp, other: string): Change => html => html.replace(/\s(?:class|id|data-[\w-]+)=(?:"[^"]*"|'[^']*')/gi, attribute => attribute.replace(word, other))

/** An amount in the money that the page shows first. */
function money(html: string, amount: string): string {
  const sign = /R\$|[€£$₹¥]/.exec(html.replace(/<script[\s\S]*?<\/script>/gi, ''))?.[0] ?? '€'
  return sign === '€' ? `${amount.replace('.', ',')} €` : `${sign}${amount}`
}

const cards = (html: string): string => `<div class="q"><h2>More</h2>${[1, 2, 3, 4].map(n => `<div class="k"><a href="/p/other-${n}"><img src="/${n}.jpg" alt="Other ${n}"></a><a href="/p/other-${n}">Other ${n}</a><div class="x">${money(html, `${n}7.0${n}`)}</div></div>`).join('')}</div>`
const soleCard = (html: string): string => `<h2>You may also like</h2><div><div><a href="/p/other"><img src="/o.jpg" alt=""></a></div><p>Other</p><p>${money(html, '57.05')}</p><button>Sold out</button></div>`
const first = (what: (html: string) => string): Change => html => html.replace(/<body[^>]*>/i, body => body + what(html))
const last = (what: (html: string) => string): Change => html => html.replace(/<\/body>/i, end => what(html) + end)

export const changes: Readonly<Record<string, Change>> = {
  ...Object.fromEntries(ablations.map(({ name, strip }) => [name, strip])),
  'classes hashed': classed(name => `css-${hashOf(name)}`),
  'classes hashed behind their names': classed(name => `${name}__${hashOf(name).slice(0, 5)}`),
  'no classes': inTree(({ attribs }) => void delete attribs.class),
  'contents in boxes': inTree((element) => {
    if (element.name === 'div' || element.name === 'section' || element.name === 'li' || element.name === 'td')
      [...element.children].filter(child => child instanceof NewElement).forEach(child => wrapped(child, 'w1'))
  }),
  'blocks in boxes': inTree((element) => {
    if (BLOCKS.has(element.name))
      wrapped(element, 'layout-item')
  }),
  'boxes for structure': renamed(STRUCTURE, 'div'),
  'boxes for spans': renamed(new Set(['span']), 'div'),
  'spans for bold and small': renamed(new Set(['b', 'strong', 'em', 'i', 'small', 'font', 'sup', 'u']), 'span'),
  'spans for what is struck out': renamed(new Set(['del', 's', 'strike']), 'span'),
  'no pictures': html => html.replace(/<img\b[^>]*>/gi, ''),
  'no canonical address': html => html.replace(/<link[^>]*canonical[^>]*>/gi, ''),
  'no comments': html => html.replace(/<!--[\s\S]*?-->/g, ''),
  'no blanks between tags': html => html.replace(/>\s+</g, '><'),
  'German words for the cart': inNames(/cart|basket/gi, 'warenkorb'),
  'Polish words for the cart': inNames(/cart|basket/gi, 'koszyk'),
  'German words for prices': inNames(/price/gi, 'preis'),
  'other goods first': first(cards),
  'other goods last': last(cards),
  'one other thing last': last(soleCard),
  'a cart of nothing first': first(html => `<div class="m1"><span>0 items</span><span>${money(html, '0.00')}</span><a href="/cart">Cart</a></div>`),
  'a word about delivery first': first(html => `<p>Free shipping on orders over ${money(html, '50')}</p>`),
  'charges for delivery last': last(html => `<table><tr><td>Express delivery</td><td>${money(html, '9.95')}</td></tr><tr><td>Standard delivery</td><td>${money(html, '4.95')}</td></tr></table>`),
}
