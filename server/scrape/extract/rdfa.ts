import type { Document, Element, ParentNode } from 'domhandler'
import type { Json, JsonObject } from './relaxed-json.ts'
import type { SchemaRoot } from './schema-node.ts'
import { isTag } from 'domhandler'
import { elementsOf } from './dom.ts'
import { valueOf } from './microdata.ts'
import { absoluteUrl } from './page.ts'

const KNOWN_PREFIXES: Readonly<Record<string, string>> = {
  schema: 'http://schema.org/',
  gr: 'http://purl.org/goodrelations/v1#',
  v: 'http://rdf.data-vocabulary.org/#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  dc: 'http://purl.org/dc/terms/',
  og: 'http://ogp.me/ns#',
}
const MAX_ITEMS = 5000

/**
 * The items of a page's RDFa (RDFa Lite 1.1: vocab, typeof, property, resource, prefix; `rel` and `content` as well) in the
 * shape of JSON-LD. Vocabulary prefixes are resolved where the page declares them.
 */
export function readRdfa(document: Document, base: string): SchemaRoot[] {
  const items = new Map<Element, JsonObject>()
  const byResource = new Map<string, JsonObject>()
  const roots: JsonObject[] = []
  const vocabularies = new Map<Element, string>()
  for (const element of elementsOf(document)) {
    const { attribs } = element
    if (attribs.vocab !== undefined)
      vocabularies.set(element, attribs.vocab)
    const isItem = attribs.typeof !== undefined
    if (!isItem && attribs.property === undefined && attribs.rel === undefined)
      continue
    const owner = nearest(element, items)
    let item: JsonObject | null = null
    if (isItem && items.size < MAX_ITEMS) {
      item = newItem(element, vocabularies, base, byResource)
      items.set(element, item)
    }
    const names = (attribs.property ?? (item ? attribs.rel : undefined) ?? '').split(/\s+/).filter(Boolean)
    if (names.length === 0 || !owner) {
      if (item)
        roots.push(item)
      continue
    }
    for (const name of names)
      add(owner, expand(name, element, vocabularies), item ?? literal(element, base))
  }
  return roots.map((value, index) => ({ value, path: `rdfa[${index}]` }))
}

function newItem(element: Element, vocabularies: ReadonlyMap<Element, string>, base: string, byResource: Map<string, JsonObject>): JsonObject {
  const resource = element.attribs.resource ?? element.attribs.about
  const known = resource === undefined ? undefined : byResource.get(resource)
  const item: JsonObject = known ?? {}
  item['@type'] = (element.attribs.typeof ?? '').trim().split(/\s+/).filter(Boolean).map(type => expand(type, element, vocabularies))
  if (resource !== undefined) {
    item['@id'] = absoluteUrl(resource, base) ?? resource
    byResource.set(resource, item)
  }
  return item
}

function nearest(element: Element, items: ReadonlyMap<Element, JsonObject>): JsonObject | null {
  for (let at: ParentNode | null = element.parent; at; at = at.parent) {
    const item = isTag(at) ? items.get(at) : undefined
    if (item)
      return item
  }
  return null
}

/** `schema:name` by its prefix, `name` by the vocabulary in force; both keep only what the vocabulary says. */
function expand(name: string, element: Element, vocabularies: ReadonlyMap<Element, string>): string {
  if (/^https?:/.test(name))
    return name
  const colon = name.indexOf(':')
  if (colon > 0) {
    const prefix = name.slice(0, colon)
    return (declaredPrefix(prefix, element) ?? KNOWN_PREFIXES[prefix.toLowerCase()] ?? `${prefix}:`) + name.slice(colon + 1)
  }
  for (let at: ParentNode | null = element; at; at = at.parent) {
    const vocabulary = isTag(at) ? vocabularies.get(at) : undefined
    if (vocabulary !== undefined)
      return vocabulary + name
  }
  return name
}

function declaredPrefix(prefix: string, element: Element): string | null {
  for (let at: ParentNode | null = element; at; at = at.parent) {
    if (!isTag(at))
      continue
    const namespace = at.attribs[`xmlns:${prefix}`]
    if (namespace)
      return namespace
    const words = at.attribs.prefix?.trim().split(/\s+/) ?? []
    const index = words.indexOf(`${prefix}:`)
    if (index >= 0 && words[index + 1])
      return words[index + 1] ?? null
  }
  return null
}

function literal(element: Element, base: string): Json {
  if (element.attribs.content === undefined && element.attribs.resource !== undefined)
    return absoluteUrl(element.attribs.resource, base) ?? element.attribs.resource
  return valueOf(element, base)
}

function add(item: JsonObject, name: string, value: Json): void {
  const known = item[name]
  if (name === '__proto__')
    return
  if (Array.isArray(known))
    known.push(value)
  else
    item[name] = [value]
}
