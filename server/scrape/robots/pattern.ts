/** A rule's path taken apart at its `*`; `length` decides which rule is the most specific. */
export interface PathPattern {
  parts: readonly string[]
  /** Ends with `$`: the whole path must be used up. */
  anchored: boolean
  length: number
}

/** Takes a path of a rule apart. `*` is any run of characters, a last `$` the end (RFC 9309 §2.2.3). */
export function compilePattern(path: string): PathPattern {
  const anchored = path.endsWith('$')
  const body = anchored ? path.slice(0, -1) : path
  return { parts: body.split(/\*+/), anchored, length: path.length }
}

/** Whether the pattern matches from the start of `path`. Each part is looked for once, so there is no way to backtrack. */
export function matchesPattern({ parts, anchored }: PathPattern, path: string): boolean {
  const first = parts[0]!
  if (!path.startsWith(first))
    return false
  if (parts.length === 1)
    return !anchored || path.length === first.length
  let at = first.length
  for (let index = 1; index < parts.length - 1; index++) {
    const found = path.indexOf(parts[index]!, at)
    if (found < 0)
      return false
    at = found + parts[index]!.length
  }
  const last = parts[parts.length - 1]!
  return anchored ? path.length - last.length >= at && path.endsWith(last) : path.includes(last, at)
}

/** Non-ASCII bytes of a Latin-1 string as `%XX`, so that a rule written in UTF-8 meets the encoded URL (RFC 9309 §2.2.2). */
export function escapeNonAscii(text: string): string {
  return upperCaseEscapes(text).replace(/[\u0080-\u00FF]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}

export function upperCaseEscapes(text: string): string {
  return text.includes('%') ? text.replace(/%[0-9a-f]{2}/gi, escape => escape.toUpperCase()) : text
}

/** Escapes of unreserved characters undone: `%7Ejoe` is `~joe`. */
export function plainEscapes(text: string): string {
  return text.includes('%') ? text.replace(/%(?:2[DE]|3\d|[46][1-9A-F]|[57][\dA]|5F|7E)/g, escape => String.fromCharCode(Number.parseInt(escape.slice(1), 16))) : text
}

export function plainPattern({ parts, anchored, length }: PathPattern): PathPattern {
  const plain = parts.map(plainEscapes)
  return { parts: plain, anchored, length: length - parts.join('').length + plain.join('').length }
}
