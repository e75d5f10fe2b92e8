import { describe, expect, test } from 'vitest'
import { currencyOf } from '../../../server/scrape/normalize/index.ts'

describe('currency', () => {
  test.each([
    ['EUR', 'EUR'],
    ['eur', 'EUR'],
    ['€', 'EUR'],
    ['12,50 €', 'EUR'],
    ['US$', 'USD'],
    ['NZD $123', 'NZD'],
    ['SGD$123', 'SGD'],
    ['C$', 'CAD'],
    ['CA $5.99', 'CAD'],
    ['5,99 $ CA', 'CAD'],
    ['AU $5.99', 'AUD'],
    ['US $5.99', 'USD'],
    ['zł', 'PLN'],
    ['Kč', 'CZK'],
    ['₹', 'INR'],
    ['₴', 'UAH'],
    ['د.إ', 'AED'],
    ['تومان', 'IRR'],
    ['円', 'JPY'],
    ['Ft', 'HUF'],
  ])('%s is %s', (text, code) => {
    expect(currencyOf(text)).toBe(code)
  })

  test.each([
    ['$', 'https://shop.example.ca/p', null, 'CAD'],
    ['$', 'https://shop.example.com.au/p', null, 'AUD'],
    ['$', 'https://shop.example.tw/p', null, 'TWD'],
    ['$', 'https://shop.example.com/p', 'en-NZ', 'NZD'],
    ['$', 'https://shop.example/en-ca/p', null, 'CAD'],
    ['$', 'https://shop.example.com/p', 'en', 'USD'],
    ['$', 'https://shop.example.com/p', 'es', null],
    ['$', 'https://shop.example.com/p', 'zh-Hant', null],
    ['$', 'https://shop.example.com/p', 'es-UY', 'UYU'],
    ['MK', 'https://shop.example/en-mw/p', null, 'MWK'],
    ['$', 'https://ms.shop.example/p', 'en', 'USD'],
    ['kr', 'https://shop.example.se/p', null, 'SEK'],
    ['kr', 'https://shop.example.no/p', null, 'NOK'],
    ['kr.', 'https://shop.example.com/p', 'da', 'DKK'],
    ['¥', 'https://shop.example.cn/p', null, 'CNY'],
    ['£', 'https://shop.example.eg/p', null, 'EGP'],
    ['Rs', 'https://shop.example.pk/p', null, 'PKR'],
    ['元', 'https://shop.example.tw/p', null, 'TWD'],
    ['руб.', 'https://shop.example.by/p', null, 'BYN'],
  ])('%s on %s (%s) is %s', (text, url, language, code) => {
    expect(currencyOf(text, { url, language })).toBe(code)
  })

  test.each(['', 'abc', '123', 'kr', 'XYZ', '\u0000', 'a'.repeat(10_000)])('%o names none', (text) => {
    expect(currencyOf(text)).toBeNull()
  })
})
