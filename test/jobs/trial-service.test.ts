import { expect, test } from 'vitest'
import { createTrialService } from '../../server/jobs/trial-service.ts'
import { openTestStores } from '../support/database.ts'
import { discovered, failedReading, fakeScraper, readingOf } from '../support/scraper.ts'

const signal = new AbortController().signal

test('a recipe test shows each field with its value and evidence, and what the page does not say', async () => {
  await using stores = await openTestStores()
  const trials = createTrialService({ brands: stores.brands, scraper: fakeScraper({ read: async url => readingOf(url, { name: 'Shoe', priceMinor: 1250, currency: 'KWD' }) }) })
  const result = await trials.testRecipe({ url: 'https://shop.test/a', recipe: { fields: { name: { selector: 'h1' } } } }, signal)
  expect(result).toMatchObject({ failure: null, fields: [{ field: 'name', value: 'Shoe', evidence: { source: 'json-ld' } }] })
  expect(result.missing).toContain('sku')
})

test('a page that cannot be read is an answer', async () => {
  await using stores = await openTestStores()
  const trials = createTrialService({ brands: stores.brands, scraper: fakeScraper({ read: async url => failedReading(url) }) })
  expect(await trials.testRecipe({ url: 'https://shop.test/a' }, signal)).toMatchObject({ draft: null, fields: [], failure: { code: 'http-status', status: 404 } })
})

test('a probe tells the way, the number and the currency', async () => {
  await using stores = await openTestStores()
  const trials = createTrialService({ brands: stores.brands, scraper: fakeScraper({ batches: [[discovered('a', { currency: 'EUR', name: 'A' }), discovered('b', { currency: 'EUR' })]] }) })
  expect(await trials.probe({ url: 'https://shop.test/' }, signal)).toMatchObject({ strategy: 'sitemap', found: 2, more: false, currency: 'EUR', failure: null, samples: [{ name: 'A' }, { name: null }] })
})

test('a probe of a shop that does not answer says why', async () => {
  await using stores = await openTestStores()
  const trials = createTrialService({
    brands: stores.brands,
    scraper: fakeScraper({

      async* discover() {
        throw new Error('getaddrinfo ENOTFOUND')
      },
    }),
  })
  expect(await trials.probe({ url: 'https://shop.test/' }, signal)).toMatchObject({ found: 0, failure: { message: 'getaddrinfo ENOTFOUND' } })
})
