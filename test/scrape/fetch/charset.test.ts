import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { declaredEncoding, decodeText, detectEncoding } from '../../../server/scrape/fetch/charset.ts'
import { parseContentType } from '../../../server/scrape/fetch/content-type.ts'
import { encodingOf } from '../../../server/scrape/fetch/encoding-label.ts'
import { bytesOf, hasData, readCases } from '../data.ts'

describe.skipIf(!hasData)('html5lib-encoding', () => {
  test('the declared encoding is found as the HTML Standard says', () => {
    const cases = readCases<{ body_base64: string, expected_encoding: string }>('html5lib-encoding/html5lib-encoding.json')
    const wrong = cases
      .map(each => ({ body: Buffer.from(each.body_base64, 'base64').toString('latin1').slice(0, 200), expected: each.expected_encoding.toLowerCase(), got: detectEncoding(Buffer.from(each.body_base64, 'base64')) }))
      .filter(each => each.expected !== each.got)
    expect(wrong).toEqual([])
  })
})

interface W3libCase { test: string, fn: string, args: (string | { bytes_base64: string })[], expected: string | null | { encoding: string, text: string | string[] } }

/** w3lib names encodings as Python does; the Encoding Standard's decoder for each. */
const pythonNames: Record<string, string> = { 'iso8859-4': 'iso-8859-4', 'cp1252': 'windows-1252', 'gb18030': 'gbk', 'big5hkscs': 'big5' }
const standardName = (name: string | null): string | null => name === null ? null : pythonNames[name] ?? name

describe.skipIf(!hasData)('w3lib encodings', () => {
  const cases = hasData ? readCases<W3libCase>('w3lib/encoding_cases.json') : []

  test('the charset parameter of Content-Type is read, and only where it is well formed', () => {
    const headers = cases.filter(each => each.fn === 'http_content_type_encoding')
    expect(headers.length).toBeGreaterThan(10)
    for (const { args: [header], expected } of headers) {
      const charset = parseContentType(header as string).charset
      expect(charset === null ? null : encodingOf(charset), header as string).toBe(standardName(expected as string | null))
    }
  })

  test('the encoding that a body declares is found', () => {
    const bodies = cases.filter(each => each.fn === 'html_body_declared_encoding')
    const wrong = bodies.filter(({ args: [body], expected }) => declaredEncoding(bytesOf(body!)) !== standardName(expected as string | null))
    expect(wrong.map(({ args: [body] }) => bytesOf(body!).toString().slice(0, 40))).toEqual([])
  })

  test('bytes become the text that w3lib gets', () => {
    for (const { args, expected } of cases.filter(each => each.fn === 'decode')) {
      const { encoding, text } = expected as { encoding: string, text: string | string[] }
      const decoded = decodeText(bytesOf(args[1]!), args[0] === '' ? undefined : `text/html; charset=${args[0] as string}`)
      expect([text].flat()).toContain(decoded.text)
      expect(decoded.encoding).toBe(standardName(encoding))
    }
    for (const { args, expected } of cases.filter(each => each.fn === 'to_unicode'))
      expect(decodeText(bytesOf(args[0]!), 'text/html; charset=utf-8').text).toBe(expected)
    for (const { args, expected } of cases.filter(each => each.fn === 'resolve_encoding'))
      expect(encodingOf(args[0] as string)).toBe(standardName(expected as string))
  })
})

test('a byte order mark wins over the header, the header over the page', () => {
  expect(detectEncoding(Buffer.from('\uFEFFprix', 'utf8'), 'text/html; charset=iso-8859-1')).toBe('utf-8')
  expect(detectEncoding(Buffer.from('<meta charset=utf-8>'), 'text/html; charset=iso-8859-2')).toBe('iso-8859-2')
})

test('a declaration that browsers pass over settles bytes that are no UTF-8, and nothing else', () => {
  const meta = '<meta httpequiv="ContentType" content="text/html; charset=windows-1251">'
  expect(decodeText(Buffer.concat([Buffer.from(meta), Buffer.from([0xD6, 0xE5, 0xED, 0xE0])])).text).toBe(`${meta}Цена`)
  expect(decodeText(Buffer.from(`${meta}Цена`)).text).toBe(`${meta}Цена`)
  expect(detectEncoding(Buffer.from(meta))).toBe('windows-1252')
})

test('korean pages are read with the syllables that the euc-kr of ICU lacks', () => {
  // "가격 똠방 펲 햏 abc" in windows-949; then a lead byte without a trail, and one whose trail is none.
  const bytes = Buffer.from('b0a1b0dd208c63b9e620bc8420c16420616263', 'hex')
  expect(decodeText(bytes, 'text/html; charset=euc-kr')).toEqual({ text: '가격 똠방 펲 햏 abc', encoding: 'euc-kr' })
  expect(decodeText(Buffer.from('b0a181', 'hex'), 'text/html; charset=ks_c_5601-1987').text).toBe('가\uFFFD')
  expect(decodeText(Buffer.from('8120b0a1', 'hex'), 'text/html; charset=euc-kr').text).toBe('\uFFFD 가')
})

test('an undeclared page is UTF-8 when it reads as such, else what its country uses', () => {
  expect(decodeText(Buffer.from('<p>Käse 5 €')).text).toBe('<p>Käse 5 €')
  expect(decodeText(Buffer.from([0x80, 0x35])).text).toBe('€5')
  expect(detectEncoding(Buffer.from([0xCF, 0xF0, 0x20]), undefined, 'shop.example.ru')).toBe('windows-1251')
})

test('mixtures of all kinds of bytes never throw and stay fast', () => {
  const noise = Buffer.from(Array.from({ length: 500_000 }, (_, index) => (index * 7919 + (index >> 3)) % 256))
  const started = performance.now()
  for (const label of ['utf-7', 'utf-16', 'gb18030', 'iso-2022-jp', 'replacement', 'x-user-defined', 'nonsense', 'shift_jis'])
    expect(decodeText(Buffer.concat([Buffer.from(`<meta charset="${label}">`), noise]), `text/html; charset=${label}`).text.length).toBeGreaterThan(0)
  expect(performance.now() - started).toBeLessThan(2000)
})
