import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { createPageMemory } from '../../server/scrape/page-memory.ts'
import { lazyPage } from '../../server/scrape/page-text.ts'
import { createParser } from '../../server/scrape/parse/parser.ts'
import { goods, productPage } from './shops/goods.ts'
import { shopAt, testScraper } from './shops/run.ts'
import { notFound, send, serve } from './shops/server.ts'

const url = 'https://shop.example/p'
const [good] = goods(1)

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size)
    yield bytes.subarray(at, at + size)
}

async function pageOf(bytes: Uint8Array, contentType: string, memory = createPageMemory()) {
  return lazyPage({ url, headers: {} }, { bytes: await memory.collect(chunks(bytes, 1000), 0), contentType, hostname: 'shop.example' }, memory)
}

test.each([0, 1, 65_536, 65_537, 1_000_000])('a body of %d bytes comes together whole, whatever length was promised', async (length) => {
  const body = Buffer.from(Array.from({ length }, (_, index) => index * 31 % 251))
  const memory = createPageMemory()
  for (const promised of [0, length, Number.NaN, 10])
    expect(Buffer.from(await memory.collect(chunks(body, 7000), promised)).equals(body)).toBe(true)
})

test('memory that was given back is used again, by the next page of its size', async () => {
  const memory = createPageMemory()
  const first = await memory.collect(chunks(Buffer.alloc(50_000, 1), 1000), 0)
  memory.give(first)
  const second = await memory.collect(chunks(Buffer.alloc(60_000, 2), 1000), 0)
  expect(second.buffer).toBe(first.buffer)
  expect(second).toHaveLength(60_000)
  expect((await memory.collect(chunks(Buffer.alloc(60_000, 3), 1000), 0)).buffer).not.toBe(first.buffer)
})

test('a page\'s bytes are read in a thread as its text is read here, in whatever encoding', async () => {
  await using parser = createParser({ threads: 1 })
  const text = productPage({ ...good!, name: 'Stół dębowy' }, url).replace('<meta charset="utf-8">', '')
  const cases: [Uint8Array, string][] = [
    [Buffer.from(text), 'text/html; charset=utf-8'],
    [Buffer.from(text, 'utf16le'), 'text/html; charset=utf-16le'],
    // "ół", "ę" in ISO 8859-2.
    [Buffer.from(text.replaceAll('ó', '\u00F3').replaceAll('ł', '\u00B3').replaceAll('ę', '\u00EA').replaceAll('€', 'EUR '), 'latin1'), 'text/html; charset=iso-8859-2'],
  ]
  for (const [bytes, contentType] of cases) {
    const page = await pageOf(bytes, contentType)
    expect((await parser.readPage(page, { recipe: null })).draft.name).toBe('Stół dębowy')
    expect(page.html).toContain('Stół dębowy')
  }
})

test('pages that follow each other through the same memory are not mixed up', async () => {
  const all = goods(60)
  await using shop = await serve(({ path }, response) => {
    const found = all.find(({ handle }) => path === `/p/${handle}`)
    return found ? send(response, 200, productPage(found, path) + ' '.repeat(found.id % 7 * 20_000)) : notFound(response)
  })
  await using scraper = testScraper(shop, { parseThreads: 1, concurrency: 8 })
  await using run = scraper.open(shopAt(shop.origin))
  const readings = await Promise.all(all.map(({ handle }) => run.read(`${shop.origin}/p/${handle}`, { memory: null, signal: AbortSignal.timeout(20_000) })))
  expect(readings.map(({ draft }) => [draft?.name, draft?.sku, draft?.priceMinor])).toEqual(all.map(({ name, sku, priceMinor }) => [name, sku, priceMinor]))
})
