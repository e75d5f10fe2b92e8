import type { Json, JsonObject } from '../relaxed-json.ts'
import { isObject } from '../relaxed-json.ts'

const BUDGET = { nodes: 100_000, depth: 30, followed: 4 }

/**
 * A cache of GraphQL answers (Apollo) with what its records name put in their place: `{"price": {"__ref": "Money:1"}}`, in its
 * older versions `{"type": "id", "id": "Money:1"}`. Other data is given back as it is.
 */
export function withReferences(value: Json): Json {
  if (!isObject(value) || !Object.values(value).some(record => isObject(record) && Object.values(record).some(namesRecord)))
    return value
  const records = value
  let nodes = 0

  function resolve(each: Json, depth: number, followed: number): Json {
    if (typeof each !== 'object' || each === null)
      return each
    if (depth > BUDGET.depth || ++nodes > BUDGET.nodes)
      return null
    if (Array.isArray(each))
      return each.map(element => resolve(element, depth + 1, followed))
    const name = nameIn(each)
    if (name !== null)
      return followed < BUDGET.followed && Object.hasOwn(records, name) ? resolve(records[name] ?? null, depth + 1, followed + 1) : null
    return members(each, depth, followed)
  }

  function members(object: JsonObject, depth: number, followed: number): JsonObject {
    return Object.fromEntries(Object.entries(object).map(([key, child]) => [key, resolve(child, depth + 1, followed)]))
  }

  return members(records, 0, 0)
}

function nameIn(object: JsonObject): string | null {
  const name = object.__ref ?? (object.type === 'id' ? object.id : null)
  return typeof name === 'string' ? name : null
}

function namesRecord(value: Json): boolean {
  return [value].flat().some(each => isObject(each) && nameIn(each) !== null)
}
