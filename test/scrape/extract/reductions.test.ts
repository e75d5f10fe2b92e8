import { describe, expect, test } from 'vitest'
import { page, read } from './pages.ts'

const shoe = (body: string, language = 'en') => read(page(`<div><h1>Blue Shoe</h1>${body}<button>Add to cart</button></div>`).replace('lang="en"', `lang="${language}"`)).draft

describe('a percentage tells the list price from the price', () => {
  test.each([
    ['the price below', '<div>18,00 €</div><div>-5 %</div><div>17,10 €</div>', 1710, 1800],
    ['the price above', '<span>17,10 €</span> <span>-5 %</span> <span>18,00 €</span>', 1710, 1800],
    ['a badge before, other texts between', '<div>-5%</div><p>foto</p><div class="price-big">18,00 €</div><p>Disponibile</p><p>Solo online</p><b>17,10 €</b>', 1710, 1800],
    ['in words', '<div>Sie sparen 25 %</div><div class="price">40,00 €</div><p>nur kurze Zeit</p><div>30,00 €</div>', 3000, 4000],
  ])('%s', (_, body, price, list) => {
    expect(shoe(body)).toMatchObject({ priceMinor: price, listPriceMinor: list })
  })

  test.each([
    ['a price for many', '<div class="price">20,00 €</div><p>ab 5 Stk. 19,00 € (-5 %)</p>', 2000],
    ['a price with a code', '<div class="price">$20.00</div><p>-10% with code SUMMER</p><p>$18.00 with code</p>', 2000],
    ['a price without tax', '<div class="price">105,00 €</div><p>5 % MwSt.</p><p>100,00 € exkl. MwSt.</p>', 10500],
    ['a price for one way of paying', '<div class="price">R$ 200,00</div><p>-5% no Pix</p><p>R$ 190,00 no Pix</p>', 20000],
    ['a price for members', '<div class="price">€ 50,00</div><p>Club price € 45,00</p>', 5000],
  ])('%s is no sale', (_, body, price) => {
    expect(shoe(body)).toMatchObject({ priceMinor: price, listPriceMinor: null })
  })
})

describe('one price said twice', () => {
  test('in two currencies is no sale', () => {
    expect(shoe('<div class="price">49,74 лв. <span>(25,43 €)</span></div>', 'bg')).toMatchObject({ priceMinor: 4974, currency: 'BGN', listPriceMinor: null })
  })

  test('with and without tax, told by class, is the one with it', () => {
    expect(shoe('<span class="price-including-tax"><span class="price">119,00 €</span></span><span class="price-excluding-tax" data-label="Exkl."><span class="price">100,00 €</span></span>', 'de').priceMinor).toBe(11900)
  })
})

describe('the list price', () => {
  test.each([
    ['called a usual price', '<div>1 299:-</div><div>Ord. pris 1 599:-</div>', 'sv', 129900, 159900],
    ['classed as standard', '<span class="price-standard">1 290 Kč</span><strong class="price-final">990 Kč</strong><span>818,18 Kč bez DPH</span>', 'cs', 99000, 129000],
    ['behind the lowest of thirty days', '<strong>149,00 zł</strong><p>Najniższa cena z 30 dni: 139,00 zł</p><p>Cena regularna: <del>199,00 zł</del></p>', 'pl', 14900, 19900],
    ['beside a price classed as having one', '<p class="price with-list-price">7,99 €*</p><span class="list-price">9,99 €*</span><span>(15,98 €* / 1 kg)</span>', 'de', 799, 999],
  ])('%s', (_, body, language, price, list) => {
    expect(shoe(body, language)).toMatchObject({ priceMinor: price, listPriceMinor: list })
  })
})

describe('the money of a dollar sign', () => {
  const money = (body: string) => read(`<title>Lamp Nova</title><body><div><h1>Lamp Nova</h1><p class="price">$200.00</p></div>${body}`, { url: 'https://shop.example/p/lamp' }).draft.currency

  test.each(['<a href="#top">BACK TO TOP</a>', '<p>TOP 10 GIFTS</p>', '<p>ALL COP MOP BOTTLES</p>', '<p>Download the CAD drawings</p>', '<li>TOP</li>'])('is no word of the page: %s', (body) => {
    expect(money(body)).toBe('USD')
  })

  test.each([['<p>All prices in CAD</p>', 'CAD'], ['<p>Shipping CAD 12.50</p>', 'CAD'], ['<script>var s = {"currencyCode":"COP"}</script>', 'COP'], ['<p>Prices are in AUD</p>', 'AUD']])('is the code in %s', (body, code) => {
    expect(money(body)).toBe(code)
  })
})

test('several prices in one block are read one by one', () => {
  expect(shoe('<p>Our price: <font>$349.00</font><br>You save: $71.00 (17%)<br>Free delivery over $50</p>').priceMinor).toBe(34900)
})
