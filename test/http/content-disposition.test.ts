import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentDisposition } from '../../server/http/download/content-disposition.ts'

/** Reads the header as a browser does: the encoded name first, else the plain one. */
function nameOf(header: string): string {
  const match = /^attachment; filename="([^"\\]*)"(?:; filename\*=UTF-8''([\w!#$&+.^`|~%-]+))?$/.exec(header)
  if (!match)
    throw new Error(`not a well-formed header: ${header}`)
  return match[2] === undefined ? match[1] ?? '' : decodeURIComponent(match[2])
}

test.each([
  ['products.csv', 'attachment; filename="products.csv"'],
  ['a b.csv', 'attachment; filename="a b.csv"'],
  ['Schuhe für März.csv', `attachment; filename="Schuhe f_r M_rz.csv"; filename*=UTF-8''Schuhe%20f%C3%BCr%20M%C3%A4rz.csv`],
  ['say "hi".csv', `attachment; filename="say _hi_.csv"; filename*=UTF-8''say%20%22hi%22.csv`],
  ['100%41.csv', `attachment; filename="100_41.csv"; filename*=UTF-8''100%2541.csv`],
  ['a\r\nSet-Cookie: x=1.csv', 'attachment; filename="aSet-Cookie: x=1.csv"'],
  ['../../etc/passwd', 'attachment; filename=".._.._etc_passwd"'],
  ['\u202Evsc.exe', 'attachment; filename="vsc.exe"'],
  ['it\'s (1)*.csv', `attachment; filename="it's (1)*.csv"`],
  ['靴\'s (1)*.csv', `attachment; filename="_'s (1)*.csv"; filename*=UTF-8''%E9%9D%B4%27s%20%281%29%2A.csv`],
  ['', 'attachment; filename="download"'],
  ['\u0000\u0007', 'attachment; filename="download"'],
  ['\uD800.csv', `attachment; filename="_.csv"; filename*=UTF-8''%EF%BF%BD.csv`],
])('%j', (filename, header) => {
  expect(contentDisposition(filename)).toBe(header)
})

test('any string makes one well-formed header that a browser reads back', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (filename) => {
    const header = contentDisposition(filename)
    expect(header).toMatch(/^[\x20-\x7E]+$/)
    const name = nameOf(header)
    expect(name).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069/\\]/u)
    expect(() => new Headers({ 'content-disposition': header })).not.toThrow()
  }), { seed: 20261123, numRuns: 2000 })
})
