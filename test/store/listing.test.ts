import type { Scan } from '../../server/store/scan.ts'
import type { TestStores } from '../support/database.ts'
import { expect, test, vi } from 'vitest'
import { textQuery } from '../../server/store/listing/text-query.ts'
import { countUpTo, walk } from '../../server/store/listing/walk.ts'
import { planProducts } from '../../server/store/product/plan-list.ts'
import { openTestStores } from '../support/database.ts'

async function named(stores: TestStores, names: string[]): Promise<void> {
  const { brands, products, database, words } = stores
  const brand = await brands.create({ url: 'https://a.test/', name: 'a' }, new Date())
  await database.write(tx => products.upsert(tx, brand.id, names.map((name, index) => ({ key: `p${index}`, url: `https://a.test/${index}`, met: true, read: true, draft: { name } })), { jobId: 'j', now: new Date() }))
  while (await words.index())
    continue
}

/** A database so slow that a row takes a millisecond. */
function slow(scan: Scan): Scan {
  return (sql, params, visit) => scan(sql, params, (row) => {
    const until = performance.now() + 1
    while (performance.now() < until)
      continue
    return visit(row as never)
  })
}

test('a word is found by its beginning, however long that is, and whatever its accents', async () => {
  await using stores = await openTestStores()
  await named(stores, ['Sneaker', 'sneakers low', 'Sneakerboot', 'Snack', 'Café crème', 'cafeteria tray', 'Größentabelle', 'Ботинки зимние', 'Überwurf', 'u̇berwurf'])
  const found = async (search: string) => (await stores.products.list({ limit: 50, search })).items.map(item => item.name).sort()
  expect(await found('sneaker')).toEqual(['Sneaker', 'Sneakerboot', 'sneakers low'])
  expect(await found('SNEAKERS')).toEqual(['sneakers low'])
  expect(await found('sneakers low')).toEqual(['sneakers low'])
  expect(await found('sneaker low')).toEqual(['sneakers low'])
  expect(await found('crème')).toEqual(['Café crème'])
  expect(await found('cafete')).toEqual(['cafeteria tray'])
  expect(await found('größen')).toEqual(['Größentabelle'])
  expect(await found('ботин')).toEqual(['Ботинки зимние'])
  expect(await found('uberwurf')).toEqual(['u̇berwurf', 'Überwurf'])
  expect(await found('sneakerz')).toEqual([])
})

test('a beginning is asked for as the few words that have it, and of many as itself', async () => {
  await using stores = await openTestStores()
  await named(stores, ['linen linens', ...Array.from({ length: 60 }, (_, index) => `model${index}`)])
  const query = (typed: string) => textQuery(stores.database.read, 'Product', typed)
  expect(await query('linen')).toBe('("linen" OR "linens")')
  expect(await query('unknown')).toBe('("unknown")')
  expect(await query('model')).toBe('"model" *')
  expect(await query('line')).toBe('"line" *')
  expect(await query('model5 a')).toBe('("model5" OR "model50" OR "model51" OR "model52" OR "model53" OR "model54" OR "model55" OR "model56" OR "model57" OR "model58" OR "model59") AND "a" *')
  expect(await query('… !')).toBeNull()
  expect((await stores.products.list({ limit: 100, search: 'model' })).items).toHaveLength(60)
})

test.each([{ search: 'even' }, { missing: 'price' as const }])('a slow database makes pages of %j short, and leaves nothing out', async (filter) => {
  await using stores = await openTestStores()
  await named(stores, Array.from({ length: 350 }, (_, index) => `${index % 10 === 0 ? 'odd' : 'even'} ${index}`))
  const plan = (await planProducts(stores.database, filter, 'created'))!
  const scan = slow(stores.database.scan)
  const residual = [...plan.residual, { sql: `r."name" LIKE '%5'`, params: [] }]
  const ids = async (bounded: boolean) => {
    const pages: string[][] = []
    for (let after = null as Awaited<ReturnType<typeof walk>>['goOn'], isFirst = true; isFirst || after !== null; isFirst = false) {
      const { keys, goOn } = await walk({ scan }, { source: plan.source, residual, descending: true, after, limit: 100, bounded })
      pages.push(keys.map(([, id]) => id))
      after = goOn
    }
    return pages
  }
  const [whole, short] = [await ids(false), await ids(true)]
  expect(whole).toHaveLength(1)
  expect(whole[0]).toHaveLength(35)
  expect(short.length).toBeGreaterThan(2)
  expect(short.flat()).toEqual(whole[0])
  const counted = await countUpTo({ scan }, { source: plan.source, residual })
  expect(counted.exact).toBe(false)
  expect(counted.value).toBeLessThan(35)
  // One that is quick, whatever else this machine does.
  using _still = vi.spyOn(performance, 'now').mockReturnValue(0)
  expect(await countUpTo(stores.database, { source: plan.source, residual })).toEqual({ value: 35, exact: true })
})

test('a page without conditions to look at is full, however slow the database', async () => {
  await using stores = await openTestStores()
  await named(stores, Array.from({ length: 350 }, (_, index) => `product ${index}`))
  const scan = slow(stores.database.scan)
  const plan = (await planProducts(stores.database, {}, 'created'))!
  expect((await walk({ scan }, { ...plan, descending: true, after: null, limit: 201 })).keys).toHaveLength(201)
})
