import type { CaseKind, Outcome, Row } from '../kind.ts'
import { Buffer } from 'node:buffer'
import { declaredEncoding, decodeText, detectEncoding } from '../../../server/scrape/fetch/charset.ts'
import { parseContentType } from '../../../server/scrape/fetch/content-type.ts'
import { encodingOf } from '../../../server/scrape/fetch/encoding-label.ts'
import { bytesOf } from '../../scrape/data.ts'
import { outcome } from '../kind.ts'

/** w3lib names encodings as Python does; the Encoding Standard's decoder for each. */
const PYTHON_NAMES: Readonly<Record<string, string>> = { 'iso8859-4': 'iso-8859-4', 'cp1252': 'windows-1252', 'gb18030': 'gbk', 'big5hkscs': 'big5' }
const standardName = (name: unknown) => (typeof name === 'string' ? PYTHON_NAMES[name] ?? name.toLowerCase() : null)
/** Python's `gb18030` is both of the standard's: what only the name tells apart is right. */
const isName = (expected: unknown, actual: string | null) => actual === standardName(expected) || actual === expected

type Bytes = Parameters<typeof bytesOf>[0]

const runners: Readonly<Record<string, (row: Row, args: Bytes[]) => Outcome[]>> = {
  http_content_type_encoding(row, [header]) {
    const charset = parseContentType(String(header)).charset
    const actual = charset === null ? null : encodingOf(charset)
    return [outcome('header', header, standardName(row.expected), actual, isName(row.expected, actual))]
  },
  html_body_declared_encoding(row, [body]) {
    const actual = declaredEncoding(bytesOf(body ?? ''))
    return [outcome('declared', body, standardName(row.expected), actual, isName(row.expected, actual))]
  },
  decode(row, [label, body]) {
    const expected = row.expected as { encoding: string, text: string | string[] }
    const decoded = decodeText(bytesOf(body ?? ''), label === '' ? undefined : `text/html; charset=${String(label)}`)
    return [outcome('decoded', body, expected.text, decoded.text, [expected.text].flat().includes(decoded.text)), outcome('encoding', body, standardName(expected.encoding), decoded.encoding, isName(expected.encoding, decoded.encoding))]
  },
  to_unicode: (row, [body]) => [outcome('decoded', body, row.expected, decodeText(bytesOf(body ?? ''), 'text/html; charset=utf-8').text)],
  resolve_encoding(row, [label]) {
    const actual = encodingOf(String(label))
    return [outcome('label', label, standardName(row.expected), actual, isName(row.expected, actual))]
  },
}

/** html5lib: bytes → the encoding that the prescan finds. w3lib: by the function that each row names. */
export const charset: CaseKind = {
  reads: 'body_base64 and expected_encoding, or fn, args and expected',
  run(row) {
    if (typeof row.body_base64 === 'string')
      return [outcome('prescan', row.body_preview, standardName(row.expected_encoding), detectEncoding(Buffer.from(row.body_base64, 'base64')))]
    return runners[String(row.fn)]?.(row, row.args as Bytes[]) ?? []
  },
}
