import type { PageReading } from '../../../server/scrape/read-page.ts'
import type { Renderer } from '../../../server/scrape/render/renderer.ts'
import { expect, test, vi } from 'vitest'
import { openEvidence } from '../../../server/contract/evidence.ts'
import { inEnglish, tell } from '../../../server/contract/told.ts'
import { ScrapeError } from '../../../server/errors.ts'
import { readListingPage } from '../../../server/scrape/discover/listing-page.ts'
import { parseTasks } from '../../../server/scrape/parse/tasks.ts'
import { createRenderedReader } from '../../../server/scrape/render/rendered-reader.ts'
import { silentLog } from '../../support/log.ts'
import { goods, productPage } from '../shops/goods.ts'

const url = 'https://shop.example/p/1'
const empty = { url, html: '<title>Shop</title><body><div id="root"></div><script src="/app.js"></script></body>' }
const [good] = goods(1)

function world(render: Renderer['render'] | null) {
  const onRendered = vi.fn<() => void>()
  const reader = createRenderedReader({
    readPage: async (each, options) => parseTasks.product(each, options),
    readListing: async each => readListingPage(each.html, each.url),
    renderer: render && { render, async [Symbol.asyncDispose]() {} },
    client: { open: () => Promise.reject(new Error('not asked for here')) },
    onRendered,
    log: silentLog,
  })
  return { reader, rendered: () => onRendered.mock.calls.length }
}

async function read(page: { url: string, html: string }, render: Renderer['render'] | null, signal = AbortSignal.timeout(5000)): Promise<{ reading: PageReading, why: string | null, rendered: number }> {
  const { reader, rendered } = world(render)
  const reading = await reader.product(signal)(page, { recipe: null })
  return { reading, why: reading.reason && inEnglish(reading.reason), rendered: rendered() }
}

test('a page that can be read without scripts is not rendered', async () => {
  const render = vi.fn<Renderer['render']>()
  expect((await read({ url, html: productPage(good!, url) }, render)).reading).toMatchObject({ kind: 'product' })
  expect((await read({ url, html: '<title>Our story</title><p>Words</p>' }, render)).reading.kind).toBe('not-a-product')
  expect(render).not.toHaveBeenCalled()
})

test('without a renderer the reading says that the page needs scripts, and how to have them run', async () => {
  const { reading, why, rendered } = await read(empty, null)
  expect({ ...reading, why }).toMatchObject({ kind: 'needs-javascript', why: expect.stringMatching(/scripts run\. .*RENDERER_CHROMIUM\.$/) as string })
  expect(rendered).toBe(0)
})

test('what scripts make of a page is read, and all its evidence says so', async () => {
  const { reading, rendered } = await read(empty, async () => ({ url, html: productPage(good!, url), requests: 3, refused: 0 }))
  expect(reading).toMatchObject({ kind: 'product', isRendered: true, draft: { name: good!.name, priceMinor: good!.priceMinor } })
  expect(Object.values(openEvidence(reading.evidence)).filter(each => !each.path?.startsWith('rendered'))).toEqual([])
  expect(rendered).toBe(1)
})

test.each([
  ['another site', 'https://elsewhere.example/p/1'],
  ['nowhere', 'about:blank'],
  ['an error page of the browser', 'chrome-error://chromewebdata/'],
])('a page whose scripts lead to %s is not read as the shop\'s', async (_what, led) => {
  const { reading, why } = await read(empty, async () => ({ url: led, html: productPage(good!, url), requests: 3, refused: 0 }))
  expect({ ...reading, why }).toMatchObject({ kind: 'needs-javascript', why: expect.stringContaining('another site') as string })
})

test('a page that stays empty says that its scripts ran and what they were refused', async () => {
  const { reading, why } = await read(empty, async () => ({ url, html: empty.html, requests: 3, refused: 2 }))
  expect({ ...reading, why }).toMatchObject({ kind: 'needs-javascript', isRendered: true, why: expect.stringContaining('2 of their 3 requests were refused') as string })
})

test('a renderer that fails costs the page, with its reason; an abort is raised', async () => {
  const fail = (): Promise<never> => Promise.reject(new ScrapeError('timeout', tell('scripts-without-end'), { url }))
  expect(await read(empty, fail)).toMatchObject({ reading: { kind: 'needs-javascript' }, why: expect.stringContaining('Rendering it failed: The scripts of the page do not come to an end.') as string })
  await expect(read(empty, fail, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped')
})

const list = `<ul>${goods(6).map(each => `<li class="card"><a href="/p/${each.handle}"><img src="/i.jpg">${each.name}</a><b>€ 9.95</b></li>`).join('')}</ul>`

test('a list that scripts make is read once they ran; one that stands in the page, and a page of words, are not rendered', async () => {
  const rendering = { url, requests: 1, bytes: 1, refused: 0 }
  const render = vi.fn<Renderer['render']>(async () => ({ ...rendering, html: `<title>Shop</title><body>${list}</body>` }))
  const { reader, rendered } = world(render)
  const read = reader.listing(AbortSignal.timeout(5000))
  expect((await read({ url, html: list })).cards).toHaveLength(6)
  expect((await read({ url, html: '<title>Our story</title><p>Words about us and our makers.</p>' })).cards).toEqual([])
  expect(rendered()).toBe(0)
  expect((await read(empty)).cards).toHaveLength(6)
  expect(rendered()).toBe(1)
  render.mockResolvedValueOnce({ ...rendering, url: 'https://other.example/', html: list })
  expect((await read(empty)).cards).toEqual([])
})
