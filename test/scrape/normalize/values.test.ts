import { describe, expect, test } from 'vitest'
import { brandName } from '../../../server/scrape/normalize/brand.ts'
import { cleanHtml, cleanText, parseCondition, parseGtin, productGtin } from '../../../server/scrape/normalize/index.ts'
import { hasData, readCases } from '../data.ts'

describe('gtin', () => {
  test.skipIf(!hasData)('zyte-parsers: every case', () => {
    const wrong = readCases<{ kind: string, value: string, expected: string | null }>('zyte-parsers/gtin.json').filter((row) => {
      const parsed = parseGtin(row.value)
      return (row.kind === 'GTIN_IDS' ? parsed?.id ?? null : parsed?.type ?? null) !== row.expected
    })
    expect(wrong).toEqual([])
  })

  test.each([
    ['ISBN (13): 9780140449136', 'isbn13', '9780140449136'],
    ['978–0–14–044913–6', 'isbn13', '9780140449136'],
    ['ISBN 0-8044-2957-x', 'isbn10', '080442957X'],
    ['ISSN 0317-8471', 'issn', '03178471'],
    ['ISMN 979-0-2600-0043-8', 'ismn', '9790260000438'],
    ['(01) 14006381333938', 'gtin14', '14006381333938'],
    ['ITF-14: 14006381333938', 'gtin14', '14006381333938'],
    ['UPC-A: 0 42100 00526 4', 'upc', '042100005264'],
    ['EAN-8: 9638 5074', 'gtin8', '96385074'],
    ['JANコード：４００６３８１３３３９３１', 'gtin13', '4006381333931'],
    ['Штрихкод: 4006381333931', 'gtin13', '4006381333931'],
    ['4006381333931, 4006381333948', null, null],
    ['00000000', null, null],
    ['4.00638E+12', null, null],
  ])('%s', (text, type, id) => {
    expect(parseGtin(text)).toEqual(type === null ? null : { type, id })
  })

  test('a product number counts only with the right check digit', () => {
    expect(['4006381333931', '4006381333930', '036000291452', '96385074', '00012345600012', '0000000000000', 'AB4006381333931X1', ''].map(productGtin)).toEqual(['4006381333931', null, '036000291452', '96385074', '00012345600012', null, null, null])
  })
})

describe('text', () => {
  test.each([['  a \n\t b  ', 'a b'], ['K&auml;se &amp; Brot', 'Käse & Brot'], ['a\u00A0\u200Bb', 'a b'], ['\u202Bمرحبا\u202C', 'مرحبا'], ['a\u0000b', 'a b']])('%o becomes %o', (raw, clean) => {
    expect(cleanText(raw)).toBe(clean)
  })

  test('hTML becomes lines; scripts and styles vanish; escaped HTML is unescaped', () => {
    expect(cleanHtml('<p>One<br>two</p><script>alert(1)</script><ul><li>a</li><li>b &gt; c</li></ul>')).toBe('One\ntwo\na\nb > c')
    expect(cleanHtml('&lt;p&gt;Hello&lt;/p&gt;')).toBe('Hello')
    expect(cleanHtml('5 < 6 and 7 > 3')).toBe('5 < 6 and 7 > 3')
  })

  test('hostile HTML is cleaned in linear time', () => {
    const started = performance.now()
    for (const html of ['<script>'.repeat(20_000), '<'.repeat(200_000), '<a '.repeat(50_000), '&'.repeat(200_000), '<style>'.repeat(20_000)])
      expect(() => cleanHtml(html)).not.toThrow()
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

test.each([['https://schema.org/NewCondition', 'NewCondition'], ['UsedCondition', 'UsedCondition'], ['refurbished', 'RefurbishedCondition'], ['Gebraucht', 'UsedCondition'], ['Neu', 'NewCondition'], ['Б/У', 'UsedCondition'], ['DamagedCondition', 'DamagedCondition'], ['', null], ['blue', null]])('condition %s is %s', (text, expected) => {
  expect(parseCondition(text)).toBe(expected)
})

test.each([['Brand: Acme', 'Acme'], ['Visit the Acme Store', 'Acme'], ['by Acme', 'Acme'], ['By Terry', 'By Terry'], ['Acme®', 'Acme'], ['Ver mais artigos da Marca: Acme', 'Acme'], ['Marke: Müller & Söhne', 'Müller & Söhne'], ['品牌：蘋果', '蘋果'], ['Shop all Acme products', 'Acme']])('brand %s is %s', (text, expected) => {
  expect(brandName(text)).toBe(expected)
})
