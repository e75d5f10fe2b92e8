import type { Json, JsonObject } from './relaxed-json.ts'
import { isObject } from './relaxed-json.ts'

/** The top of one piece of structured data; microdata and RDFa are brought into the shape of JSON-LD first. */
export interface SchemaRoot {
  value: Json
  path: string
}

/** A text with the place it came from. */
export interface Leaf {
  raw: string
  path: string
}

/** One item of structured data. */
export interface SchemaNode {
  data: JsonObject
  types: readonly string[]
  path: string
  /** The property it hangs on, for telling a page's product from those it is related to. */
  via: string | null
  parent: SchemaNode | null
}

const PREFIX = /^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:|https?:\/\/(?:rdf\.|www\.)?data-vocabulary\.org\/#?|https?:\/\/purl\.org\/goodrelations\/v1#|gr:)/i
const MAX_NODES = 20_000
const MAX_DEPTH = 40

/** `http://schema.org/Product`, `schema:Product` and `Product` are one name. */
export function localName(name: string): string {
  return name.replace(PREFIX, '')
}

export function typesOf(data: JsonObject): string[] {
  const type = data['@type'] ?? data.type
  return (Array.isArray(type) ? type : [type]).filter(each => typeof each === 'string').map(each => localName(each.trim()))
}

/** Every item below the roots, outer ones first; ids are resolved so that `{"@id": "#offer"}` stands for what it names. */
export function collectNodes(roots: SchemaRoot[]): SchemaNode[] {
  const nodes: SchemaNode[] = []
  const queue: { value: Json, path: string, via: string | null, parent: SchemaNode | null, depth: number }[] = roots.map(root => ({ ...root, via: null, parent: null, depth: 0 }))
  for (let at = 0; at < queue.length && nodes.length < MAX_NODES; at++) {
    const { value, path, via, parent, depth } = queue[at]!
    if (depth > MAX_DEPTH)
      continue
    if (Array.isArray(value)) {
      value.forEach((each, index) => queue.push({ value: each, path: `${path}[${index}]`, via, parent, depth: depth + 1 }))
      continue
    }
    if (!isObject(value))
      continue
    const types = typesOf(value)
    const node: SchemaNode = { data: value, types, path, via, parent }
    if (types.length > 0)
      nodes.push(node)
    for (const [key, child] of Object.entries(value)) {
      if (typeof child === 'object' && child !== null && key !== '@context')
        queue.push({ value: child, path: `${path}.${key}`, via: key === '@graph' ? via : localName(key), parent: types.length > 0 ? node : parent, depth: depth + 1 })
    }
  }
  return nodes
}

/** Items by `@id`, for references. The fullest item of an id wins. */
export function indexIds(nodes: SchemaNode[]): ReadonlyMap<string, SchemaNode> {
  const byId = new Map<string, SchemaNode>()
  for (const node of nodes) {
    const id = node.data['@id']
    const known = typeof id === 'string' ? byId.get(id) : undefined
    if (typeof id === 'string' && (!known || Object.keys(known.data).length < Object.keys(node.data).length))
      byId.set(id, node)
  }
  return byId
}

/** The values of a property under any of its names, whatever their case or prefix; arrays are flattened. */
export function valuesOf(data: JsonObject, path: string, ...names: string[]): { value: Json, path: string }[] {
  for (const name of names) {
    const key = name in data ? name : Object.keys(data).find(each => localName(each).toLowerCase() === name.toLowerCase())
    const value = key === undefined ? undefined : data[key]
    if (key === undefined || value === undefined || value === null)
      continue
    const list = Array.isArray(value) ? value.map((each, index) => ({ value: each, path: `${path}.${key}[${index}]` })) : [{ value, path: `${path}.${key}` }]
    const flat = list.filter(each => each.value !== null && each.value !== '')
    if (flat.length > 0)
      return flat.slice(0, 1000)
  }
  return []
}

/** The first text of a property; of an item the text that names it (`{"@type": "Brand", "name": "Acme"}`). */
export function textOf(data: JsonObject, path: string, ...names: string[]): Leaf | null {
  for (const each of valuesOf(data, path, ...names)) {
    const leaf = leafOf(each.value, each.path)
    if (leaf)
      return leaf
  }
  return null
}

/** `{"name": [{"@value": "Acme"}]}` is as deep as a name stands. */
const MAX_WRAPPERS = 8

export function leafOf(value: Json, path: string, depth = 0): Leaf | null {
  if (typeof value === 'string')
    return value.trim() === '' ? null : { raw: value, path }
  if (typeof value === 'number')
    // Beyond what is written without an exponent the page's own digits are lost.
    return Number.isFinite(value) && !/e/.test(String(value)) ? { raw: String(value), path } : null
  if (typeof value === 'boolean')
    return { raw: String(value), path }
  if (!isObject(value) || depth > MAX_WRAPPERS)
    return null
  for (const key of ['@value', 'name', 'value', 'Name', '@id']) {
    const inner = value[key]
    if (typeof inner === 'string' || typeof inner === 'number')
      return key === '@id' && !/schema\.org/.test(String(inner)) ? null : leafOf(inner, `${path}.${key}`, depth + 1)
    if (Array.isArray(inner) && inner.length > 0 && key !== '@id')
      return leafOf(inner[0] ?? null, `${path}.${key}[0]`, depth + 1)
  }
  return null
}

/** The items of a property, references followed. */
export function itemsOf(data: JsonObject, path: string, ids: ReadonlyMap<string, SchemaNode>, ...names: string[]): { data: JsonObject, path: string }[] {
  return valuesOf(data, path, ...names).flatMap(({ value, path: at }) => {
    if (!isObject(value))
      return []
    const id = value['@id']
    const named = typeof id === 'string' && Object.keys(value).length <= 2 ? ids.get(id) : undefined
    return [named ? { data: named.data, path: named.path } : { data: value, path: at }]
  })
}
