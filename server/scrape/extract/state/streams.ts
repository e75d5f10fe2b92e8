import type { Json } from '../relaxed-json.ts'
import type { Script } from '../scan.ts'
import type { StateValue } from './literals.ts'
import { readLiteral } from '../relaxed-json.ts'
import { isFlat, unflatten } from './flat.ts'

/** A page that is sent bit by bit hands each bit to its scripts as a text: Next.js (React's server components), React Router. */
const FLIGHT = /__next_f\s*\.push\(\s*\[\s*1\s*,\s*(?=["'])/g
const ENQUEUED = /\benqueue\(\s*(?=["'])/g
const BUDGET = { chars: 12_000_000, rows: 2000, lists: 50 }
const WORTH = /price|sku|product|variant/i

/** The data that a page's scripts are handed bit by bit. */
export function streamedValues(scripts: readonly Script[]): StateValue[] {
  return [...flightRows(joined(scripts, '__next_f', FLIGHT)), ...routerRows(joined(scripts, 'enqueue', ENQUEUED))]
}

/** All texts that are handed over, put together. */
function joined(scripts: readonly Script[], word: string, pattern: RegExp): string {
  let text = ''
  for (const { text: code } of scripts) {
    if (!code.includes(word) || text.length > BUDGET.chars)
      continue
    for (const match of code.matchAll(pattern)) {
      const read = readLiteral(code, match.index + match[0].length, false)
      if (typeof read?.value === 'string')
        text += read.value
    }
  }
  return text
}

/** Rows of React's server components: `6:["$","$L9",null,{"product":…}]`, and texts of so many bytes: `7:T4f2,…`. */
function flightRows(text: string): StateValue[] {
  const found: StateValue[] = []
  for (let at = 0, rows = 0; at < text.length && rows < BUDGET.rows; rows++) {
    const head = /^([0-9a-f]{0,8}):(?:T([0-9a-f]{1,8}),)?/.exec(text.slice(at, at + 20))
    const start = at + (head?.[0].length ?? 0)
    if (head?.[2] !== undefined) {
      at = behindBytes(text, start, Number.parseInt(head[2], 16))
      continue
    }
    const line = text.indexOf('\n', start)
    const end = line < 0 ? text.length : line
    const row = text.slice(start, end)
    const value = head && /^[[{]/.test(row) && WORTH.test(row) ? parsed(row) : null
    if (value !== null)
      found.push({ value, path: `__next_f ${head?.[1] ?? ''}`, hint: '__next_f' })
    at = end + 1
  }
  return found
}

/** Lines of React Router's stream: a list of values that name each other, and more of the list as it comes (`P4:[…]`). */
function routerRows(text: string): StateValue[] {
  const list: Json[] = []
  const starts: number[] = []
  for (const line of text.split('\n').slice(0, BUDGET.rows)) {
    const values = parsed(line.replace(/^[A-Z]\d+:/, ''))
    if (Array.isArray(values)) {
      starts.push(list.length)
      for (const value of values)
        list.push(value)
    }
  }
  return isFlat(list) ? starts.slice(0, BUDGET.lists).map(start => ({ value: unflatten(list, start), path: `streamController[${start}]`, hint: 'streamController' })) : []
}

function parsed(json: string): Json {
  try {
    return JSON.parse(json) as Json
  }
  catch {
    return null
  }
}

/** The place behind so many bytes of UTF-8. */
function behindBytes(text: string, start: number, bytes: number): number {
  let at = start
  for (let left = bytes; left > 0 && at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Each half of a pair stands for two of its four bytes.
    left -= code < 0x80 ? 1 : code < 0x800 || (code >= 0xD800 && code < 0xE000) ? 2 : 3
  }
  return at
}
