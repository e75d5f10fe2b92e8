import type { ProductDraft } from '../../server/contract/product.ts'
import type { DiscoveredProduct, ProductReading } from '../../server/scrape/ports.ts'
import { expect, test } from 'vitest'
import { discovered, readingOf } from '../support/scraper.ts'
import { createJobWorld } from './world.ts'

const day = 24 * 3_600_000

/** A shop of `count` products whose list dates each of them; what pages say can be changed between runs. */
async function datedShop(count: number, dateOf: (index: number) => string | null) {
  const said = new Map<string, Partial<ProductDraft>>()
  const read: string[] = []
  const dates = Array.from({ length: count }, (_, index) => dateOf(index))
  const list = (): DiscoveredProduct[] => dates.map((lastModified, index) => ({ ...discovered(`p${index}`), lastModified }))
  const batches = [list()]
  const world = await createJobWorld({
    batches,
    async read(url): Promise<ProductReading> {
      read.push(url)
      const draft = { name: url, priceMinor: 1000, currency: 'EUR', ...said.get(url) }
      return { ...readingOf(url, draft), memory: { etag: null, lastModified: null, contentHash: JSON.stringify(draft) } }
    },
  })
  async function run(type: 'scrape-brand' | 'scrape-product-details', data: object = {}) {
    read.length = 0
    const job = await world.insert({ type, data: { brandId: world.brand.id, ...data }, brandId: world.brand.id })
    await world.start(job).outcome
    return (await world.jobs.get(job.id)).result as Record<string, unknown>
  }
  return {
    world,
    read,
    change: (index: number, draft: Partial<ProductDraft>) => said.set(`https://shop.test/p${index}`, draft),
    date(index: number, at: string) {
      dates[index] = at
      batches[0] = list()
    },
    run,
    async both() {
      await run('scrape-brand')
      return run('scrape-product-details')
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

const longAgo = (index: number): string => new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString()

test('a second run of an unchanged shop reads a small sample only, and changes nothing', async () => {
  await using shop = await datedShop(200, longAgo)
  expect(await shop.both()).toMatchObject({ read: 200, notModified: 0 })
  const second = await shop.both()
  expect(shop.read).toHaveLength(10)
  expect(second).toMatchObject({ products: 200, read: 10, changed: 0, unchanged: 10, notModified: 190, skipped: 0, failed: 0 })
  expect(second.freshness).toBe('By the shop’s dates 200 pages have not changed since they were read; 10 of them were read again to check, and had not.')
  expect(second.freshnessTold).toEqual([{ code: 'dates-believed', values: { n: 200, sample: 10 } }])
})

test('a page with a new date is read, whatever the others do', async () => {
  await using shop = await datedShop(100, longAgo)
  await shop.both()
  shop.date(42, '2026-09-09T09:00:00.000Z')
  shop.change(42, { priceMinor: 1200 })
  expect(await shop.both()).toMatchObject({ read: 6, changed: 1, notModified: 94 })
  expect(shop.read).toContain('https://shop.test/p42')
})

test('a change under an old date is found by the sample, and then every page is read', async () => {
  await using shop = await datedShop(60, longAgo)
  await shop.both()
  for (let index = 0; index < 60; index++)
    shop.change(index, { priceMinor: 900 })
  const second = await shop.both()
  expect(second).toMatchObject({ read: 60, changed: 60, notModified: 0, skipped: 0 })
  expect(second.freshness).toMatch(/not to be relied on: pages had changed/)
})

test('one date for all products says nothing: all pages are read', async () => {
  await using shop = await datedShop(30, () => '2026-01-01T00:00:00.000Z')
  await shop.both()
  const second = await shop.both()
  expect(second).toMatchObject({ read: 30, notModified: 0 })
  expect(second.freshness).toMatch(/30 of 30 products have the same one/)
})

test('a date of today may hide a change later today: the page is read again', async () => {
  await using shop = await datedShop(30, index => new Date(Date.now() - index * 1000).toISOString())
  await shop.both()
  expect(await shop.both()).toMatchObject({ read: 30, notModified: 0 })
})

test('a page that was read more than a week ago is read again', async () => {
  await using shop = await datedShop(50, longAgo)
  await shop.both()
  await shop.world.database.write(tx => tx.product.updateMany({ where: { key: { in: ['p1', 'p2', 'p3'] } }, data: { readAt: new Date(Date.now() - 8 * day) } }))
  await shop.both()
  expect(shop.read).toEqual(expect.arrayContaining(['p1', 'p2', 'p3'].map(key => `https://shop.test/${key}`)))
  expect(shop.read).toHaveLength(3 + 5)
})

test('a full run, and products asked for by name, rely on no date', async () => {
  await using shop = await datedShop(40, longAgo)
  await shop.both()
  expect(await shop.run('scrape-product-details', { full: true })).toMatchObject({ read: 40, notModified: 0 })
  const productIds = (await shop.world.products.list({ limit: 7 })).items.map(product => product.id)
  expect(await shop.run('scrape-product-details', { brandId: undefined, productIds })).toMatchObject({ products: 7, read: 7, notModified: 0 })
})

test('pictures with new tokens in their addresses are no change', async () => {
  await using shop = await datedShop(5, () => null)
  for (let round = 0; round < 20; round++) {
    for (let index = 0; index < 5; index++)
      shop.change(index, { images: [`https://cdn.test/p${index}.jpg?token=${Math.random()}&v=${Date.now()}`] })
    expect(await shop.both()).toMatchObject(round === 0 ? { changed: 5 } : { changed: 0, unchanged: 5 })
  }
  expect(await shop.world.database.read.productChange.count()).toBe(0)
})
