import type { Document, Element, ParentNode } from 'domhandler'
import type { Json, JsonObject } from './relaxed-json.ts'
import type { SchemaRoot } from './schema-node.ts'
import { isTag } from 'domhandler'
import { elementsOf, textOfNode } from './dom.ts'
import { absoluteUrl } from './page.ts'
import { moneyText } from './text/money-text.ts'

const LINKS = new Set(['a', 'area', 'link'])
const MEDIA = new Set(['audio', 'embed', 'iframe', 'img', 'source', 'track', 'video'])
const PRODUCT = /\/(?:\w*Product|ProductGroup|Offer|AggregateOffer)\b/i
const PRICE = /(?:^|\s)(?:price|lowPrice|highPrice)(?:\s|$)/
const LIMITS = { items: 5000, depth: 60, refs: 50 }

interface Reader {
  base: string
  byId: ReadonlyMap<string, Element>
  items: number
}

/** The top-level items of a page's microdata (HTML Standard, Microdata) in the shape of JSON-LD. */
export function readMicrodata(document: Document, base: string): SchemaRoot[] {
  const byId = new Map<string, Element>()
  const scopes: Element[] = []
  const referenced = new Set<string>()
  for (const element of elementsOf(document)) {
    const { id, itemref } = element.attribs
    if (id !== undefined && !byId.has(id))
      byId.set(id, element)
    if (itemref !== undefined)
      itemref.split(/\s+/).slice(0, LIMITS.refs).forEach(each => referenced.add(each))
    if ('itemscope' in element.attribs)
      scopes.push(element)
  }
  const reader: Reader = { base, byId, items: 0 }
  const tops = scopes.filter(element => !element.attribs.itemprop || !isOwned(element, referenced))
  const stray = scopes.some(element => PRODUCT.test(element.attribs.itemtype ?? '')) ? null : strayItem(document, reader, referenced)
  const roots = tops.slice(0, LIMITS.items).map((element, index) => ({ value: readItem(element, reader, 0, new Set()), path: `microdata[${index}]` }))
  return stray ? [...roots, { value: stray, path: 'microdata without itemscope' }] : roots
}

/**
 * Properties that stand in no item at all, where the page has no product: a theme that forgot the `itemscope` around them.
 * Several prices, names or numbers are the cards of a list, of which none is the page's.
 */
function strayItem(document: Document, reader: Reader, referenced: ReadonlySet<string>): JsonObject | null {
  const item: JsonObject = {}
  for (const element of elementsOf(document, each => !('itemscope' in each.attribs))) {
    if (element.attribs.itemprop && !('itemscope' in element.attribs) && !isOwned(element, referenced))
      addProperty(element, item, reader, 0, new Set())
  }
  const isOne = (name: string) => !Array.isArray(item[name]) || new Set(item[name].map(String)).size === 1
  return ('price' in item || 'sku' in item) && isOne('price') && isOne('sku') && isOne('name') ? { '@type': ['Product'], ...item } : null
}

/** A property is read by the item around it or by the one that refers to it; a shop's stray property stands alone. */
function isOwned(element: Element, referenced: ReadonlySet<string>): boolean {
  if (referenced.has(element.attribs.id ?? ''))
    return true
  for (let at: ParentNode | null = element.parent; at; at = at.parent) {
    if (isTag(at) && ('itemscope' in at.attribs || referenced.has(at.attribs.id ?? '')))
      return true
  }
  return false
}

function readItem(element: Element, reader: Reader, depth: number, seen: ReadonlySet<Element>): JsonObject {
  const item: JsonObject = {}
  if (element.attribs.itemtype)
    item['@type'] = element.attribs.itemtype.trim().split(/\s+/)
  if (element.attribs.itemid)
    item['@id'] = absoluteUrl(element.attribs.itemid, reader.base) ?? element.attribs.itemid
  if (depth > LIMITS.depth || reader.items++ > LIMITS.items)
    return item
  const inside = new Set([...seen, element])
  readProperties(element, item, reader, depth, inside)
  for (const id of (element.attribs.itemref ?? '').split(/\s+/).filter(Boolean).slice(0, LIMITS.refs)) {
    const target = reader.byId.get(id)
    if (!target || inside.has(target))
      continue
    if (target.attribs.itemprop)
      addProperty(target, item, reader, depth, inside)
    if (!('itemscope' in target.attribs) || !target.attribs.itemprop)
      readProperties(target, item, reader, depth, new Set([...inside, target]))
  }
  return item
}

function readProperties(root: Element, item: JsonObject, reader: Reader, depth: number, seen: ReadonlySet<Element>): void {
  for (const element of elementsOf(root, each => !('itemscope' in each.attribs))) {
    if (element.attribs.itemprop)
      addProperty(element, item, reader, depth, seen)
  }
}

function addProperty(element: Element, item: JsonObject, reader: Reader, depth: number, seen: ReadonlySet<Element>): void {
  const value = 'itemscope' in element.attribs ? readItem(element, reader, depth + 1, seen) : valueOf(element, reader.base)
  for (const name of (element.attribs.itemprop ?? '').trim().split(/\s+/)) {
    const known = item[name]
    if (name.startsWith('@') || name === '__proto__')
      continue
    if (Array.isArray(known))
      known.push(value)
    else
      item[name] = [value]
  }
}

/** The value of a property: an address for what links, `content` wherever a shop has put one, else the text. */
export function valueOf(element: Element, base: string): Json {
  const { attribs, name } = element
  if (name === 'meta' || attribs.content !== undefined)
    return attribs.content ?? ''
  if (MEDIA.has(name))
    return address(attribs.src ?? attribs['data-src'] ?? '', base)
  if (LINKS.has(name) && attribs.href !== undefined)
    return address(attribs.href, base)
  if (name === 'object' && attribs.data !== undefined)
    return address(attribs.data, base)
  if ((name === 'data' || name === 'meter') && attribs.value !== undefined)
    return attribs.value
  if (name === 'time' && attribs.datetime !== undefined)
    return attribs.datetime
  return plainText(element)
}

function plainText(element: Element): string {
  if (PRICE.test(element.attribs.itemprop ?? ''))
    return moneyText(element) || textOfNode(element).trim()
  return textOfNode(element).replace(/[ \t\u00A0]+/g, ' ').trim()
}

function address(href: string, base: string): string {
  return /^https?:|^\/|^[./?#\w]/.test(href.trim()) ? absoluteUrl(href, base) ?? href : href
}
