import { Buffer } from 'node:buffer'
import { encodingOf } from './encoding-label.ts'

// The standard asks for 1024 bytes and lets the parser start again on a later <meta>; a longer look does the same in one go.
const window = 16 * 1024
const space = /[\t\n\f\r ]/
const afterName = /[\t\n\f\r /]/

/**
 * The encoding that an HTML page declares in its first bytes: the algorithm of the HTML Standard,
 * "prescan a byte stream to determine its encoding". Null when it declares none.
 */
export function prescanEncoding(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, window)).toString('latin1')
  let at = text.indexOf('<')
  while (at >= 0) {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 2)
      at = end < 0 ? -1 : end + 2
    }
    else if (/^<meta[\t\n\f\r /]/i.test(text.slice(at, at + 6))) {
      const meta = readMeta(text, at + 5)
      if (meta === null)
        return null
      if (meta.encoding)
        return meta.encoding
      at = meta.end
    }
    else if (/^<\/?[a-z]/i.test(text.slice(at, at + 3))) {
      const end = skipTag(text, at)
      if (end === null)
        return null
      at = end
    }
    else if (/^<[!/?]/.test(text.slice(at, at + 2))) {
      at = text.indexOf('>', at)
    }
    at = at < 0 ? -1 : text.indexOf('<', text[at] === '<' ? at + 1 : at)
  }
  return null
}

function readMeta(text: string, start: number): { encoding: string | null, end: number } | null {
  const seen = new Set<string>()
  let at = start
  let gotPragma = false
  let needPragma: boolean | null = null
  let charset: string | null = null
  for (;;) {
    const attribute = readAttribute(text, at)
    if (attribute === 'end-of-data')
      return null
    at = attribute.end
    if (attribute.name === '')
      break
    if (seen.has(attribute.name))
      continue
    seen.add(attribute.name)
    if (attribute.name === 'http-equiv' && attribute.value === 'content-type') {
      gotPragma = true
    }
    else if (attribute.name === 'content' && charset === null) {
      charset = charsetOfContent(attribute.value)
      if (charset !== null)
        needPragma = true
    }
    else if (attribute.name === 'charset') {
      charset = encodingOf(attribute.value)
      needPragma = false
    }
  }
  const counts = needPragma !== null && (!needPragma || gotPragma) && charset !== null
  // A page whose ASCII bytes we have just read cannot be UTF-16: the standard takes UTF-8 instead.
  const encoding = counts ? (charset!.startsWith('utf-16') ? 'utf-8' : charset === 'x-user-defined' ? 'windows-1252' : charset) : null
  return { encoding, end: at }
}

/** "Extracting a character encoding from a meta element" of the HTML Standard. */
function charsetOfContent(content: string): string | null {
  const match = /charset[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^"'\t\n\f\r ;][^\t\n\f\r ;]*))/.exec(content)
  return match ? encodingOf(match[1] ?? match[2] ?? match[3] ?? '') : null
}

/** End of a tag that is not `<meta>`: past its name, then attribute by attribute, since a `>` may stand in a value. */
function skipTag(text: string, start: number): number | null {
  let at = start
  while (at < text.length && !space.test(text[at]!) && text[at] !== '>')
    at++
  for (;;) {
    const attribute = readAttribute(text, at)
    if (attribute === 'end-of-data')
      return null
    at = attribute.end
    if (attribute.name === '')
      return at
  }
}

interface Attribute { name: string, value: string, end: number }

/** "Get an attribute" of the HTML Standard; an empty name means the tag has ended at `end`. */
function readAttribute(text: string, start: number): Attribute | 'end-of-data' {
  let at = start
  while (at < text.length && afterName.test(text[at]!))
    at++
  if (at >= text.length)
    return 'end-of-data'
  if (text[at] === '>')
    return { name: '', value: '', end: at }
  const nameStart = at
  while (at < text.length && !(text[at] === '=' && at > nameStart) && !afterName.test(text[at]!) && text[at] !== '>')
    at++
  const name = text.slice(nameStart, at).toLowerCase()
  at = skipSpace(text, at)
  if (text[at] !== '=')
    return at >= text.length ? 'end-of-data' : { name, value: '', end: at }
  at = skipSpace(text, at + 1)
  const quote = text[at]
  if (quote === '"' || quote === '\'') {
    const end = text.indexOf(quote, at + 1)
    return end < 0 ? 'end-of-data' : { name, value: text.slice(at + 1, end).toLowerCase(), end: end + 1 }
  }
  const valueStart = at
  while (at < text.length && !space.test(text[at]!) && text[at] !== '>')
    at++
  return at >= text.length ? 'end-of-data' : { name, value: text.slice(valueStart, at).toLowerCase(), end: at }
}

function skipSpace(text: string, start: number): number {
  let at = start
  while (at < text.length && space.test(text[at]!))
    at++
  return at
}
