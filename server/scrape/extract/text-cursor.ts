/** A place in a text that is read as a JavaScript literal. */
export interface TextCursor {
  text: string
  at: number
  /** Whether a quote that nothing of JSON follows belongs to its text (`"a 24" desk"`). */
  looseQuotes?: boolean
}

/** The text is no plain data. */
export class Unreadable extends Error {}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' }
const FOLLOWS = /\s*(?:$|[}\]:]|,\s*(?:["{[\d}\]-]|true|false|null))/y

/** White space, control characters and comments. */
export function skipBlank(cursor: TextCursor): void {
  const { text } = cursor
  for (;;) {
    const code = text.charCodeAt(cursor.at)
    if (code <= 32 || code === 0xFEFF || code === 0xA0 || code === 0x2028) {
      cursor.at++
    }
    else if (code === 47 && text[cursor.at + 1] === '/') {
      const end = text.indexOf('\n', cursor.at)
      cursor.at = end < 0 ? text.length : end
    }
    else if (code === 47 && text[cursor.at + 1] === '*') {
      const end = text.indexOf('*/', cursor.at + 2)
      cursor.at = end < 0 ? text.length : end + 2
    }
    else {
      return
    }
  }
}

/** What stands here by a sticky pattern, and moves behind it; null when it does not. */
export function match(cursor: TextCursor, pattern: RegExp): string | null {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)?.[0] ?? null
  if (found !== null)
    cursor.at += found.length
  return found
}

/** The text from the quote here to its end, with escapes undone. @throws {Unreadable} */
export function readString(cursor: TextCursor, quote: string): string {
  const { text } = cursor
  let value = ''
  let from = cursor.at + 1
  for (let index = from; index < text.length; index++) {
    const char = text[index]
    if (char === quote && !(cursor.looseQuotes && isInside(text, index))) {
      cursor.at = index + 1
      return value + text.slice(from, index)
    }
    if (char !== '\\')
      continue
    value += text.slice(from, index)
    const next = text[index + 1] ?? ''
    const code = next === 'u' ? /^[0-9a-f]{4}/i.exec(text.slice(index + 2, index + 6))?.[0] : next === 'x' ? /^[0-9a-f]{2}/i.exec(text.slice(index + 2, index + 4))?.[0] : undefined
    value += code ? String.fromCharCode(Number.parseInt(code, 16)) : next === '\n' ? '' : ESCAPES[next] ?? next
    index += 1 + (code?.length ?? 0)
    from = index + 1
  }
  throw new Unreadable()
}

/** Behind a closing quote comes a bracket, a colon, or a comma with something of JSON behind it. */
function isInside(text: string, quote: number): boolean {
  FOLLOWS.lastIndex = quote + 1
  return !FOLLOWS.test(text)
}
