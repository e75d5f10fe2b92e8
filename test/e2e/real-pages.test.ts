import type { AddressInfo } from 'node:net'
import type { Brand } from '../../server/contract/brand.ts'
import type { ExportCsvResult, PageFailure } from '../../server/contract/job-types.ts'
import type { Job, JobSummary } from '../../server/contract/job.ts'
import type { ProductSummary } from '../../server/contract/product.ts'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseCsv } from '../support/parse-csv.ts'
import { createHome, startGleaner } from './gleaner.ts'

const folder = fileURLToPath(new URL('../../../shared/data/product-extraction-benchmark/', import.meta.url))

type Labels = Partial<Record<'price' | 'sku' | 'brand' | 'currency' | 'availability', string[]>>

/** The signs that the labels use. `$` and `kr` belong to several currencies. */
const signs: Record<string, RegExp> = { '$': /^(?:USD|CAD|AUD|NZD|TWD|HKD|SGD|MXN|CLP|COP|ARS)$/, '£': /^GBP$/, '€': /^EUR$/, '₹': /^INR$/, 'kr': /^(?:SEK|NOK|DKK|ISK)$/, 'ر.س': /^SAR$/, 'тг.': /^KZT$/ }

const same = (a: string, b: string): boolean => a.trim().toLowerCase().replace(/\s+/g, ' ') === b.trim().toLowerCase().replace(/\s+/g, ' ')

/** Whether a cell of the CSV is one of the accepted values. */
const isRight: Record<keyof Labels, (accepted: string, cell: string) => boolean> = {
  price: (accepted, cell) => Number(accepted) === Number(cell),
  sku: same,
  brand: same,
  currency: (accepted, cell) => accepted.trim() === cell || (signs[accepted.trim()]?.test(cell) ?? false),
  availability: (accepted, cell) => (accepted === 'InStock') === /^(?:InStock|LimitedAvailability|PreOrder|BackOrder|OnlineOnly|MadeToOrder)$/.test(cell),
}

/** The saved pages as one shop: a sitemap, and a page each. */
async function startShopOfRealPages(ids: string[]) {
  const server = createServer((request, response) => {
    const id = /^\/products\/(\w+)$/.exec(request.url!)?.[1]
    if (request.url === '/sitemap.xml')
      response.end(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${ids.map(each => `<url><loc>http://${request.headers.host}/products/${each}</loc></url>`).join('')}</urlset>`)
    else if (id && ids.includes(id))
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' }).end(readFileSync(join(folder, 'html', `${id}.html.gz`)))
    else
      response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

describe.skipIf(!existsSync(folder))('pages saved from 70 real shops', () => {
  test('brand → details → export: the CSV holds what people read on the pages', { timeout: 240_000 }, async () => {
    const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<string, Labels>
    await using shop = await startShopOfRealPages(Object.keys(truth))
    await using home = await createHome()
    await using gleaner = await startGleaner(home, { ALLOW_PRIVATE_HOSTS: new URL(shop.url).host })
    const brand = await gleaner.post<Brand>('/api/brands', { url: shop.url, name: 'Real pages' })
    const { id } = await gleaner.export({ brandId: brand.id, refresh: true })
    const job = await gleaner.ended(id)
    expect(job).toMatchObject({ status: 'completed' })

    const { filename, rows } = job.result as ExportCsvResult
    const csv = parseCsv((await readFile(join(home.exports, filename), 'utf8')).replace(/^\uFEFF/, ''))
    expect(csv).toHaveLength(rows)
    // A row's address is the page's canonical one; its key tells where it was met.
    const { items: products } = await gleaner.get<{ items: ProductSummary[] }>('/api/products?limit=200')
    const pageOf = new Map(products.map(product => [product.id, product.key.split('/').at(-1)!]))
    const byId = new Map(csv.map(row => [pageOf.get(row.id!)!, row]))
    expect(byId.size, 'no page twice').toBe(rows)

    const steps = await Promise.all((await gleaner.get<JobSummary[]>(`/api/jobs/${id}/flow`)).map(step => gleaner.get<Job>(`/api/jobs/${step.id}`)))
    const failures = steps.flatMap(({ result }) => (result?.failures ?? []) as PageFailure[])
    const explained = new Set(failures.map(({ url }) => new URL(url).pathname.split('/').at(-1)))
    expect(Object.keys(truth).filter(page => !byId.has(page) && !explained.has(page)), 'pages that are neither in the CSV nor explained by a failure').toEqual([])

    const misses = Object.entries(truth).flatMap(([page, labels]) => Object.entries(isRight).flatMap(([field, matches]) => {
      const accepted = labels[field as keyof Labels]
      const cell = byId.get(page)?.[field] ?? ''
      return accepted && !accepted.some(value => matches(value, cell)) ? [{ field, text: `${page.slice(0, 8)} ${field}: ${cell || 'nothing'} instead of ${accepted.join(' or ')}` }] : []
    }))
    const share = (field: keyof Labels) => 1 - misses.filter(miss => miss.field === field).length / Object.values(truth).filter(labels => labels[field]).length
    const shares = Object.fromEntries((Object.keys(isRight) as (keyof Labels)[]).map(field => [field, Number(share(field).toFixed(3))]))
    console.info(`share of labelled values that the CSV has right: ${JSON.stringify(shares)}`)
    const detail = [...failures.map(({ url, code, message }) => `${url}: ${code}, ${message}`), ...misses.map(({ text }) => text)].join('\n')
    // A little below what was measured, so that a page more or less does not fail it; test/accuracy holds the targets.
    expect(shares.price, detail).toBeGreaterThanOrEqual(0.9)
    expect(shares.sku, detail).toBeGreaterThanOrEqual(0.9)
    expect(shares.brand, detail).toBeGreaterThanOrEqual(0.8)
    expect(shares.currency, detail).toBeGreaterThanOrEqual(0.93)
    expect(shares.availability, detail).toBeGreaterThanOrEqual(0.87)
  })
})
