import type { TextCursor } from './text-cursor.ts'
import { match, readString, skipBlank, Unreadable } from './text-cursor.ts'

/** A value as JSON.parse would give it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export interface JsonObject { [key: string]: Json }

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

const MAX_DEPTH = 200
const IDENTIFIER = /[\p{L}$_][\p{L}\p{N}$_.-]*/uy
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/iy
const WORDS: Readonly<Record<string, Json>> = { true: true, false: false, null: null, undefined: null, NaN: null, Infinity: null }

interface Cursor extends TextCursor {
  /** Whether names and calls (`foo`, `new Date()`) end the reading or count as null. */
  strict: boolean
  /** What names stand for. */
  names: ReadonlyMap<string, Json> | null
}

interface Literal { value: Json, end: number }
/** How many characters were read for nothing. */
interface InVain { vain: number }

const wholeOf = (read: Literal | InVain): Literal | null => ('vain' in read ? null : read)

/**
 * Reads a JavaScript object or array literal at `start`: comments, single quotes, bare keys, trailing and missing commas,
 * raw line breaks and control characters in strings are accepted, as broken JSON-LD and inline state have them. Nothing is
 * executed or guessed: null when the text is not plain data. `names` says what bare names stand for. Linear time, bounded depth.
 */
export function readLiteral(text: string, start = 0, strict = true, names: ReadonlyMap<string, Json> | null = null): Literal | null {
  return wholeOf(readWith({ text, at: start, strict, names }))
}

/** The same; where it is in vain, how many characters were read for it. */
export function tryLiteral(text: string, start: number): Literal | InVain {
  return readWith({ text, at: start, strict: true, names: null })
}

/** JSON with quotes in its texts that nobody escaped; for what `readLiteral` cannot read. */
export function readLooselyQuoted(text: string, start: number): Literal | null {
  return wholeOf(readWith({ text, at: start, strict: false, names: null, looseQuotes: true }))
}

function readWith(cursor: Cursor): Literal | InVain {
  const start = cursor.at
  try {
    const value = readValue(cursor, 0)
    return { value, end: cursor.at }
  }
  catch (error) {
    if (error instanceof Unreadable)
      return { vain: cursor.at - start }
    throw error
  }
}

function readValue(cursor: Cursor, depth: number): Json {
  if (depth > MAX_DEPTH)
    throw new Unreadable()
  skipBlank(cursor)
  const char = cursor.text[cursor.at]
  if (char === '{')
    return readObject(cursor, depth)
  if (char === '[')
    return readArray(cursor, depth)
  if (char === '"' || char === '\'' || char === '`')
    return readString(cursor, char)
  if (!cursor.strict && (char === ',' || char === '}'))
    return null
  const number = match(cursor, NUMBER)
  if (number !== null)
    return Number(number)
  if (char === '!') {
    const flag = /^!([01])/.exec(cursor.text.slice(cursor.at, cursor.at + 2))
    if (!flag)
      throw new Unreadable()
    cursor.at += 2
    return flag[1] === '0'
  }
  const word = match(cursor, IDENTIFIER)
  if (word === null)
    throw new Unreadable()
  if (word === 'void' && match(cursor, / ?0/y) !== null)
    return null
  if (Object.hasOwn(WORDS, word))
    return WORDS[word] ?? null
  const known = cursor.names?.get(word)
  if (known !== undefined)
    return known
  if (cursor.strict && /^(?:function|return|if|for|while|class|async|this)\b/.test(word))
    throw new Unreadable()
  skipExpression(cursor)
  return null
}

/** A name, call or sum stands where data should: up to the next comma or closing bracket of this level, it is unknown. */
function skipExpression(cursor: Cursor): void {
  let depth = 0
  for (const limit = Math.min(cursor.text.length, cursor.at + 2000); cursor.at < limit; cursor.at++) {
    const char = cursor.text[cursor.at]
    if (char === '"' || char === '\'') {
      readString(cursor, char)
      cursor.at--
    }
    else if (char === '(' || char === '[' || char === '{') {
      if (char === '{' && cursor.strict)
        throw new Unreadable()
      depth++
    }
    else if (char === ')' || char === ']' || char === '}') {
      if (depth === 0)
        return
      depth--
    }
    else if (depth === 0 && (char === ',' || (char === ';' && cursor.strict))) {
      if (char === ';')
        throw new Unreadable()
      return
    }
  }
  throw new Unreadable()
}

function readObject(cursor: Cursor, depth: number): JsonObject {
  const object: JsonObject = {}
  cursor.at++
  for (;;) {
    skipBlank(cursor)
    const char = cursor.text[cursor.at]
    if (char === undefined)
      throw new Unreadable()
    if (char === '}') {
      cursor.at++
      return object
    }
    if (char === ',') {
      cursor.at++
      continue
    }
    const key = char === '"' || char === '\'' ? readString(cursor, char) : match(cursor, IDENTIFIER) ?? match(cursor, NUMBER)
    skipBlank(cursor)
    if (key === null || cursor.text[cursor.at] !== ':')
      throw new Unreadable()
    cursor.at++
    const value = readValue(cursor, depth + 1)
    if (key !== '__proto__')
      object[key] = value
    afterValue(cursor)
  }
}

/** The list's end, or a comma that no name of a property follows. */
const LIST_GOES_ON = /^\s*(?:\]|,(?!\s*"[^"]*"\s*:))/

function readArray(cursor: Cursor, depth: number): Json[] {
  const array: Json[] = []
  cursor.at++
  for (;;) {
    skipBlank(cursor)
    const char = cursor.text[cursor.at]
    if (char === undefined)
      throw new Unreadable()
    if (char === ']') {
      cursor.at++
      return array
    }
    if (char === '}') {
      if (cursor.strict)
        throw new Unreadable()
      // One brace too many where the list goes on behind it; else the list was not closed, and what it stands in ends here.
      if (!LIST_GOES_ON.test(cursor.text.slice(cursor.at + 1, cursor.at + 200)))
        return array
      cursor.at++
      continue
    }
    if (char === ',') {
      cursor.at++
      continue
    }
    array.push(readValue(cursor, depth + 1))
    afterValue(cursor)
  }
}

/** `"a" + b` is code, not data: the value is kept, the rest of the expression skipped. */
function afterValue(cursor: Cursor): void {
  skipBlank(cursor)
  const char = cursor.text[cursor.at]
  if (char === ',' || char === '}' || char === ']' || char === '"' || char === '\'' || char === undefined)
    return
  if (char === '+' || char === '.' || char === '|' || char === '?' || char === '*' || char === '(') {
    skipExpression(cursor)
    return
  }
  if (cursor.strict)
    throw new Unreadable()
}

/** JSON as it should be, or else as `readLiteral` can still make sense of it; null when neither. */
export function parseRelaxed(text: string): Json | null {
  const bare = text.trim()
  if (bare === '')
    return null
  try {
    return JSON.parse(bare) as Json
  }
  catch {
    const start = bare.search(/[[{]/)
    return start < 0 ? null : readLiteral(bare, start, false)?.value ?? null
  }
}
