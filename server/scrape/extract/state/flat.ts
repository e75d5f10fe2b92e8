import type { Json, JsonObject } from '../relaxed-json.ts'
import { isObject } from '../relaxed-json.ts'

const BUDGET = { nodes: 100_000, depth: 60, looked: 20 }
/** What a number below zero stands for is nothing: undefined, a hole, no number. */
const LEAST = -7

/**
 * Whether a list holds data whose objects name their values by position in the list, as Nuxt 3 (devalue) and React Router
 * (turbo-stream) write it. Read as it stands, every price in it would be a position.
 */
export function isFlat(list: Json): list is Json[] {
  if (!Array.isArray(list) || list.length < 3 || typeof list[0] !== 'object' || list[0] === null)
    return false
  const objects = list.filter(isObject).slice(0, BUDGET.looked)
  const isPlace = (value: Json | undefined): boolean => typeof value === 'number' && Number.isInteger(value) && value >= LEAST && value < list.length
  return objects.some(object => Object.keys(object).length > 0) && objects.every(object => Object.values(object).every(isPlace))
}

/** The value at one place of such a list, with what it names put in. What names itself, or goes beyond the bounds, is null. */
export function unflatten(list: readonly Json[], start = 0): Json {
  const open = new Set<number>()
  let nodes = 0

  function at(place: Json | undefined, depth: number): Json {
    if (typeof place !== 'number' || depth > BUDGET.depth || open.has(place) || ++nodes > BUDGET.nodes)
      return null
    const value = list[place] ?? null
    if (typeof value !== 'object' || value === null)
      return value
    open.add(place)
    const made = Array.isArray(value) ? elements(value, depth + 1) : members(value, depth + 1)
    open.delete(place)
    return made
  }

  /** A list that begins with a word says what it is: `["Reactive", 4]`, `["Date", "2026-11-27"]`, `["null", "name", 4]`. */
  function elements([first, ...rest]: readonly Json[], depth: number): Json {
    if (typeof first !== 'string')
      return first === undefined ? [] : [first, ...rest].map(place => at(place, depth))
    const values = rest.map(each => typeof each === 'number' ? at(each, depth) : each)
    return values.length === 1 ? values[0] ?? null : values
  }

  /** `{"price": 4}`, or `{"_3": 4}` where names are listed as well. */
  function members(object: JsonObject, depth: number): JsonObject {
    const made: JsonObject = {}
    for (const [key, place] of Object.entries(object)) {
      const listed = /^_\d+$/.test(key) ? list[Number(key.slice(1))] : key
      if (typeof listed === 'string' && listed !== '__proto__')
        made[listed] = at(place, depth)
    }
    return made
  }

  return at(start, 0)
}
