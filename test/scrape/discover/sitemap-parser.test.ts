import type { SitemapEntry } from '../../../server/scrape/discover/sitemap-parser.ts'
import { describe, expect, test } from 'vitest'
import { createSitemapParser } from '../../../server/scrape/discover/sitemap-parser.ts'
import { parseRobots } from '../../../server/scrape/robots/parse.ts'
import { hasData, readCases } from '../data.ts'

/** Fed in pieces of `size`, as the network would. */
function parse(body: string, size = 7): SitemapEntry[] {
  const entries: SitemapEntry[] = []
  const parser = createSitemapParser(entry => entries.push(entry))
  for (let at = 0; at < body.length; at += size)
    parser.write(body.slice(at, at + size))
  parser.end()
  return entries
}

interface Case { test: string, body: string, expected: { type?: string, entries: ({ loc: string, lastmod?: string, alternate?: string[] } | string)[] } }

describe.skipIf(!hasData)('scrapy-sitemap', () => {
  const cases = hasData ? readCases<Case>('scrapy-sitemap/cases.json') : []

  test.each(cases.filter(each => !each.test.includes('robots')))('$test', ({ body, expected }) => {
    const entries = parse(body)
    expect(entries.map(entry => ({ loc: entry.loc, lastmod: entry.lastModified ?? '' }))).toEqual(expected.entries.map(entry => typeof entry === 'string' ? entry : ({ loc: entry.loc, lastmod: entry.lastmod ?? '' })))
    if (expected.type)
      expect(entries.every(entry => entry.isSitemap === (expected.type === 'sitemapindex'))).toBe(true)
    for (const [index, entry] of expected.entries.entries())
      expect(entries[index]?.alternates).toEqual((typeof entry === 'string' ? undefined : entry.alternate) ?? [])
  })

  test.each(cases.filter(each => each.test.includes('robots')))('$test', ({ body, expected }) => {
    expect(parseRobots(body).sitemaps.map(href => new URL(href, 'http://example.com').href)).toEqual(expected.entries)
  })
})

test('images and videos of a page are not pages', () => {
  const body = `<urlset xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>https://s.example/p</loc>
    <image:image><image:loc>https://s.example/p.jpg</image:loc><image:title>A &amp; B</image:title></image:image><lastmod>2026-01-02</lastmod></url></urlset>`
  expect(parse(body)).toEqual([{ isSitemap: false, loc: 'https://s.example/p', lastModified: '2026-01-02', alternates: [] }])
})

test('prefixed names, CDATA and entities are read', () => {
  const body = `<sm:urlset xmlns:sm="x"><sm:url><sm:loc><![CDATA[https://s.example/?a=1&b=2]]></sm:loc></sm:url><sm:url><sm:loc>https://s.example/?a=1&amp;b=&#x32;</sm:loc></sm:url></sm:urlset>`
  expect(parse(body).map(entry => entry.loc)).toEqual(['https://s.example/?a=1&b=2', 'https://s.example/?a=1&b=2'])
})

test('rSS and Atom feeds name pages too', () => {
  expect(parse(`<rss><channel><link>https://s.example/</link><item><title>A</title><link>https://s.example/a</link><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate></item></channel></rss>`))
    .toEqual([{ isSitemap: false, loc: 'https://s.example/a', lastModified: 'Mon, 02 Nov 2026 10:00:00 GMT', alternates: [] }])
  expect(parse(`<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://s.example/"/><entry><link rel="alternate" href="https://s.example/b"/><link rel="enclosure" href="https://s.example/b.jpg"/><updated>2026-11-02T10:00:00Z</updated></entry></feed>`))
    .toEqual([{ isSitemap: false, loc: 'https://s.example/b', lastModified: '2026-11-02T10:00:00Z', alternates: [] }])
})

test('a plain list of addresses is read, comments and nonsense left out', () => {
  expect(parse('\uFEFFhttps://s.example/a\r\n# no\n\nhttp://s.example/b  \nnonsense\rhttps://s.example/c').map(entry => entry.loc)).toEqual(['https://s.example/a', 'http://s.example/b', 'https://s.example/c'])
})

test.each([['nothing', ''], ['blank', ' \n\t '], ['half a file', '<urlset><url><loc>https://s.example/a</loc></url><url><loc>https://s.ex'], ['an HTML page', '<!doctype html><title>404</title><p>not here'], ['noise', '\0\u0001<<<>>>&&&;;;"\'']])('%s ends without an error', (_, body) => {
  expect(parse(body).every(entry => entry.loc === 'https://s.example/a')).toBe(true)
})

test('two hundred thousand addresses are read in a moment', () => {
  const chunk = Array.from({ length: 1000 }, (_, index) => `<url><loc>https://s.example/products/thing-${index}</loc><lastmod>2026-01-01</lastmod></url>`).join('')
  let count = 0
  const parser = createSitemapParser(() => count++)
  const started = performance.now()
  parser.write('<urlset>')
  for (let index = 0; index < 200; index++)
    parser.write(chunk)
  parser.end()
  expect(count).toBe(200_000)
  expect(performance.now() - started).toBeLessThan(5000)
})
