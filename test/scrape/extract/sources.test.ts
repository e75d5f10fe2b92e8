import { describe, expect, test } from 'vitest'
import { jsonLd, page, read } from './pages.ts'

describe('microdata', () => {
  test('product, offer, brand, rating and breadcrumbs', () => {
    const { draft, evidence } = read(page(`
      <div itemscope itemtype="https://schema.org/BreadcrumbList"><span itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem"><a itemprop="item" href="/shoes"><span itemprop="name">Shoes</span></a><meta itemprop="position" content="1"></span></div>
      <div itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Blue Shoe</h1><img itemprop="image" src="/a.jpg">
      <span itemprop="brand" itemscope itemtype="http://schema.org/Brand"><meta itemprop="name" content="Acme"></span><span itemprop="sku">BS-1</span>
      <div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price" content="49.90">49,90 €</span><meta itemprop="priceCurrency" content="EUR"><link itemprop="availability" href="http://schema.org/InStock"></div>
      <div itemprop="aggregateRating" itemscope itemtype="http://schema.org/AggregateRating"><span itemprop="ratingValue">4.5</span><span itemprop="reviewCount">12</span></div></div>`))
    expect(draft).toMatchObject({ name: 'Blue Shoe', brand: 'Acme', sku: 'BS-1', priceMinor: 4990, currency: 'EUR', availability: 'InStock', rating: 4.5, reviewCount: 12, category: ['Shoes'], images: ['https://shop.example/a.jpg'] })
    expect(evidence.price).toMatchObject({ source: 'microdata', raw: '49.90' })
  })

  test('properties elsewhere are found by itemref', () => {
    expect(read(page('<div itemscope itemtype="https://schema.org/Product" itemref="o"><h1 itemprop="name">Blue Shoe</h1></div><div id="o" itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span itemprop="price">49.90</span><meta itemprop="priceCurrency" content="USD"></div>')).draft).toMatchObject({ priceMinor: 4990, currency: 'USD' })
  })

  test('items that refer to themselves end', () => {
    expect(() => read(page('<div id="a" itemscope itemtype="https://schema.org/Product" itemref="a b"><div id="b" itemprop="offers" itemscope itemref="a b"></div></div>'))).not.toThrow()
  })
})

test('rDFa', () => {
  expect(read(page('<div vocab="https://schema.org/" typeof="Product"><h1 property="name">Blue Shoe</h1><div property="brand" typeof="Brand"><span property="name">Acme</span></div><div property="offers" typeof="Offer"><span property="price" content="49.90">49,90</span><span property="priceCurrency" content="EUR">€</span><link property="availability" href="https://schema.org/OutOfStock"></div></div>')).draft).toMatchObject({ name: 'Blue Shoe', brand: 'Acme', priceMinor: 4990, currency: 'EUR', availability: 'OutOfStock' })
})

describe('meta tags', () => {
  test('open Graph product tags', () => {
    expect(read(page('<h1>Blue Shoe</h1>', '<meta property="og:title" content="Blue Shoe"><meta property="og:image" content="/a.jpg"><meta property="product:price:amount" content="49.90"><meta property="product:price:currency" content="EUR"><meta property="product:availability" content="in stock"><meta property="product:brand" content="Acme"><meta property="product:retailer_item_id" content="BS-1"><meta property="product:condition" content="new">')).draft).toMatchObject({ name: 'Blue Shoe', priceMinor: 4990, currency: 'EUR', availability: 'InStock', brand: 'Acme', sku: 'BS-1', condition: 'NewCondition', images: ['https://shop.example/a.jpg'] })
  })

  test('a Twitter product card', () => {
    expect(read(page('<h1>Blue Shoe</h1>', '<meta name="twitter:label1" content="Price"><meta name="twitter:data1" content="€49.90"><meta name="twitter:label2" content="Availability"><meta name="twitter:data2" content="In stock">')).draft).toMatchObject({ priceMinor: 4990, currency: 'EUR', availability: 'InStock' })
  })
})

describe('embedded state', () => {
  const body = '<h1>Blue Shoe</h1>'
  test.each([
    ['__NEXT_DATA__', '<script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"product":{"name":"Blue Shoe","sku":"BS-1","brand":{"name":"Acme"},"price":{"value":49.9,"currency":"EUR"},"inStock":true}}}}</script>'],
    ['window.__INITIAL_STATE__', '<script>window.__INITIAL_STATE__ = {"product":{"title":"Blue Shoe","productCode":"BS-1","brandName":"Acme","salePrice":"49.90","currencyCode":"EUR","isInStock":true},"x":undefined};(function(){})()</script>'],
    ['JSON.parse', '<script>window.state = JSON.parse("{\\"name\\":\\"Blue Shoe\\",\\"sku\\":\\"BS-1\\",\\"brand\\":\\"Acme\\",\\"price\\":\\"49.90\\",\\"currency\\":\\"EUR\\",\\"available\\":true}")</script>'],
    ['Nuxt 2', '<script>window.__NUXT__=(function(a,b){return {data:[{product:{name:a,sku:"BS-1",brand:"Acme",price:49.9,currency:b,inStock:true}}]}}("Blue Shoe","EUR"));</script>'],
    ['dataLayer with enhanced ecommerce', '<script>dataLayer.push({ecommerce:{currencyCode:\'EUR\',detail:{products:[{name:\'Blue Shoe\',id:\'BS-1\',brand:\'Acme\',price:\'49.90\',currency:\'EUR\',availability:\'in stock\'}]}}});</script>'],
    ['gtag view_item', '<script>gtag(\'event\', \'view_item\', {currency: \'EUR\', value: 49.9, items: [{item_id: \'BS-1\', item_name: \'Blue Shoe\', item_brand: \'Acme\', price: 49.9, currency: \'EUR\', in_stock: true}]})</script>'],
    ['commercetools cents', '<script>var product = {"name":"Blue Shoe","sku":"BS-1","brand":"Acme","price":{"centAmount":4990,"currencyCode":"EUR","fractionDigits":2},"isInStock":true}</script>'],
    ['data attributes', '<div data-product-name="Blue Shoe" data-product-sku="BS-1" data-product-price="49.90" data-product-brand="Acme" data-currency="EUR" data-in-stock="true"></div>'],
    ['JSON in an attribute', '<div class="x" data-product=\'{"name":"Blue Shoe","sku":"BS-1","brand":"Acme","price":49.9,"currency":"EUR","available":true}\'></div>'],
  ])('%s', (_, state) => {
    expect(read(page(body + state)).draft).toMatchObject({ name: 'Blue Shoe', sku: 'BS-1', brand: 'Acme', priceMinor: 4990, currency: 'EUR', availability: 'InStock' })
  })

  test('products of carousels in the state are not the page\'s', () => {
    expect(read(page(`${body}<script>var r = {"recommendations":[{"name":"Red Hat","sku":"H1","price":9.9},{"name":"Tie","sku":"T1","price":5}]}</script>`)).draft.priceMinor).toBeNull()
  })

  test('cents in a script yield to the price that the page shows', () => {
    expect(read(page(`${body}<span class="price">€49.90</span><script>var p = {"name":"Blue Shoe","sku":"BS-1","price":4990}</script>`)).draft.priceMinor).toBe(4990)
  })

  test('code is not run', () => {
    expect(read(page(`${body}<script>globalThis.wasRun = true; var p = {name: "Blue Shoe", sku: (globalThis.wasRun = true, "x"), price: 5}</script>`)).draft).toBeDefined()
    expect((globalThis as { wasRun?: boolean }).wasRun).toBeUndefined()
  })
})

describe('shop systems', () => {
  test('shopify: cents, vendor, variants', () => {
    const html = page('<h1>Blue Shoe</h1><script src="https://cdn.shopify.com/s/x.js"></script><script>Shopify.currency = {"active":"EUR","rate":"1.0"};</script><script type="application/json" data-product-json>{"id":1,"title":"Blue Shoe","handle":"blue-shoe","vendor":"Acme","options":["Size"],"variants":[{"id":11,"title":"41","option1":"41","sku":"BS-41","price":4990,"compare_at_price":5990,"available":false,"barcode":"4006381333931"},{"id":12,"title":"42","option1":"42","sku":"BS-42","price":4990,"compare_at_price":5990,"available":true}]}</script>')
    const { draft } = read(html)
    expect(draft).toMatchObject({ brand: 'Acme', priceMinor: 4990, listPriceMinor: 5990, currency: 'EUR', availability: 'InStock' })
    expect(draft.variants.map(each => [each.key, each.options.Size, each.sku, each.priceMinor, each.availability])).toEqual([['shopify:11', '41', 'BS-41', 4990, 'OutOfStock'], ['shopify:12', '42', 'BS-42', 4990, 'InStock']])
  })

  test('wooCommerce: summary, stock and variations form', () => {
    const variations = JSON.stringify([{ variation_id: 5, display_price: 49.9, display_regular_price: 60, is_in_stock: true, sku: 'BS-42', attributes: { attribute_pa_size: '42' } }]).replaceAll('"', '&quot;')
    const { draft } = read(page(`<body class="woocommerce single-product"><div class="summary"><h1 class="product_title">Blue Shoe</h1><p class="price"><del><span class="amount">60,00 €</span></del> <ins><span class="amount">49,90 €</span></ins></p><p class="stock in-stock">5 in stock</p><form class="variations_form cart" data-product_id="4" data-product_variations="${variations}"></form><div class="product_meta"><span class="sku_wrapper">SKU: <span class="sku">BS-1</span></span></div></div>`))
    expect(draft).toMatchObject({ name: 'Blue Shoe', priceMinor: 4990, listPriceMinor: 6000, currency: 'EUR', availability: 'InStock', sku: 'BS-1' })
    expect(draft.variants).toMatchObject([{ key: 'woo:5', sku: 'BS-42', priceMinor: 4990, listPriceMinor: 6000, options: { size: '42' } }])
  })

  test.each([
    ['Magento', '<script type="text/x-magento-init">{}</script><div class="product-info-main"><h1 class="page-title"><span class="base" itemprop="name">Blue Shoe</span></h1><span class="special-price"><span data-price-type="finalPrice" data-price-amount="49.9" class="price-wrapper"><span class="price">49,90 €</span></span></span><span class="old-price"><span data-price-type="oldPrice" data-price-amount="60"><span class="price">60,00 €</span></span></span><div class="stock available"><span>In stock</span></div><div class="product attribute sku"><strong class="type">SKU</strong><div class="value">BS-1</div></div></div>'],
    ['Salesforce Commerce Cloud', '<link href="/on/demandware.static/x.css"><div class="product-detail"><h1 class="product-name">Blue Shoe</h1><div class="product-number">Item No. <span class="product-id">BS-1</span></div><div class="prices"><div class="price"><span class="strike-through list"><span class="value" content="60.00">€60.00</span></span><span class="sales"><span class="value" content="49.90">€49.90</span></span></div></div><ul class="availability-msg"><li>In Stock</li></ul><button class="add-to-cart btn">Add to Cart</button></div>'],
    ['BigCommerce', '<meta data-stencil="1"><div class="productView"><h1 class="productView-title">Blue Shoe</h1><div class="productView-price"><span data-product-rrp-price-with-tax class="price price--rrp">€60.00</span><span data-product-price-with-tax class="price price--withTax">€49.90</span></div><dl><dt>SKU:</dt><dd data-product-sku>BS-1</dd></dl><input type="submit" value="Add to Cart" id="form-action-addToCart"></div>'],
    ['PrestaShop', '<body id="product"><script>var prestashop = {};</script><div id="main"><h1 class="h1">Blue Shoe</h1><div class="product-prices"><div class="product-discount"><span class="regular-price">60,00 €</span></div><div class="current-price"><span class="current-price-value" content="49.9">49,90 €</span></div></div><div class="product-reference"><label>Reference</label> <span>BS-1</span></div><span id="product-availability">In stock</span></div>'],
    ['Shopware', '<div class="product-detail-buy shopware"><h1 class="product-detail-name">Blue Shoe</h1><p class="product-detail-price">49,90 €*</p><span class="product-detail-list-price-wrapper"><span class="list-price-price">60,00 €</span></span><p class="delivery-information">Sofort verfügbar</p><span class="product-detail-ordernumber-label">Produktnummer:</span> <span class="product-detail-ordernumber">BS-1</span><button class="btn-buy">In den Warenkorb</button></div>'],
    ['OpenCart', '<script src="catalog/view/javascript/common.js"></script><div id="content"><h1>Blue Shoe</h1><ul class="list-unstyled"><li>Brand: <a href="/acme">Acme</a></li><li>Product Code: BS-1</li><li>Availability: In Stock</li></ul><ul class="list-unstyled"><li><span class="price-old" style="text-decoration: line-through;">€60.00</span></li><li><h2 class="price-new">€49.90</h2></li></ul><button id="button-cart">Add to Cart</button></div>'],
    ['a shop of nobody\'s system', '<main><h1>Blue Shoe</h1><div class="offer"><s>60,00 €</s> <strong>49,90 €</strong></div><p>Artikelnummer: BS-1</p><button>In den Warenkorb</button></main><div class="related"><div class="card"><a href="/a">Hat</a> 9,90 €</div><div class="card"><a href="/b">Tie</a> 5,00 €</div><div class="card"><a href="/c">Sock</a> 3,00 €</div></div>'],
  ])('%s', (_, body) => {
    expect(read(page(body)).draft).toMatchObject({ name: 'Blue Shoe', sku: 'BS-1', priceMinor: 4990, listPriceMinor: 6000, currency: 'EUR', availability: 'InStock' })
  })
})

describe('visible text', () => {
  test.each([
    ['labels in a table', '<table><tr><th>Marke</th><td>Acme</td></tr><tr><th>Artikelnummer</th><td>BS-1</td></tr><tr><th>EAN</th><td>4006381333931</td></tr></table>'],
    ['labels in a definition list', '<dl><dt>Brand</dt><dd>Acme</dd><dt>SKU</dt><dd>BS-1</dd><dt>EAN</dt><dd>4006381333931</dd></dl>'],
    ['labels on one line', '<p>Brand: Acme</p><p>Product code: BS-1</p><p>EAN: 4006381333931</p>'],
    ['labels in Russian', '<li>Бренд: Acme</li><li>Артикул: BS-1</li><li>Штрихкод: 4006381333931</li>'],
    ['labels in Chinese', '<p>品牌：Acme</p><p>商品編號：BS-1</p><p>國際條碼：4006381333931</p>'],
    ['labels in French', '<p><span>Marque :</span> <span>Acme</span></p><p><span>Référence :</span> <span>BS-1</span></p><p>EAN : 4006381333931</p>'],
  ])('%s', (_, body) => {
    expect(read(page(`<h1>Blue Shoe</h1><p class="price">49,90 €</p>${body}`)).draft).toMatchObject({ brand: 'Acme', sku: 'BS-1', gtin: '4006381333931' })
  })

  test('a wrong check digit is no GTIN', () => {
    expect(read(page('<h1>Blue Shoe</h1><p class="price">49,90 €</p><p>EAN: 4006381333930</p>')).draft.gtin).toBeNull()
  })

  test.each([
    ['cents in superscript', '<div class="price">12<sup>99</sup> €</div>', 1299],
    ['whole and fraction in elements', '<div class="price"><span class="whole">12</span><span class="decimal">99</span> €</div>', 1299],
    ['the sign in an element of its own', '<div><b>12,99</b> <span>€</span></div>', 1299],
    ['a unit price beside it', '<div class="price">12,99 €</div><div class="unit">3,20 € / 100 g</div>', 1299],
    ['instalments beside it', '<div class="price">12,99 €</div><div>3 x 4,33 € per month</div>', 1299],
    ['free shipping above an amount', '<div class="price">12,99 €</div><div>Free shipping over 50,00 €</div>', 1299],
    ['a saving beside it', '<div class="price">12,99 €</div><div class="saving">You save 7,01 €</div>', 1299],
  ])('price with %s', (_, body, minor) => {
    expect(read(page(`<h1>Blue Shoe</h1>${body}<button>Add to cart</button>`)).draft.priceMinor).toBe(minor)
  })

  test.each([
    ['<button>Add to cart</button>', 'InStock'],
    ['<button disabled>Sold out</button>', 'OutOfStock'],
    ['<p class="stock">Nicht auf Lager</p>', 'OutOfStock'],
    ['<p class="availability">Disponible</p>', 'InStock'],
    ['<input type="submit" value="Ajouter au panier">', 'InStock'],
    ['<button>Notify me when available</button>', 'OutOfStock'],
    ['<button>Add to cart</button><label class="size"><input type="radio">44 <span>Sold out</span></label>', 'InStock'],
    ['<button>Add to cart</button><div class="modal"><button>Notify me</button></div>', 'InStock'],
  ])('%s is %s', (body, availability) => {
    expect(read(page(`<h1>Blue Shoe</h1><p class="price">49,90 €</p>${body}`)).draft.availability).toBe(availability)
  })

  test('right-to-left pages are read as well', () => {
    expect(read('<html lang="ar-SA" dir="rtl"><title>حذاء أزرق</title><body><h1>حذاء أزرق</h1><span class="price">٩٩٫٥٠ ر.س</span><p>رمز المنتج: BS-1</p><button>أضف إلى السلة</button></body></html>', { url: 'https://shop.example.sa/p/1' }).draft).toMatchObject({ name: 'حذاء أزرق', priceMinor: 9950, currency: 'SAR', sku: 'BS-1', availability: 'InStock' })
  })
})

test('a number is written as visitors see it', () => {
  expect(read(page('<h1>Blue Shoe</h1><p>Article number: 904.230.19</p>', jsonLd({ '@type': 'Product', 'name': 'Blue Shoe', 'sku': '90423019' }))).draft.sku).toBe('904.230.19')
})
