/** Bytes `start` to `end`, both included. */
export interface ByteRange { start: number, end: number }

/**
 * A `Range` header against a representation of `size` bytes (RFC 9110 §14): a range, `unsatisfiable` (416), or
 * undefined where the whole is the answer – no header, another unit, several ranges or nonsense, which a server may ignore.
 */
export function parseRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? '')
  if (!match)
    return undefined
  const [, first = '', last = ''] = match
  if (first === '')
    return last === '' ? undefined : suffix(Number(last), size)
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start)
    return undefined
  return start < size ? { start, end } : 'unsatisfiable'
}

function suffix(length: number, size: number): ByteRange | 'unsatisfiable' {
  return length > 0 && size > 0 ? { start: Math.max(0, size - length), end: size - 1 } : 'unsatisfiable'
}

/** Whether an `If-None-Match` or `If-Match` list names this strong validator (weak comparison, RFC 9110 §8.8.3.2). */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined)
    return false
  return header.trim() === '*' || (header.match(/(?:W\/)?"[^"]*"/g) ?? []).some(tag => tag.replace(/^W\//, '') === etag)
}
