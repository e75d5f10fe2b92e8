import { Buffer, isUtf8 } from 'node:buffer'
import { parseContentType } from './content-type.ts'
import { encodingOf } from './encoding-label.ts'
import { decodeKorean } from './korean.ts'
import { prescanEncoding } from './prescan.ts'

export interface DecodedText {
  text: string
  encoding: string
}

/** Legacy encodings by top-level domain, from the HTML Standard's table of locales: only for pages that declare nothing. */
const legacyByDomain: Record<string, string> = {
  ru: 'windows-1251',
  ua: 'windows-1251',
  by: 'windows-1251',
  bg: 'windows-1251',
  jp: 'shift_jis',
  kr: 'euc-kr',
  cn: 'gb18030',
  tw: 'big5',
  hk: 'big5',
  gr: 'iso-8859-7',
  tr: 'windows-1254',
  il: 'windows-1255',
  pl: 'iso-8859-2',
  cz: 'windows-1250',
  hu: 'iso-8859-2',
  th: 'windows-874',
  lt: 'windows-1257',
  lv: 'windows-1257',
  ee: 'windows-1257',
}

/**
 * The encoding of a page: byte order mark, then header, then `<meta>` or XML declaration, then what the bytes look like
 * (valid UTF-8 with a non-ASCII character), then a `<meta>` that names one in a way browsers pass over, then the usual one of
 * the domain, then windows-1252. Encoding Standard names.
 */
export function detectEncoding(bytes: Uint8Array, contentType?: string, hostname = ''): string {
  const declared = byteOrderMark(bytes)
    ?? encodingOf(parseContentType(contentType).charset ?? '')
    ?? xmlEncoding(bytes)
    ?? prescanEncoding(bytes)
  if (declared)
    return declared
  if (bytes.subarray(0, 64 * 1024).some(byte => byte > 0x7F)) {
    const sniffed = isUtf8Prefix(bytes) ? 'utf-8' : looseEncoding(bytes)
    if (sniffed)
      return sniffed
  }
  return legacyByDomain[hostname.slice(hostname.lastIndexOf('.') + 1)] ?? 'windows-1252'
}

/** The encoding that a page's own bytes name, in whatever way; null when they name none. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  return xmlEncoding(bytes) ?? prescanEncoding(bytes) ?? looseEncoding(bytes)
}

/** Bytes to text; bytes that mean nothing in the encoding become U+FFFD, never an error. */
export function decodeText(bytes: Uint8Array, contentType?: string, hostname?: string): DecodedText {
  const encoding = detectEncoding(bytes, contentType, hostname)
  return { text: encoding === 'euc-kr' ? decodeKorean(bytes) : new TextDecoder(encoding).decode(bytes), encoding }
}

function byteOrderMark([a, b, c]: Uint8Array): string | null {
  if (a === 0xEF && b === 0xBB && c === 0xBF)
    return 'utf-8'
  if (a === 0xFE && b === 0xFF)
    return 'utf-16be'
  return a === 0xFF && b === 0xFE ? 'utf-16le' : null
}

function xmlEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1')
  const label = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1]
  const encoding = label ? encodingOf(label) : null
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding
}

/** `<meta httpequiv="ContentType" content="…; charset=gbk">`: meant well, though no browser counts it. */
function looseEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16 * 1024)).toString('latin1')
  const label = /<meta\s[^<>]{0,300}?charset\s*=\s*(?:["']\s*)?([\w.:-]+)/i.exec(head)?.[1]
  const encoding = label ? encodingOf(label) : null
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding
}

/** Valid UTF-8; a last character that was cut off is left out of the account. */
function isUtf8Prefix(bytes: Uint8Array): boolean {
  const lead = bytes.subarray(-3).findLastIndex(byte => byte >= 0xC0)
  const start = Math.max(0, bytes.length - 3) + lead
  const needed = lead < 0 ? 0 : bytes[start]! >= 0xF0 ? 4 : bytes[start]! >= 0xE0 ? 3 : 2
  const isCut = lead >= 0 && start > 0 && needed > bytes.length - start
  return isUtf8(isCut ? bytes.subarray(0, start) : bytes)
}
