import type { Element } from 'domhandler'
import type { Page } from '../page.ts'
import type { Outline } from './outline.ts'
import type { ShownPrice } from './shown-price.ts'
import { isTag } from 'domhandler'
import { elementsOf } from '../dom.ts'
import { bareAddress } from '../identity.ts'
import { absoluteUrl } from '../page.ts'
import { classWords, zoneOf } from './zones.ts'

const LIMITS = { up: 10, links: 60 }
/** A block this near around an amount is the card it stands on. */
export const CLOSE = 3
const LOSS = { cards: 2.5, rows: 0.4 }

export const parentOf = (element: Element): Element | null => (element.parent && isTag(element.parent) ? element.parent : null)

/** Tag and classes, without the numbers in them: equal for the members of one list. */
export const kindOf = ({ name, attribs }: Element) => `${name}.${(attribs.class ?? '').replace(/\d+/g, '').slice(0, 80)}`

export function contains(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at; at = parentOf(at)) {
    if (at === outer)
      return true
  }
  return false
}

/**
 * On the card of another product: inside a link to another page, or beside a linked picture in a block apart from the title.
 * Up to `levels` blocks around the element are looked at: the wider the block, the weaker the sign.
 */
export function isOfOther(element: Element, page: Page, { titleElement }: Outline, levels = 5): boolean {
  let at: Element | null = element
  for (let up = 0; at && up < levels; up++) {
    if (at.name === 'body' || (titleElement && contains(at, titleElement)))
      return false
    if (at.name === 'a' && leadsAway(at, page))
      return true
    if (firstLinks(at).some(link => leadsAway(link, page) && hasImage(link)))
      return true
    at = parentOf(at)
  }
  return false
}

/** In a zone of the page that is about something else, or on another product's card. */
export function isElsewhere(element: Element, page: Page, outline: Outline): boolean {
  for (let at: Element | null = element, up = 0; at && up < 40; at = parentOf(at), up++) {
    if (at.name === 'body' || (outline.titleElement && contains(at, outline.titleElement)))
      break
    if (outline.others.has(at) || zoneOf(at, classWords(at)) === 'aside')
      return true
  }
  return isOfOther(element, page, outline, CLOSE)
}

/**
 * How much is lost by prices that repeat: three or more elements of one parent, alike in tag and class, each with its own
 * amount, are the cards of a list where they link to other pages, and rows of sizes or quantities where they do not.
 */
export function repetitionOf(shown: readonly ShownPrice[], page: Page, { titleElement }: Outline): ReadonlyMap<Element, number> {
  const above = new Set<Element>()
  for (let at = titleElement; at; at = parentOf(at))
    above.add(at)
  const lists = new Map<Element, Map<string, Map<Element, Set<string>>>>()
  const branches = new Map<Element, Element[]>()
  for (const { element, amount } of shown) {
    const branch: Element[] = []
    for (let at: Element | null = element, up = 0; at && up < LIMITS.up && !above.has(at) && at.name !== 'body'; at = parentOf(at), up++) {
      branch.push(at)
      const parent = parentOf(at)
      if (!parent || parentOf(element) === parent)
        continue
      const kinds = lists.get(parent) ?? new Map<string, Map<Element, Set<string>>>()
      const members = kinds.get(kindOf(at)) ?? new Map<Element, Set<string>>()
      members.set(at, (members.get(at) ?? new Set()).add(amount))
      lists.set(parent, kinds.set(kindOf(at), members))
    }
    branches.set(element, branch)
  }
  const losses = new Map<Element, number>()
  for (const [element, branch] of branches) {
    const repeated = branch.filter((at) => {
      const members = lists.get(parentOf(at) ?? at)?.get(kindOf(at))
      return members !== undefined && members.size >= 3 && new Set([...members.values()].map(amounts => [...amounts].join(' '))).size >= 3
    })
    if (repeated.length > 0)
      losses.set(element, repeated.some(at => isCard(at, page)) ? LOSS.cards : LOSS.rows)
  }
  return losses
}

/** A row of a table may link to anything; it is a product's card where the link shows a picture. */
function isCard(element: Element, page: Page): boolean {
  const isCell = element.name === 'tr' || element.name === 'td' || element.name === 'tbody'
  return leadsAway(element, page) || firstLinks(element).some(link => leadsAway(link, page) && (!isCell || hasImage(link))) || (!isCell && isEntry(element))
}

/** A picture with a heading of its own: a card whose link a script follows. */
function isEntry(element: Element): boolean {
  const inside = [...elementsOf(element)].slice(0, LIMITS.links)
  return inside.some(each => each.name === 'img' || each.name === 'picture') && inside.some(each => /^h[2-6]$/.test(each.name))
}

function firstLinks(element: Element): Element[] {
  const links: Element[] = []
  let seen = 0
  for (const each of elementsOf(element)) {
    if (each.name === 'a')
      links.push(each)
    if (++seen >= LIMITS.links)
      break
  }
  return links
}

function hasImage(link: Element): boolean {
  let seen = 0
  for (const each of elementsOf(link)) {
    if (each.name === 'img')
      return true
    if (++seen >= 20)
      break
  }
  return false
}

function leadsAway({ name, attribs }: Element, page: Page): boolean {
  const url = name === 'a' && attribs.href && !attribs.href.startsWith('#') ? absoluteUrl(attribs.href, page.base) : null
  const address = url && bareAddress(url, page.base)
  return address !== null && address !== '' && !page.identity.addresses.has(address) && !/\.(?:jpe?g|png|webp|gif|avif)$/.test(address)
}
