import type { ProductQuery } from '../../server/contract/product-query.ts'
import type { TestStores } from '../support/database.ts'
import { expect, test } from 'vitest'
import { stepOf } from '../../server/store/listing/source.ts'
import { planProducts } from '../../server/store/product/plan-list.ts'
import { streamMatching } from '../../server/store/product/stream-matching.ts'
import { openTestStores } from '../support/database.ts'

const noon = Date.parse('2026-11-24T12:00:00.000Z')
const day = 86_400_000
const names = ['Zebra lamp', 'apple lamp', 'Äpfel Größe 5', 'Banana chair', 'apple LAMP', 'chair']

/** Products of two brands: found, then most of them read, some changed by a later reading. */
async function fill(stores: TestStores, count: number): Promise<[string, string]> {
  const { brands, products, database, words } = stores
  const a = await brands.create({ url: 'https://a.test/', name: 'a' }, new Date(noon))
  const b = await brands.create({ url: 'https://b.test/', name: 'b' }, new Date(noon))
  for (let index = 0; index < count; index++) {
    const brandId = index % 3 === 0 ? b.id : a.id
    const write = (priceMinor: number, at: number) => database.write(tx => products.upsert(tx, brandId, [{
      key: `p${index}`,
      url: `https://shop.test/products/${index % 2 === 0 ? 'even' : 'odd'}-${index}`,
      met: true,
      read: index % 4 !== 3,
      draft: {
        name: index % 7 === 6 ? null : names[index % names.length]!,
        sku: `SKU-${1000 + index}`,
        ...index % 5 !== 4 && { priceMinor, currency: index % 2 === 0 ? 'EUR' : 'USD' },
        availability: index % 2 === 0 ? 'InStock' : 'OutOfStock',
      },
    }], { jobId: 'j', now: new Date(at) }))
    await write(1000 + (index * 7 % count) * 10, noon + index)
    if (index % 6 === 0)
      await write(1005 + (index * 7 % count) * 10, noon + day + index)
  }
  while (await words.index())
    continue
  return [a.id, b.id]
}

type Given = Partial<Omit<ProductQuery, 'cursor' | 'before' | 'limit'>>
const queries: Given[] = [{}, { order: 'asc' }, { status: 'read' }, { availability: 'OutOfStock', order: 'asc' }, { currency: 'EUR', sort: 'price' }, { currency: 'USD', sort: 'price', order: 'asc', priceMin: 1050 }, { sort: 'name', order: 'asc' }, { sort: 'name', status: 'read' }, { sort: 'seen' }, { sort: 'changed', order: 'asc' }, { changedAfter: new Date(noon + day).toISOString() }, { missing: 'price' }, { hasVariants: false, sort: 'seen' }, { search: 'lamp' }, { search: 'lamp', sort: 'name', order: 'asc' }, { search: 'even', currency: 'EUR', sort: 'price' }]

test('pages of any filter in any order hold each row once, and go back the way they came', { timeout: 60_000 }, async () => {
  await using stores = await openTestStores()
  await fill(stores, 25)
  for (const query of queries) {
    const whole = await stores.products.list({ limit: 200, ...query })
    expect(whole.items.length, JSON.stringify(query)).toBeGreaterThan(1)
    expect(whole.count, JSON.stringify(query)).toEqual({ exact: true, value: whole.items.length })
    const pages: string[][] = []
    let before: string | null = null
    for (let cursor: string | undefined; ;) {
      const page = await stores.products.list({ limit: 4, ...query, cursor })
      pages.push(page.items.map(product => product.id))
      before = page.prevCursor
      if (page.nextCursor === null)
        break
      cursor = page.nextCursor
    }
    expect(pages.flat(), JSON.stringify(query)).toEqual(whole.items.map(product => product.id))
    for (let index = pages.length - 2; index >= 0 && before !== null; index--) {
      const page = await stores.products.list({ limit: 4, ...query, before })
      expect(page.items.map(product => product.id), JSON.stringify(query)).toEqual(pages[index])
      before = page.prevCursor
    }
  }
})

test('each filter gives what the rows themselves say', async () => {
  await using stores = await openTestStores()
  const [a, b] = await fill(stores, 25)
  const everything = (await stores.products.list({ limit: 200 })).items
  const cases: [Given, (product: typeof everything[number]) => boolean][] = [
    [{ brandId: b }, product => product.brandId === b],
    [{ brandId: a, status: 'found' }, product => product.brandId === a && product.status === 'found'],
    [{ availability: 'InStock' }, product => product.availability === 'InStock'],
    [{ currency: 'EUR', priceMin: 1050, priceMax: 1150 }, product => product.currency === 'EUR' && product.priceMinor! >= 1050 && product.priceMinor! <= 1150],
    [{ changedAfter: new Date(noon + day).toISOString() }, product => product.changedAt !== null && Date.parse(product.changedAt) >= noon + day],
    [{ missing: 'price' }, product => product.readAt !== null && product.priceMinor === null],
    [{ missing: 'name', brandId: a }, product => product.readAt !== null && product.name === null && product.brandId === a],
  ]
  for (const [query, holds] of cases) {
    const { items, count } = await stores.products.list({ limit: 200, ...query })
    const expected = everything.filter(holds).map(product => product.id)
    expect(expected.length, JSON.stringify(query)).toBeGreaterThan(0)
    expect(items.map(product => product.id), JSON.stringify(query)).toEqual(expected)
    expect(count, JSON.stringify(query)).toEqual({ value: expected.length, exact: true })
  }
  const prices = (await stores.products.list({ limit: 200, currency: 'EUR', sort: 'price', order: 'asc' })).items.map(product => product.priceMinor!)
  expect(prices).toEqual(prices.toSorted((one, other) => one - other))
})

test('words of name, SKU, address and description are found, in one brand only when asked, until the product is no more', async () => {
  await using stores = await openTestStores()
  const [a, b] = await fill(stores, 25)
  const found = async (search: string, brandId?: string) => (await stores.products.list({ limit: 200, search, brandId })).items
  expect((await found('LAM')).every(product => /lamp/i.test(product.name!))).toBe(true)
  expect(await found('grosse')).toEqual([])
  expect((await found('apfel grö')).map(product => product.name)).toContain('Äpfel Größe 5')
  expect(await found('sku-1003')).toMatchObject([{ sku: 'SKU-1003' }])
  expect(await found('https://shop.test/products/odd-7?utm=1')).toMatchObject([{ url: 'https://shop.test/products/odd-7' }])
  const inOne = await found('lamp', b)
  expect(inOne.length).toBeGreaterThan(0)
  expect(inOne.every(product => product.brandId === b)).toBe(true)
  // The word that stands for a brand cannot be typed, not even its first letters.
  expect(await found(a.replaceAll('-', ''))).toEqual([])

  const [product] = await found('sku-1004')
  await stores.database.write(tx => stores.products.upsert(tx, product!.brandId, [{ key: product!.key, url: product!.url, met: true, read: true, draft: { description: 'Waterproof' } }], { jobId: 'k', now: new Date(noon + 2 * day) }))
  await stores.words.index()
  expect(await found('waterproof')).toMatchObject([{ id: product!.id }])
  await stores.brands.remove(product!.brandId)
  await stores.words.index()
  expect(await found('waterproof')).toEqual([])
  const left = await stores.database.read.$queryRawUnsafe('SELECT (SELECT COUNT(*) FROM "_ProductDocument") - (SELECT COUNT(*) FROM "Product") AS "docs", (SELECT COUNT(*) FROM "_ProductTextDue") AS "due"')
  expect(left).toEqual([{ docs: 0n, due: 0n }])
})

test('the counters are what counting gives, whatever was written', async () => {
  await using stores = await openTestStores()
  const [a] = await fill(stores, 25)
  const some = (await stores.products.list({ limit: 5, brandId: a })).items.map(product => product.id)
  await stores.database.write(tx => stores.products.mark(tx, some, 'gone'))
  await stores.database.write(async tx => void await tx.product.deleteMany({ where: { id: some[0] } }))
  for (const brandId of [undefined, a]) {
    const counts = await stores.products.counts(brandId)
    const rows = await stores.database.read.product.findMany({ where: { brandId }, select: { status: true, currency: true } })
    expect(counts.total).toBe(rows.filter(row => row.status !== 'gone').length)
    expect(counts.byStatus).toMatchObject({ gone: 4, read: rows.filter(row => row.status === 'read').length })
    expect(counts.byCurrency.find(each => each.currency === 'EUR')?.products).toBe(rows.filter(row => row.currency === 'EUR').length)
    expect(counts.byCurrency.reduce((sum, each) => sum + each.products, 0)).toBe(rows.filter(row => row.currency !== null).length)
  }
})

test('an index gives the rows of every order and of every filter that has one', async () => {
  await using stores = await openTestStores()
  const { read } = stores.database
  for (const filter of [{}, { brandId: 'x' }, { brandId: 'x', status: 'failed' as const }, { status: 'gone' as const }, { availability: 'Discontinued' as const }, { currency: 'EUR', priceMin: 5 }, { changedAfter: new Date(noon).toISOString() }]) {
    for (const sort of ['created', 'name', 'price', 'seen', 'changed'] as const) {
      const plan = await planProducts(stores.database, sort === 'price' ? { currency: 'EUR', ...filter } : filter, sort)
      const { sql, params } = stepOf({ ...plan!, descending: true, after: null })
      const steps = (await read.$queryRawUnsafe<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, ...params)).map(step => step.detail)
      expect(steps.filter(detail => /^SCAN (?!r$)/.test(detail) && !/USING|CONSTANT/.test(detail)), `${JSON.stringify(filter)} by ${sort}`).toEqual([])
      expect(steps.some(detail => /USING (?:COVERING )?INDEX/.test(detail)), `${JSON.stringify(filter)} by ${sort}: ${steps.join('; ')}`).toBe(true)
    }
  }
})

test('an export of what matches has exactly the rows of the list, however they are paged, and no product that was not chosen', { timeout: 60_000 }, async () => {
  await using stores = await openTestStores()
  const [a] = await fill(stores, 25)
  const exported = async (selection: Parameters<typeof stores.products.stream>[0]) => (await Array.fromAsync(stores.products.stream(selection))).flat().map(({ product }) => product.id)
  for (const { sort: _, order: __, ...filter } of queries) {
    const { items } = await stores.products.list({ limit: 200, ...filter })
    expect((await exported({ filter })).sort(), JSON.stringify(filter)).toEqual(items.map(({ id }) => id).sort())
    expect(await stores.products.expect({ filter }), JSON.stringify(filter)).toEqual({ value: items.length, exact: true })
    const small = await Array.fromAsync(streamMatching(stores.database, { filter }, 4))
    expect(small.flat().map(({ product }) => product.id).sort(), JSON.stringify(filter)).toEqual(items.map(({ id }) => id).sort())
  }
  const { items } = await stores.products.list({ limit: 200, brandId: a, availability: 'InStock' })
  expect((await exported({ brandId: a, filter: { availability: 'InStock' } })).sort()).toEqual(items.map(({ id }) => id).sort())
  expect(await exported({ brandId: a, productIds: [items[0]!.id, 'unknown'], filter: { availability: 'InStock' } })).toEqual([items[0]!.id])
  expect(await exported({ productIds: [items[0]!.id], filter: { availability: 'OutOfStock' } })).toEqual([])
  expect(await exported({ filter: { search: '…' } })).toEqual([])
})
