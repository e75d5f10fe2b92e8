import { describe, expect, test } from 'vitest'
import { jsonLd, page, read } from './pages.ts'

const shoe = (body: string) => read(page(`<h1>Blue Shoe</h1>${body}`)).draft

describe('of several amounts on a page', () => {
  test.each([
    ['instalments before a price', '<div class="price">12x R$ 9,90</div><div class="price">R$ 99,00</div>', 9900],
    ['instalments in pieces', '<div class="price">R$ 99,00</div><div><span>12x de</span> <b>R$ 8,25</b> <i>sem juros</i></div>', 9900],
    ['cuotas', '<div class="price">$ 12.000</div><p>6 cuotas de $ 2.000 sin interés</p>', 1200000],
    ['a price without tax beside', '<div class="price">€ 100.00 excl. VAT</div><div class="price">€ 119.00 incl. VAT</div>', 11900],
    ['a Japanese price without tax', '<p class="price">1,100円（税込）</p><p class="price">1,000円（税抜）</p>', 1100],
    ['a sale whose old price only styles strike out', '<div><span>From €70.50</span><span>€78.50</span></div>', 7050],
    ['a bold price', '<div><b class="font-weight-bold">$169.99</b></div>', 16999],
    ['a highlighted price', '<span class="price price--highlight">€ 19,00</span><span class="price price--compare-at">€ 29,00</span>', 1900],
    ['the card of another product', '<div class="now"><span>€ 88,00</span></div><div><div><a href="/products/lamp"><img src="l.jpg">Lamp</a><span class="price">€ 29,00</span></div></div>', 8800],
    ['a member price', '<p class="price">$20.00</p><p>Members: $15.00</p>', 2000],
    ['a unit price', '<p class="price">€ 8,00</p><p>€ 16,00 / kg</p>', 800],
  ])('%s is told from the price', (_, body, minor) => {
    expect(shoe(body).priceMinor).toBe(minor)
  })

  test('a heading with a size or a number holds no price', () => {
    expect(read('<title>Contour 05 TOP</title><body><h1>Contour 05 TOP</h1><p class="price">12.95 EUR</p>', { url: 'https://shop.example/p/contour' }).draft.priceMinor).toBe(1295)
  })

  test('a classified ad prints its price in the heading', () => {
    expect(read('<title>Skate board, rare</title><body><h1>$60 · Skate board, rare</h1>', { url: 'https://ads.example/skate' }).draft.priceMinor).toBe(6000)
  })

  test('the higher one of a sale is the list price', () => {
    expect(shoe('<div><span>€70.50</span><span>€78.50</span></div>')).toMatchObject({ priceMinor: 7050, listPriceMinor: 7850 })
  })
})

describe('stock', () => {
  const markup = jsonLd({ '@type': 'Product', 'name': 'Blue Shoe', 'sku': 'BS-1', 'brand': 'Acme', 'offers': { '@type': 'Offer', 'price': 54.5, 'priceCurrency': 'EUR', 'availability': 'https://schema.org/InStock' } })
  const stock = (body: string) => read(page(`<h1>Blue Shoe</h1><p>€ 54.50</p>${body}`, markup)).draft.availability

  test('a sold-out line beside a button that cannot be pressed is believed over markup', () => {
    expect(stock('<ul class="availability"><li>Momentálne nie je možné produkt kúpiť</li></ul><button class="add-to-cart" disabled>Do košíka</button>')).toBe('OutOfStock')
  })

  test('a disabled button alone is not: it may wait for a choice of size', () => {
    expect(stock('<button class="add-to-cart" disabled>Add to cart</button>')).toBe('InStock')
  })

  test.each([
    ['et', '<p>Toode pole hetkel saadaval</p><button class="add-to-cart" disabled>Lisa ostukorvi</button>'],
    ['sk', '<strong>Produkt momentálne nie je možné kúpiť.</strong><input type="submit" value="Kúpiť" disabled="disabled">'],
    ['fr', '<p>Ce produit n’est pas disponible</p><button class="btn disabled">Ajouter au panier</button>'],
    ['tr', '<p>Bu ürün stokta kalmadı</p><a class="button disabled">Sepete Ekle</a>'],
  ])('a negated phrase beside a button that cannot be pressed is believed over markup (%s)', (_, body) => {
    expect(stock(body)).toBe('OutOfStock')
  })

  test.each([
    ['PreOrder', '<p class="stock">Vorbestellbar ab März</p>'],
    ['BackOrder', '<p class="stock available-on-backorder">Available on backorder</p>'],
    ['LimitedAvailability', '<p>Only 3 left in stock</p>'],
  ])('%s is kept beside a button to buy', (availability, body) => {
    expect(shoe(`<p class="price">€ 49,90</p>${body}<button>Add to cart</button>`).availability).toBe(availability)
  })

  test('a button is one whatever else its class names', () => {
    expect(shoe('<p class="price">€ 49,90</p><button class="add-to-bag with-wishlist">Add to Bag</button>').availability).toBe('InStock')
  })

  test('one that can be pressed beside it is believed as well', () => {
    expect(stock('<p class="stock">Size 44: sold out</p><button class="add-to-cart" disabled>Add to cart</button><button>Add to cart</button>')).toBe('InStock')
  })

  test.each([
    ['カートに入れる', 'InStock'],
    ['品切れ', 'OutOfStock'],
    ['Sepete Ekle', 'InStock'],
    ['Tükendi', 'OutOfStock'],
    ['Do koszyka', 'InStock'],
    ['Slutsåld', 'OutOfStock'],
    ['В корзину', 'InStock'],
    ['Нет в наличии', 'OutOfStock'],
    ['장바구니 담기', 'InStock'],
    ['품절', 'OutOfStock'],
    ['أضف إلى السلة', 'InStock'],
    ['نفدت الكمية', 'OutOfStock'],
    ['加入购物车', 'InStock'],
    ['缺货', 'OutOfStock'],
    ['اضف الى السلة', 'InStock'],
    ['إضافة للسلة', 'InStock'],
    ['馬上購買', 'InStock'],
    ['立即购买', 'InStock'],
    ['加入購物袋', 'InStock'],
    ['ΠΡΟΣΘΗΚΗ ΣΤΟ ΚΑΛΑΘΙ', 'InStock'],
    ['ADAUGA IN COS', 'InStock'],
    ['+ Keranjang', 'InStock'],
    ['Lisa ostukorvi', 'InStock'],
    ['かごに追加', 'InStock'],
    ['Pre-order now', 'PreOrder'],
    ['到貨通知我', 'OutOfStock'],
    ['Kérek értesítést', 'OutOfStock'],
    ['Teavita mind, kui toode on olemas', 'OutOfStock'],
    ['Añadir a favoritos', null],
    ['Add to wishlist', null],
  ])('a button %s', (text, availability) => {
    expect(shoe(`<p class="price">€ 49,90</p><button>${text}</button>`).availability).toBe(availability)
  })
})

test('a story with a number in its address is no product', () => {
  const story = read('<title>How we dye wool</title><body><h1>How we dye wool</h1><p>It began in 1911.</p>', { url: 'https://shop.example/journal/how-we-dye-wool-123456' })
  expect(story.kind).toBe('not-a-product')
})
