import { expect, test } from 'vitest'
import { fromMinor } from '../../../server/scrape/normalize/index.ts'
import { read } from './pages.ts'

interface Around { before?: string, after?: string, head?: string, lang?: string }

/** A page in nobody's theme: no markup, no telling classes, amounts in the cart and the footer as well. */
function page(main: string, { before = '', after = '', head = '', lang = 'en' }: Around = {}): string {
  return `<!doctype html><html lang="${lang}"><head><title>Oak Desk 120 | Shop</title>${head}</head><body><header><nav><a href="/">Home</a><a href="/cart">Cart (0) €0.00</a></nav></header>${before}<main><div class="x1"><div class="x2"><h1>Oak Desk 120</h1>${main}</div></div></main>${after}<footer>Free shipping over €50</footer></body></html>`
}

const btn = '<button>Add to cart</button>'
const card = (name: string, price: string) => `<div class="q"><a href="/p/${name}"><img src="/${name}.jpg"><span>${name}</span></a><div class="r">${price}</div></div>`
const cards = `<div class="w">${card('chair', '€5.00')}${card('lamp', '€15.00')}${card('sofa', '€25.00')}</div>`

interface Want { price?: string | null, currency?: string, list?: string | null, stock?: string, sku?: string, brand?: string }

const cases: readonly (readonly [name: string, html: string, want: Want])[] = [
  ['sup cents', page(`<div class="price"><span>19</span><sup>99</sup> €</div>${btn}`), { price: '19.99', currency: 'EUR' }],
  ['sup cents sign first', page(`<div class="price">€<span>19</span><sup>99</sup></div>${btn}`), { price: '19.99' }],
  ['span whole, span cents', page(`<div class="price"><span class="a">19</span><span class="b">,99</span> €</div>${btn}`), { price: '19.99' }],
  ['span whole , cents', page(`<div class="price"><span class="a">19</span>,<span class="b">99</span> €</div>${btn}`), { price: '19.99' }],
  ['amazon like', page(`<span class="a-price"><span class="a-offscreen">$29.98</span><span aria-hidden="true"><span class="a-price-symbol">$</span><span class="a-price-whole">29<span class="a-price-decimal">.</span></span><span class="a-price-fraction">98</span></span></span>${btn}`), { price: '29.98', currency: 'USD' }],
  ['small cents', page(`<p class="amount">1.299<small>00</small> €</p>${btn}`), { price: '1299.00' }],
  ['currency element apart', page(`<div><span>EUR</span> <span>249,00</span></div>${btn}`), { price: '249.00', currency: 'EUR' }],
  ['€ cents after', page(`<div class="p">35€<sup>90</sup></div>${btn}`), { price: '35.90' }],
  ['dash', page(`<div class="p">CHF 19.–</div>${btn}`), { price: '19.00', currency: 'CHF' }],
  ['dash 2', page(`<div class="p">249,- €</div>${btn}`), { price: '249.00' }],
  ['kr', page(`<div class="p">1 299:-</div>${btn}`, { lang: 'sv-SE' }), { price: '1299.00', currency: 'SEK' }],
  ['kr2', page(`<div class="p">1 299 kr</div>${btn}`, { lang: 'sv-SE' }), { price: '1299.00', currency: 'SEK' }],
  ['css struck class in style', page(`<div><span class="zz1">€49.00</span> <span class="zz2">€39.00</span></div>${btn}`, { head: '<style>.zz1{text-decoration:line-through}</style>' }), { price: '39.00', list: '49.00' }],
  ['s tag', page(`<div><s>€49.00</s> <b>€39.00</b></div>${btn}`), { price: '39.00', list: '49.00' }],
  ['struck then now w/o class far', page(`<div><p><del>€49.00</del></p><p>You save €10.00 (20%)</p><p>€39.00</p></div>${btn}`), { price: '39.00', list: '49.00' }],
  ['a price struck out on the card of another product', page(`<p class="amount"><span class="price">€39.00</span></p>${btn}<section><h2>From the same shelf</h2><ul><li class="card"><a href="/p/1"><img src="/1.jpg" alt=""><h3>Other 1</h3></a><p><span class="price">€62.00</span> <s>€78.00</s></p></li><li class="card"><a href="/p/2"><img src="/2.jpg" alt=""><h3>Other 2</h3></a><p><span class="price">€18.00</span></p></li><li class="card"><a href="/p/3"><img src="/3.jpg" alt=""><h3>Other 3</h3></a><p><span class="price">€24.00</span></p></li><li class="card"><a href="/p/4"><img src="/4.jpg" alt=""><h3>Other 4</h3></a><p><span class="price">€31.00</span></p></li></ul></section>`), { price: '39.00', list: null }],
  ['rrp words', page(`<div><p>RRP: £49.00</p><p>Our price: £39.00</p><p>You save: £10.00</p></div>${btn}`), { price: '39.00', list: '49.00' }],
  ['uvp', page(`<div><p>UVP 49,00 €</p><p>39,00 €</p></div><button>In den Warenkorb</button>`, { lang: 'de' }), { price: '39.00', list: '49.00' }],
  ['from', page(`<div class="price">from €19.99</div>${btn}`), { price: '19.99' }],
  ['unit price after', page(`<div>€3.20</div><div>€12.80 / kg</div>${btn}`), { price: '3.20' }],
  ['unit price bracket', page(`<div><span>3,20 €</span> <span>(1,28 € / 100 g)</span></div>${btn}`), { price: '3.20' }],
  ['unit price words de', page(`<div>12,80 €</div><div>Grundpreis: 25,60 €/l</div>${btn}`), { price: '12.80' }],
  ['unit price fr', page(`<div>12,80 €</div><div>soit 25,60 € le litre</div><button>Ajouter au panier</button>`), { price: '12.80' }],
  ['instalment br', page(`<div>R$ 1.299,90</div><div>ou 12x de R$ 108,33 sem juros</div><button>Comprar</button>`, { lang: 'pt-BR' }), { price: '1299.90', currency: 'BRL' }],
  ['instalment first', page(`<div>10x de <b>R$ 129,99</b></div><div>R$ 1.299,90 à vista</div><button>Comprar</button>`, { lang: 'pt-BR' }), { price: '1299.90' }],
  ['klarna', page(`<div>£120.00</div><div>4 interest-free payments of £30.00 with Klarna</div>${btn}`), { price: '120.00' }],
  ['monthly', page(`<div>999 €</div><div>ab 27,75 € im Monat</div><button>In den Warenkorb</button>`, { lang: 'de' }), { price: '999.00' }],
  ['member', page(`<div>Members: €17.99</div><div>€19.99</div>${btn}`), { price: '19.99' }],
  ['pix', page(`<div>R$ 100,00</div><div>R$ 95,00 no Pix</div><button>Comprar</button>`, { lang: 'pt-BR' }), { price: '100.00' }],
  ['shipping near', page(`<div>€19.99</div><div>+ €4.95 shipping</div>${btn}`), { price: '19.99' }],
  ['shipping near 2', page(`<div>Shipping: €4.95</div><div>€19.99</div>${btn}`), { price: '19.99' }],
  ['free shipping over', page(`<div>Free delivery over £30</div><div>£19.99</div>${btn}`), { price: '19.99' }],
  ['coupon', page(`<div>$59.99</div><div>Get $10 off with code TEN</div>${btn}`), { price: '59.99' }],
  ['points', page(`<div>$59.99</div><div>Earn 599 points</div>${btn}`), { price: '59.99' }],
  ['ex vat', page(`<div>£100.00 ex VAT</div><div>£120.00 inc VAT</div>${btn}`), { price: '120.00' }],
  ['ht ttc', page(`<div>100,00 € HT</div><div>120,00 € TTC</div><button>Ajouter au panier</button>`), { price: '120.00' }],
  ['netto brutto', page(`<div>123,00 zł brutto</div><div>100,00 zł netto</div><button>Do koszyka</button>`), { price: '123.00', currency: 'PLN' }],
  ['quantity discounts', page(`<div>€10.00</div><table><tr><th>Qty</th><th>Price</th></tr><tr><td>10+</td><td>€9.00</td></tr><tr><td>50+</td><td>€8.00</td></tr></table>${btn}`), { price: '10.00' }],
  ['range', page(`<div class="price">€10.00 – €25.00</div>${btn}`), { price: '10.00' }],
  ['related before', page(`<div>€39.00</div>${btn}`, { before: cards }), { price: '39.00' }],
  ['related after only', page(`<p>Call us for a price.</p>`, { after: cards }), { price: null }],
  ['related before only', page(`<p>Call us for a price.</p>`, { before: cards }), { price: null }],
  ['related inside main', page(`<p>Price on request</p>${cards}`), { price: null }],
  ['related two', page(`<p>Sold out</p><h3>More</h3><div class="w">${card('chair', '€5.00')}${card('lamp', '€15.00')}</div>`), { price: null, stock: 'OutOfStock' }],
  ['related one', page(`<p>Sold out</p><h3>You may also like</h3><div class="w">${card('chair', '€5.00')}</div>`), { price: null, stock: 'OutOfStock' }],
  ['related with same-class price', page(`<div class="price">€39.00</div>${btn}<section>${['a', 'b', 'c'].map(n => `<div class="item"><a href="/p/${n}"><img src="/x.jpg"></a><a href="/p/${n}">Product ${n}</a><div class="price">€${n.charCodeAt(0)}.00</div></div>`).join('')}</section>`), { price: '39.00' }],
  ['gift wrap', page(`<div>€39.00</div><label><input type=checkbox> Gift wrap + €3.00</label>${btn}`), { price: '39.00' }],
  ['variants in select', page(`<div>€39.00</div><select><option>120 cm - €39.00</option><option>140 cm - €59.00</option></select>${btn}`), { price: '39.00' }],
  ['code HOM21C', page(`<p>€ HOM21C023-Q11</p>`), { price: null }],
  ['zhe discount', page(`<p>特價 7 折</p><p>NT$294</p><button>加入購物車</button>`, { lang: 'zh-TW' }), { price: '294.00', currency: 'TWD' }],
  ['yen', page(`<p>価格 12,800円(税込)</p><button>カートに入れる</button>`, { lang: 'ja' }), { price: '12800', currency: 'JPY' }],
  ['won', page(`<p>29,000원</p><button>장바구니</button>`, { lang: 'ko' }), { price: '29000', currency: 'KRW' }],
  ['inr', page(`<p>₹ 1,23,456</p>${btn}`), { price: '123456.00', currency: 'INR' }],
  ['arabic digits', page(`<p>١٬٢٩٩٫٥٠ ر.س</p><button>أضف إلى السلة</button>`, { lang: 'ar' }), { price: '1299.50', currency: 'SAR' }],
  ['hebrew', page(`<p>199.90 ₪</p><button>הוסף לסל</button>`, { lang: 'he' }), { price: '199.90', currency: 'ILS' }],
  ['turkish', page(`<p>1.299,90 TL</p><button>Sepete Ekle</button>`, { lang: 'tr' }), { price: '1299.90', currency: 'TRY' }],
  ['clp', page(`<p>$ 12.990</p><button>Agregar al carro</button>`, { lang: 'es-CL' }), { price: '12990', currency: 'CLP' }],
  ['vnd', page(`<p>1.290.000 ₫</p><button>Mua ngay</button>`, { lang: 'vi' }), { price: '1290000', currency: 'VND' }],
  ['kwd', page(`<p>KD 12.500</p>${btn}`), { price: '12.500', currency: 'KWD' }],
  ['price on request de', page(`<p>Preis auf Anfrage</p><p>Versand: 4,90 €</p>`, { lang: 'de' }), { price: null }],
  ['free ship bar', page(`<p>Price: call</p><p>Free shipping over $99</p>`), { price: null }],
  ['deposit', page(`<p>€199.00</p><p>Deposit: €50.00</p>${btn}`), { price: '199.00' }],
  ['eco tax', page(`<p>199,00 €</p><p>dont 0,50 € d'éco-participation</p><button>Ajouter au panier</button>`, { lang: 'fr' }), { price: '199.00' }],
  ['omnibus', page(`<p>79,00 zł</p><p>Najniższa cena z 30 dni przed obniżką: 75,00 zł</p><button>Do koszyka</button>`, { lang: 'pl' }), { price: '79.00' }],
  ['omnibus before', page(`<p>Cena regularna: 99,00 zł</p><p>Najniższa cena z 30 dni: 75,00 zł</p><p>79,00 zł</p><button>Do koszyka</button>`, { lang: 'pl' }), { price: '79.00' }],
  ['lowest 30 fr', page(`<p>79,00 €</p><p>Prix le plus bas des 30 derniers jours : 75,00 €</p><button>Ajouter au panier</button>`, { lang: 'fr' }), { price: '79.00' }],
  ['data-price minor', page(`<div class="price" data-price="3900">€39.00</div>${btn}`), { price: '39.00' }],
  ['data-price minor bag', page(`<div data-product-name="Oak Desk 120" data-product-id="77123" data-price="3900"></div><p>€39.00</p>${btn}`), { price: '39.00' }],
  ['used price', page(`<p>New: €39.00</p><p>Used from €19.00</p>${btn}`), { price: '39.00' }],
  ['cart total in header', page(`<p>€39.00</p>${btn}`, { before: '<div class="top"><a href="/cart">Cart</a><span>€120.00</span></div>' }), { price: '39.00' }],
  ['reviews money', page(`<p>€39.00</p>${btn}<div>Great, I paid €29.00 for mine last year!</div>`), { price: '39.00' }],
  ['bundle', page(`<p>€39.00</p>${btn}<h3>Buy together</h3><p>Total price: €89.00</p><button>Add both to cart</button>`), { price: '39.00' }],
  ['no currency sign class price', page(`<div class="price">1.299,00</div>${btn}`, { lang: 'de-DE' }), { price: '1299.00' }],
  ['usd label', page(`<div>Price (USD): 59.95</div>${btn}`), { price: '59.95', currency: 'USD' }],
  ['Price: 59.95 no sign', page(`<div>Price: 59.95</div>${btn}`), { price: '59.95' }],
  ['table price', page(`<table><tr><td>Price</td><td>$59.95</td></tr><tr><td>SKU</td><td>AB-1234</td></tr><tr><td>Brand</td><td>Acme</td></tr></table>${btn}`), { price: '59.95', sku: 'AB-1234', brand: 'Acme' }],
]

test.each(cases)('%s', (_, html, want) => {
  const { draft } = read(html, { url: 'https://shop.example.com/p/oak-desk' })
  const amount = (minor: number | null) => (minor === null ? null : Number(fromMinor(minor, draft.currency)))
  const found = { price: amount(draft.priceMinor), list: amount(draft.listPriceMinor), currency: draft.currency, stock: draft.availability, sku: draft.sku, brand: draft.brand }
  const number = (text: string | null | undefined) => (text === undefined ? {} : { price: text === null ? null : Number(text) })
  const { price, list, ...texts } = want
  expect(found).toMatchObject({ ...number(price), ...(list === undefined ? {} : { list: list === null ? null : Number(list) }), ...texts })
})
