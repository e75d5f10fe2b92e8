import { expect, test } from 'vitest'
import { read } from './pages.ts'

const name = (title: string, body: string): string | null => read(`<html lang="en"><head><title>${title}</title></head><body>${body}<p>€ 20.00</p></body></html>`).draft.name

test.each([
  ['a word for those who do not see', 'Long Dress | Acme', '<h1>Long Dress<span class="offleft"> Details</span></h1>', 'Long Dress'],
  ['a dialog', 'Ceiling Fan, best price | Acme', '<h1>Ceiling Fan <div class="lists"><a title="Favourite">♥</a> <div>Successfully saved</div> <p>Create a new list</p></div></h1>', 'Ceiling Fan'],
  ['a number', 'Fridge R-20 | Acme', '<h1><span>Fridge R-20</span><span>Code: 7355</span></h1>', 'Fridge R-20'],
  ['a description that the title has too', 'TABBO oak, Table - Acme', '<h1><div>TABBO</div><div><span>Table, oak</span></div></h1>', 'TABBO Table, oak'],
])('a name is read out of a heading with %s in it', (_, title, body, expected) => {
  expect(name(title, body)).toBe(expected)
})

test('of several headings the one that the title names is the product\'s', () => {
  expect(name('Sport Bra microfibre for women | Acme', '<div><h1>My account</h1></div><div><h1>Your basket is empty</h1></div><h1>Sport Bra microfibre - black</h1>')).toBe('Sport Bra microfibre - black')
  expect(name('Acme', '<h1>Sport Bra</h1><h1>Delivery</h1>')).toBe('Sport Bra')
})

test('what a script calls the page is not what the product is called', () => {
  expect(read('<html><head><title>Hook – Acme</title></head><body><div class="product-title">Hook</div><p>€ 5.00</p><script>var dl = {"page_name": "product > hook > 123 > prod view", "product_id": "123", "price": 5.00}</script></body></html>', { url: 'https://shop.example/p/hook-123' }).draft.name).not.toContain('prod view')
})
