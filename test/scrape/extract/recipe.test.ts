import type { Recipe } from '../../../server/contract/recipe.ts'
import { expect, test } from 'vitest'
import { jsonLd, page, read } from './pages.ts'

const body = '<h1 class="t">Blue Shoe</h1><p id="pr">Now only 49,90 € incl. VAT</p><i data-no="BS-1"></i><p class="st">Lieferbar</p><ul class="bc"><li>Home</li><li>Shoes</li></ul><img class="im" src="/s.jpg" srcset="/m.jpg 800w, /l.jpg 1600w"><img class="im" data-src="/b.jpg" src="data:image/gif;base64,R0"><meta name="b" content="Acme">'
const withRecipe = (fields: Recipe['fields'], html = page(body)) => read(html, { recipe: { fields } })

test('selectors, attributes, patterns and transforms', () => {
  const { draft, evidence } = withRecipe({
    name: { selector: 'h1.t', transform: 'uppercase' },
    price: { selector: '#pr', pattern: 'only ([\\d,]+ €)' },
    currency: { selector: '#pr' },
    sku: { selector: 'i', attribute: 'data-no' },
    availability: { selector: '.st' },
    brand: { selector: 'meta[name=b]' },
    category: { selector: '.bc li', all: true },
    images: { selector: 'img.im', all: true },
  })
  expect(draft).toMatchObject({ name: 'BLUE SHOE', priceMinor: 4990, currency: 'EUR', sku: 'BS-1', availability: 'InStock', brand: 'Acme', category: ['Home', 'Shoes'], images: ['https://shop.example/l.jpg', 'https://shop.example/b.jpg'] })
  expect(evidence.price).toMatchObject({ source: 'recipe', path: '#pr', raw: '49,90 €' })
})

test('a recipe wins over what the page says otherwise', () => {
  const html = page(body, jsonLd({ '@type': 'Product', 'name': 'Blue Shoe', 'sku': 'internal-7', 'offers': { price: '60.00', priceCurrency: 'EUR' } }))
  expect(withRecipe({ price: { selector: '#pr', pattern: '[\\d,]+ €' }, sku: { selector: 'i', attribute: 'data-no' } }, html).draft).toMatchObject({ priceMinor: 4990, sku: 'BS-1' })
})

test.each<[string, Recipe['fields']]>([
  ['a selector that is none', { price: { selector: '<<<' } }],
  ['a selector that matches nothing', { price: { selector: '.nowhere' } }],
  ['a pattern that is none', { price: { selector: '#pr', pattern: '(((' } }],
  ['a pattern that matches nothing', { price: { selector: '#pr', pattern: 'xyz' } }],
  ['a pseudo-class that does not exist', { price: { selector: 'p:whatever(1)' } }],
])('%s finds nothing and breaks nothing', (_, fields) => {
  expect(withRecipe(fields, page('<h1>Blue Shoe</h1><p id="pr">on request</p>')).draft).toMatchObject({ name: 'Blue Shoe', priceMinor: null })
})
