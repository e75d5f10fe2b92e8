/** The parts of an expression between the bars that stand in no group and no class. */
export function alternativesOf(source: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < source.length; at++) {
    const char = source[at]
    if (char === '\\') {
      at++
    }
    else if (char === '[') {
      at = source.indexOf(']', at)
    }
    else if (char === '(' || char === ')') {
      depth += char === '(' ? 1 : -1
    }
    else if (char === '|' && depth === 0) {
      parts.push(source.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, source.slice(start)].filter(part => part !== '')
}

/** The letters that a match of an expression may begin with; null where that is open. Knows what phrase lists are written in. */
export function firstLetters(source: string): Set<string> | null {
  const letters = new Set<string>()
  for (let at = 0; at < source.length;) {
    const [end, own] = firstPiece(source, at)
    if (own === null)
      return null
    for (const letter of own)
      letters.add(letter)
    const isOptional = source[end] === '?' || source[end] === '*' || source.startsWith('{0', end)
    if (!isOptional)
      return letters
    at = source[end] === '{' ? source.indexOf('}', end) + 1 : end + 1
  }
  return null
}

const DIGITS = [...'0123456789']

/** Where the piece at a place ends, and the letters it begins with. */
function firstPiece(source: string, at: number): [end: number, letters: Iterable<string> | null] {
  if (source[at] === '\\')
    return [at + 2, source[at + 1] === 'd' ? DIGITS : /[a-z]/i.test(source[at + 1] ?? '') ? null : [source[at + 1] ?? '']]
  if (source[at] === '[') {
    const end = source.indexOf(']', at)
    const inside = source.slice(at + 1, end)
    return [end + 1, /[\\^]|\S-\S/.test(inside) ? null : inside]
  }
  if (source[at] !== '(')
    return [at + 1, [source[at] ?? '']]
  const end = groupEnd(source, at)
  if (!source.startsWith('(?:', at))
    return [end, null]
  const letters = new Set<string>()
  for (const part of alternativesOf(source.slice(at + 3, end - 1))) {
    const own = firstLetters(part)
    if (own === null)
      return [end, null]
    own.forEach(letter => letters.add(letter))
  }
  return [end, letters]
}

function groupEnd(source: string, start: number): number {
  for (let at = start, depth = 0; at < source.length; at++) {
    if (source[at] === '\\')
      at++
    else if (source[at] === '[')
      at = source.indexOf(']', at)
    else if (source[at] === '(')
      depth++
    else if (source[at] === ')' && --depth === 0)
      return at + 1
  }
  return source.length
}
