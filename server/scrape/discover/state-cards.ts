import type { Json } from '../extract/relaxed-json.ts'
import type { Card } from './cards.ts'
import type { JsonObject } from './json.ts'
import { scanPage } from '../extract/scan.ts'
import { literalsOf } from '../extract/state/literals.ts'
import { streamedValues } from '../extract/state/streams.ts'
import { resolveLink } from '../url/canonical.ts'
import { isObject } from './json.ts'

const LEAST = 3
const MOST_NODES = 50_000
/** Lists also hold advertisements and teasers among the products. */
const SHARE = 0.7
const NAME = /^(?:(?:product|display|item|full)?[-_]?(?:name|title)|label)$/i
const ADDRESS = /^(?:(?:product|pdp|detail|canonical|seo|web|page|item|relative|full|absolute)?[-_]?(?:url|uri|href|link|path|permalink)|to)$/i
const HANDLE = /^(?:product|url|seo)?[-_]?(?:handle|slug|key)$/i
const PRICE = /price|(?:^|_)amount$|preis|prix|precio/i
const WRAPPERS = ['node', 'product', 'item', 'attributes', '_source', 'fields', 'data'] as const

/** What the data behind a list says. */
export interface StateList {
  cards: Card[]
  /** What tells the products apart that have a name and a price, but no address: only the scripts know where they lead. */
  handles: string[]
}

/**
 * Products of a list that only scripts draw: lists of things with a name, a price and an address, in the data that the page hands
 * to its scripts. Nothing is executed.
 */
export function readStateList(html: string, baseUrl: string): StateList {
  const { scripts } = scanPage(html)
  const urls = new Set<string>()
  const handles = new Set<string>()
  for (const { value } of [...literalsOf(scripts), ...streamedValues(scripts)]) {
    for (const list of listsIn(value)) {
      const goods = list.map(factsOf).filter(facts => facts !== null)
      if (goods.length < LEAST || goods.length < list.length * SHARE)
        continue
      for (const facts of goods) {
        const url = addressOf(facts, baseUrl)
        if (url === null)
          textsAmong(facts, HANDLE).slice(0, 1).forEach(handle => handles.add(handle))
        else
          urls.add(url)
      }
    }
  }
  return { cards: [...urls].map(url => ({ url, hasPrice: true })), handles: [...handles] }
}

function* listsIn(data: Json): Generator<Json[]> {
  const queue: Json[] = [data]
  for (let index = 0; index < queue.length && index < MOST_NODES; index++) {
    const value = queue[index]!
    if (typeof value !== 'object' || value === null)
      continue
    if (Array.isArray(value) && value.length >= LEAST)
      yield value
    for (const inner of Object.values(value)) {
      if (typeof inner === 'object' && inner !== null)
        queue.push(inner)
    }
  }
}

/** An entry with what it wraps, when it has a name, a price and something to tell it by; null for what is no product. */
function factsOf(entry: Json): JsonObject[] | null {
  if (!isObject(entry))
    return null
  const facts = [entry, ...WRAPPERS.map(name => entry[name]).filter(value => isObject(value))]
  const hasPrice = facts.some(each => Object.keys(each).some(key => PRICE.test(key)))
  return hasPrice && textsAmong(facts, NAME).length > 0 && textsAmong(facts, ADDRESS).length + textsAmong(facts, HANDLE).length > 0 ? facts : null
}

function addressOf(facts: JsonObject[], baseUrl: string): string | null {
  const href = textsAmong(facts, ADDRESS).find(isAddress)
  return href === undefined ? null : resolveLink(href, baseUrl)
}

function textsAmong(facts: JsonObject[], key: RegExp): string[] {
  return facts.flatMap(each => Object.entries(each)).flatMap(([name, value]) => key.test(name) && typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [])
}

/** Absolute, or from the root: a bare word may be anything. */
function isAddress(text: string): boolean {
  return /^(?:https?:\/)?\/\S+$/.test(text) && !/\.(?:jpe?g|png|webp|gif|avif|svg)(?:\?|$)/i.test(text)
}
