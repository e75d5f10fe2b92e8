import { expect, test } from 'vitest'
import { completeUrl, urlFault } from '../../../web/display/shop-url.ts'

test.each([
  ['', 'urlRequired'],
  ['   ', 'urlRequired'],
  ['shop', 'urlInvalid'],
  ['https://', 'urlInvalid'],
  ['http://a b', 'urlInvalid'],
  ['ftp://shop.example', 'urlScheme'],
  ['javascript:alert(1)', 'urlScheme'],
  ['file:///etc/passwd', 'urlScheme'],
  ['https://user:secret@shop.example', 'urlCredentials'],
  ['shop.example', null],
  ['https://shop.example/de/', null],
  ['http://localhost:4412', null],
  ['http://[::1]:4412', null],
])('%j has the fault %j', (typed, fault) => {
  expect(urlFault(typed)).toBe(fault)
})

test('an address typed without its scheme is taken as https', () => {
  expect(completeUrl(' shop.example/sale ')).toBe('https://shop.example/sale')
  expect(completeUrl('http://shop.example')).toBe('http://shop.example')
})
