import type { ProductDraft } from '../../server/contract/product.ts'
import type { FakeShop } from '../support/scraper.ts'
import { expect, test } from 'vitest'
import { discovered, failedReading, readingOf } from '../support/scraper.ts'
import { createJobWorld } from './world.ts'

const draftOf: Record<string, Partial<ProductDraft>> = { a: { name: 'A', sku: 'S-1' }, b: { name: 'B', sku: 'S-2' }, c: { name: 'C', gtin: '9520000100209' } }
const all = ['a', 'b', 'c'].map(key => discovered(key, draftOf[key]))

/** Scrapes the whole shop once, then again as `shop` says. */
async function scrapeTwice(second: FakeShop) {
  const shop: FakeShop = { batches: [all] }
  const world = await createJobWorld(shop)
  const scrape = async () => {
    const job = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id }, brandId: world.brand.id })
    await world.start(job).outcome
    return world.jobs.get(job.id)
  }
  await scrape()
  const before = await world.products.list({ limit: 10 })
  Object.assign(shop, second)
  const job = await scrape()
  const after = (await world.products.list({ limit: 10 })).items
  return { world, job, before: before.items, after, statusOf: (key: string) => after.find(product => product.key === key)?.status }
}

test('a run that was cut short calls nothing gone', async () => {
  const { world, job, statusOf } = await scrapeTwice({ batches: [all.slice(0, 1)], report: { complete: false } })
  await using _ = world
  expect(job.result).toMatchObject({ complete: false, gone: 0, hidden: 0, unsure: 0 })
  expect([statusOf('b'), statusOf('c')]).toEqual(['found', 'found'])
})

test('a page that is no more is gone, one that is alive is hidden, one that cannot be looked at stays', async () => {
  const { world, job, statusOf } = await scrapeTwice({
    batches: [[discovered('d')]],
    async read(url) {
      if (url.endsWith('/a'))
        return failedReading(url)
      if (url.endsWith('/b'))
        return readingOf(url)
      return { ...failedReading(url, true), failure: { code: 'blocked', message: 'A bot check.', retryable: true, url, status: 403 } }
    },
  })
  await using _ = world
  expect(job.result).toMatchObject({ gone: 1, hidden: 1, unsure: 1, moved: 0 })
  expect([statusOf('a'), statusOf('b'), statusOf('c'), statusOf('d')]).toEqual(['gone', 'hidden', 'found', 'found'])
})

test('a shop that changes its platform moves its products: rows and first sightings stay', async () => {
  const { world, job, before, after } = await scrapeTwice({
    batches: [['a', 'b', 'c'].map(key => ({ ...discovered(`shopify:${key}`, draftOf[key]), url: `https://shop.test/products/${key}-new` }))],
    read: async url => failedReading(url),
  })
  await using _ = world
  expect(job.result).toMatchObject({ moved: 3, gone: 0, hidden: 0 })
  expect(after.map(product => product.id).sort()).toEqual(before.map(product => product.id).sort())
  expect(after.map(product => product.key).sort()).toEqual(['shopify:a', 'shopify:b', 'shopify:c'])
  const changes = await world.products.changes(after[0]!.id, { limit: 5 })
  expect(changes.items).toMatchObject([{ field: 'url', before: expect.stringMatching(/shop\.test\/[abc]$/) as string, after: expect.stringMatching(/-new$/) as string }])
})

test('an address that leads to another one moves its product there', async () => {
  const { world, job, before, after } = await scrapeTwice({
    batches: [[discovered('a'), discovered('b'), { ...discovered('c2'), url: 'https://shop.test/c-renamed' }]],
    read: async () => readingOf('https://shop.test/c-renamed'),
  })
  await using _ = world
  expect(job.result).toMatchObject({ moved: 1, gone: 0 })
  const moved = after.find(product => product.key === 'c2')
  expect(moved?.id).toBe(before.find(product => product.key === 'c')?.id)
})

test('two products with the same number prove nothing', async () => {
  const twins = [discovered('x', { sku: 'SAME' }), discovered('y', { sku: 'SAME' })]
  const { world, job } = await scrapeTwice({ batches: [[discovered('a', { sku: 'S-1' }), ...twins]], read: async url => failedReading(url) })
  await using _ = world
  expect(job.result).toMatchObject({ moved: 0, gone: 2 })
})
