import type { Job } from '../../server/contract/job.ts'
import type { SampleProduct } from '../../server/sample-shop/index.ts'
import type { Gleaner, Home } from './gleaner.ts'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyPath, retiredPath, sampleProducts } from '../../server/sample-shop/index.ts'
import { parseCsv } from '../support/parse-csv.ts'
import { createHome, startGleaner } from './gleaner.ts'

function money(minor: number | null): string {
  return minor === null ? '' : (minor / 100).toFixed(2)
}

/** What the CSV should say of a product. */
function cellsOf(product: SampleProduct): Record<string, string> {
  return {
    name: product.name,
    brand: product.brand,
    price: money(product.priceMinor),
    list_price: money(product.listPriceMinor),
    currency: product.currency,
    availability: product.availability,
    sku: product.sku,
    mpn: product.mpn ?? '',
    gtin: product.gtin ?? '',
    condition: 'NewCondition',
    rating: String(product.rating ?? ''),
    review_count: String(product.reviewCount ?? ''),
    variants: String(product.variants),
    description: product.description,
  }
}

describe('a first start', () => {
  let home: Home
  let first: Gleaner
  beforeAll(async () => {
    home = await createHome({ untouched: true })
    first = await startGleaner(home, { SAMPLE_SHOP: 'on' })
    await first.line(/✓ Writing the export/)
  }, 120_000)
  afterAll(async () => {
    await first?.[Symbol.asyncDispose]()
    await home?.[Symbol.asyncDispose]()
  })

  test('scrapes the sample shop by itself, and its CSV says what the shop says, field by field', async () => {
    const [file, ...others] = (await readdir(home.exports)).filter(name => !name.startsWith('.'))
    expect(others).toEqual([])
    expect(file).toMatch(/^products-export-[\w-]+\.csv$/)
    const rows = parseCsv((await readFile(join(home.exports, file!), 'utf8')).replace(/^\uFEFF/, ''))
    const byPath = new Map(rows.map(row => [new URL(row.url!).pathname, row]))
    const differences = sampleProducts.flatMap((product) => {
      const row = byPath.get(product.path)
      return Object.entries(cellsOf(product)).filter(([column, cell]) => row?.[column] !== cell).map(([column, cell]) => `${product.path} ${column}: ${row?.[column]} instead of ${cell}`)
    })
    expect(differences).toEqual([])
  })

  test('explains the two pages that cannot be read, and fails no job for them', async () => {
    const { items } = await first.get<{ items: Job[] }>('/api/jobs')
    expect(items.map(({ type, status }) => [type, status]).sort()).toEqual([['export-csv', 'completed'], ['scrape-brand', 'completed'], ['scrape-product-details', 'completed']])
    const jobs = await Promise.all(items.map(({ id }) => first.get<Job>(`/api/jobs/${id}`)))
    const failures = jobs.flatMap(({ result }) => (result?.failures ?? []) as { url: string, code: string, message: string }[])
    for (const path of [retiredPath, emptyPath]) {
      const failure = failures.find(({ url }) => new URL(url).pathname === path)
      expect(failure, path).toMatchObject({ code: expect.stringMatching(/http-status|not-a-product|parse-failed/) as string, message: expect.any(String) as string })
    }
  })

  test('happens once: the next start scrapes nothing and is ready in seconds', async () => {
    expect(await first.end('SIGTERM')).toBe(0)
    const start = performance.now()
    await using second = await startGleaner(home, { SAMPLE_SHOP: 'on' })
    expect(performance.now() - start).toBeLessThan(10_000)
    expect((await second.get<{ items: Job[] }>('/api/jobs')).items).toHaveLength(3)
    expect(await readdir(home.exports)).toHaveLength(1)
  })
})
