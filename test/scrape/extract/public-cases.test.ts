import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseBounded } from '../../../server/scrape/extract/dom.ts'
import { extractBrand, extractBreadcrumbs, extractProduct, parseRating } from '../../../server/scrape/extract/index.ts'
import { readJsonLd } from '../../../server/scrape/extract/json-ld.ts'
import { readMicrodata } from '../../../server/scrape/extract/microdata.ts'
import { openPage } from '../../../server/scrape/extract/page.ts'
import { cleanText } from '../../../server/scrape/normalize/index.ts'
import { dataRoot, hasData, readCases } from '../data.ts'

const read = (html: string) => extractProduct({ url: 'https://shop.example/p', html }, { recipe: null })

describe.skipIf(!hasData)('zyte-parsers', () => {
  // Two exceptions: an SVG logo whose title the cases count four times over ("New Balance New Balance …").
  test('brands', () => {
    const wrong = readCases<{ html: string, value: string | null }>('zyte-parsers/brand_values.json').filter(({ html, value }) => {
      const brand = extractBrand(html)
      return (brand && cleanText(brand)) !== (value && cleanText(value))
    })
    expect(wrong.map(each => each.value)).toEqual(Array.from({ length: 2 }).fill('New Balance New Balance New Balance New Balance'))
  })

  test('ratings', () => {
    const rows = readCases<{ html: string, parent_html: string, ratingValue: number | null, bestRating: number | null }>('zyte-parsers/rating_values.json')
    expect(rows.filter(row => JSON.stringify(parseRating(row.html, row.parent_html)) !== JSON.stringify({ ratingValue: row.ratingValue, bestRating: row.bestRating }))).toEqual([])
  })
})

describe('ratings', () => {
  test.each<[string, number | null, number | null]>([
    ['<b>4,6</b>', 4.6, null],
    ['<b>4,5 van de 5</b>', 4.5, 5],
    ['<b>Ø 4,7 von 5</b>', 4.7, 5],
    ['<b>98 / 100</b>', 98, 100],
    ['<b>٤٫٥ من ٥</b>', 4.5, 5],
    ['<b>5つ星のうち4.3</b>', 4.3, 5],
    ['<b>5점 만점에 4.5점</b>', 4.5, 5],
    ['<b>满分5分，4.8分</b>', 4.8, 5],
    ['<b>4.3（5点満点）</b>', 4.3, 5],
    ['<b>5 üzerinden 4,3</b>', 4.3, 5],
    ['<meter value="4.2" min="0" max="5"></meter>', 4.2, 5],
    ['<i data-average-rating="4.82"></i>', 4.82, null],
    ['<div><meta itemprop="ratingValue" content="8.2"><meta itemprop="bestRating" content="10"></div>', 8.2, 10],
    ['<b>Be the first to review</b>', null, null],
  ])('%s', (html, ratingValue, bestRating) => {
    expect(parseRating(html, html)).toEqual({ ratingValue, bestRating })
  })
})

describe('breadcrumbs', () => {
  test.each<[string, string, (string | [string, string])[]]>([
    ['a list of links', '<ul><li><a href="/">Home</a></li><li><a href="/shoes">Shoes</a></li><li>Blue Shoe</li></ul>', [['Home', '/'], ['Shoes', '/shoes'], 'Blue Shoe']],
    ['separators between', '<div><a href="/">Home</a> &gt; <a href="/shoes">Shoes</a> &gt; Blue Shoe</div>', [['Home', '/'], ['Shoes', '/shoes'], 'Blue Shoe']],
    ['separators in elements', '<div><a href="/">Home</a><span>/</span><a href="/shoes">Shoes</a><span>/</span><span>Blue Shoe</span></div>', [['Home', '/'], ['Shoes', '/shoes'], 'Blue Shoe']],
    ['separators inside the links', '<div><a href="/">Home »</a><a href="/shoes">Shoes »</a><span>Blue Shoe</span></div>', [['Home', '/'], ['Shoes', '/shoes'], 'Blue Shoe']],
    ['one text', '<div>Home / Shoes / Blue Shoe</div>', ['Home', 'Shoes', 'Blue Shoe']],
    ['a drop-down inside', '<ul><li><a href="/">Home</a><ul class="dropdown"><li><a href="/x">X</a></li></ul></li><li><a href="/shoes">Shoes</a></li></ul>', [['Home', '/'], ['Shoes', '/shoes']]],
    ['a link back', '<div><a href="/shoes">Back</a> <a href="/">Home</a> &gt; <a href="/shoes">Shoes</a> &gt; <b>Blue Shoe</b></div>', [['Home', '/'], ['Shoes', '/shoes'], 'Blue Shoe']],
    ['a button', '<div><button>Share</button><a href="/">Home</a></div>', [['Home', '/']]],
    ['a name with a hyphen', '<ul><li><a href="/t">T-Shirts</a></li><li>A - B</li></ul>', [['T-Shirts', '/t'], 'A - B']],
    ['arrows that point to the left, as in Arabic', '<div dir="rtl"><a href="/">الرئيسية</a> ‹ <a href="/shoes">أحذية</a> ‹ حذاء</div>', [['الرئيسية', '/'], ['أحذية', '/shoes'], 'حذاء']],
    ['full-width separators', '<div><a href="/">ホーム</a> ＞ <a href="/shoes">靴</a> ＞ 青い靴</div>', [['ホーム', '/'], ['靴', '/shoes'], '青い靴']],
    ['an icon font that draws words', '<ul><li><a href="/">Home</a><i class="material-icons">chevron_right</i></li><li><a href="/shoes">Shoes</a></li></ul>', [['Home', '/'], ['Shoes', '/shoes']]],
    ['a house that is only drawn', '<ul><li><a href="/" aria-label="Home"><svg><path d="M0"></path></svg></a></li><li><a href="/shoes"><svg><title>Shoes</title></svg></a></li></ul>', [['Home', '/'], ['Shoes', '/shoes']]],
    ['a collapsed middle', '<ul><li><a href="/">Home</a></li><li>…</li><li><a href="/shoes">Shoes</a></li></ul>', [['Home', '/'], ['Shoes', '/shoes']]],
    ['where you are', '<div>You are here: <a href="/">Home</a> › <a href="/shoes">Shoes</a> › Blue Shoe</div>', [['Home', '/'], ['Shoes', '/shoes'], 'Blue Shoe']],
    ['one text with another sign in a name', '<div>Home › Shoes › Blue - Shoe</div>', ['Home', 'Shoes', 'Blue - Shoe']],
    ['a name that ends in decoration', '<div><a href="/">Home</a> / <a href="/steel">Steel *****</a> / Plate</div>', [['Home', '/'], ['Steel *****', '/steel'], 'Plate']],
    ['a text that is two steps', '<div><a href="/">Home</a> &gt; Shoes &gt; Blue Shoe</div>', [['Home', '/'], 'Shoes', 'Blue Shoe']],
    ['nothing', '', []],
  ])('%s', (_, html, expected) => {
    expect(extractBreadcrumbs(html, 'https://shop.example/p')).toEqual(expected.map(each => (typeof each === 'string' ? { name: each, url: null } : { name: each[0], url: `https://shop.example${each[1]}` })))
  })
})

describe.skipIf(!hasData)('changedetection-restock', () => {
  test('every snippet gives its price and stock, whatever the price', () => {
    const markup = JSON.parse(readFileSync(join(dataRoot, 'changedetection-restock/markup.json'), 'utf8')) as Record<string, unknown>
    const snippets = JSON.stringify(markup).includes('$$PRICE$$') ? flatten(markup).filter(text => text.includes('$$PRICE$$')) : []
    expect(snippets.length).toBeGreaterThan(2)
    for (const [price, minor] of [['190.95', 19095], ['1390.95', 139095], ['18.5', 1850]] as const) {
      for (const snippet of snippets)
        expect(read(`<html><body>${snippet.replaceAll('$$PRICE$$', price)}</body></html>`).draft, snippet.slice(0, 80)).toMatchObject({ priceMinor: minor })
    }
    const outOfStock = snippets.filter(text => /OutOfStock/.test(text)).map(text => read(text.replaceAll('$$PRICE$$', '5.00')).draft.availability)
    expect(outOfStock.length).toBeGreaterThan(0)
    expect(new Set(outOfStock)).toEqual(new Set(['OutOfStock']))
  })
})

function flatten(value: unknown): string[] {
  return typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(flatten) : []
}

test.skipIf(!hasData)('htmlens: a product and a product group', () => {
  const html = (file: string) => readFileSync(join(dataRoot, 'htmlens-productgroup', file), 'utf8')
  expect(read(html('product.html')).draft).toMatchObject({ name: 'Test Product', sku: 'TEST-001', brand: 'Test Brand', priceMinor: 2999, currency: 'USD', availability: 'InStock' })
  const group = read(html('product_group.html')).draft
  expect(group).toMatchObject({ name: 'Mountain Bike Collection', priceMinor: 89999, currency: 'USD', availability: 'InStock' })
  expect(group.variants.map(each => [each.sku, each.priceMinor, each.availability, each.options.color])).toEqual([['MTB-RED-M', 89999, 'InStock', 'Red'], ['MTB-BLUE-L', 89999, 'OutOfStock', 'Blue'], ['MTB-GREEN-S', 84999, 'InStock', 'Green']])
  expect(read(`<script type="application/ld+json">${html('direct_product.json')}</script>`).draft).toMatchObject({ sku: 'DIRECT-001', priceMinor: 4999, currency: 'EUR', attributes: { Material: 'Carbon Fiber', Weight: '2.5 kg' } })
})

describe.skipIf(!hasData)('extruct', () => {
  const root = join(dataRoot, 'extruct/tests/samples')
  const pairs = hasData ? readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.jsonld')).map(file => file.slice(0, -7)) : []

  // What extruct reads, and the order of it; control characters and comments in the JSON included.
  test.each(pairs)('jSON-LD of %s', (pair) => {
    const expected = JSON.parse(readFileSync(join(root, `${pair}.jsonld`), 'utf8')) as unknown[] | { items: unknown[] }
    const roots = readJsonLd(openPage({ url: 'https://shop.example/', html: readFileSync(join(root, `${pair}.html`), 'utf8') }).scan)
    expect(roots.flatMap(each => (Array.isArray(each.value) ? each.value : [each.value])).filter(each => typeof each === 'object' && each !== null)).toEqual(Array.isArray(expected) ? expected : expected.items.flat())
  })
})

describe.skipIf(!hasData)('extruct microdata', () => {
  type Tree = string | Tree[] | { [key: string]: Tree }
  const root = join(dataRoot, 'extruct/tests/samples')
  const groups = hasData ? ['schema.org', 'songkick', 'w3c', 'websites'].flatMap(group => readdirSync(join(root, group)).map(file => `${group}/${file}`)) : []
  const pairs = groups.filter(file => file.endsWith('.json') && !/flat|withtext|custom_url|node_id|SearchAction/.test(file)).map(file => file.slice(0, -5))

  /** Only what is said, not how it is wrapped: lists of one, addresses' bases, blanks and the text of an item without properties are extruct's own ways. */
  const plain = (value: Tree): Tree => {
    if (typeof value === 'string')
      return value.replace(/^https?:\/\/[^/]+/, '').replace(/[\s/]/g, '').replace(/^microdata|^progress-report/, '')
    if (Array.isArray(value))
      return value.length === 1 ? plain(value[0]!) : value.map(plain)
    return Object.fromEntries(Object.entries(value).filter(([key, each]) => key !== 'value' && !(key === 'properties' && Object.keys(each).length === 0)).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, plain(each)]))
  }
  const asExtruct = (value: Tree): Tree => {
    if (typeof value === 'string' || Array.isArray(value))
      return typeof value === 'string' ? value : value.map(asExtruct)
    const { '@type': type, '@id': id, ...rest } = value
    return { ...(type ? { type } : {}), ...(id ? { id } : {}), properties: Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, asExtruct(each)])) }
  }

  // Left out: SearchAction, for the `…-input` attributes of forms, which no product has.
  test.each(pairs)('%s', (pair) => {
    const expected = JSON.parse(readFileSync(join(root, `${pair}.json`), 'utf8')) as Tree[] | { items?: Tree[], microdata?: Tree[] }
    const items = readMicrodata(parseBounded(readFileSync(join(root, `${pair}.html`), 'utf8')), 'http://example.com/').map(each => asExtruct(each.value as Tree))
    expect(plain(items)).toEqual(plain(Array.isArray(expected) ? expected : expected.items ?? expected.microdata ?? []))
  })
})

describe.skipIf(!hasData)('schema.org examples', () => {
  interface Example { file: string, types: string, microdata?: string, rdfa?: string, json?: string }
  const examples = hasData ? readCases<Example>('schemaorg-examples/examples.json').filter(each => each.microdata && each.json) : []

  // One exception: #eg-0010 itself asks 1,000 dollars in microdata and 55 in JSON.
  test('the same product in several syntaxes has the same name and price', () => {
    const wrong = examples.filter((example) => {
      const drafts = [example.microdata, example.rdfa, example.json].flatMap(html => (html ? [read(html).draft] : [])).filter(draft => draft.name && draft.priceMinor !== null)
      return new Set(drafts.map(draft => `${draft.name} ${draft.priceMinor}`)).size > 1
    })
    expect(wrong.map(each => each.types.split(' ')[0])).toEqual(['#eg-0010'])
  })
})
