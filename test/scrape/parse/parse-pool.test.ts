import { monitorEventLoopDelay } from 'node:perf_hooks'
import { describe, expect, test } from 'vitest'
import { createParsePool } from '../../../server/scrape/parse/parse-pool.ts'
import { createParser } from '../../../server/scrape/parse/parser.ts'
import { goods, productPage } from '../shops/goods.ts'

const [good] = goods(1)
const page = { url: 'https://shop.example/p', html: productPage(good!, 'https://shop.example/p') }
const entry = new URL('endless-worker.js', import.meta.url)

test('a page read in a thread is read as it would be here', async () => {
  await using inThread = createParser({ threads: 1 })
  await using here = createParser({ threads: 0 })
  expect(await inThread.readPage(page, { recipe: null })).toEqual(await here.readPage(page, { recipe: null }))
  expect(await inThread.readListing(page)).toEqual(await here.readListing(page))
})

test('many pages at once all come back, each with its own answer', async () => {
  await using pool = createParsePool({ threads: 2 })
  const answers = await Promise.all(goods(60).map(each => pool.run('product', { url: 'https://shop.example/', html: productPage(each, '') }, { recipe: null })))
  expect(answers.map(answer => answer.draft.sku)).toEqual(goods(60).map(each => each.sku))
})

describe('a page that', () => {
  test.each([['hang', /took longer than 2 s/], ['crash', /crashed/], ['memory', /memory/]])('makes a thread %s costs that thread only', async (kind, message) => {
    await using pool = createParsePool({ threads: 1, timeoutMs: kind === 'hang' ? 2000 : 20_000, heapMb: 32, entry })
    const bad = pool.run('listing', { url: 'https://shop.example/bad', html: kind }, null)
    const next = pool.run('listing', { url: 'https://shop.example/good', html: 'fine' }, null)
    await expect(bad).rejects.toMatchObject({ code: 'parse-failed', url: 'https://shop.example/bad', message: expect.stringMatching(message) as string })
    await expect(next).resolves.toBe('fine')
  })
})

test.each(['hang', 'crash'])('a page that makes a thread %s takes none with it of those that were sent along', async (kind) => {
  await using pool = createParsePool({ threads: 1, timeoutMs: kind === 'hang' ? 2000 : 20_000, entry })
  // The first keeps the thread busy while the others pile up for one message.
  const pages = ['first', 'a', 'b', kind, 'c', 'd']
  const answers = await Promise.allSettled(pages.map(html => pool.run('listing', { url: `https://shop.example/${html}`, html }, null)))
  expect(answers.map(answer => answer.status === 'fulfilled' ? String(answer.value) : (answer.reason as Error & { url: string }).url)).toEqual(['first', 'a', 'b', `https://shop.example/${kind}`, 'c', 'd'])
})

test('a thread that takes longer to start than a page may take costs no page', async () => {
  const source = `import { parentPort } from 'node:worker_threads'
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500)
parentPort.on('message', requests => parentPort.postMessage(requests.map(({ page }) => ({ ok: true, value: page.content }))))
parentPort.postMessage('ready')`
  await using pool = createParsePool({ threads: 1, timeoutMs: 1000, entry: new URL(`data:text/javascript,${encodeURIComponent(source)}`) })
  await expect(pool.run('listing', { url: 'https://shop.example/', html: 'fine' }, null)).resolves.toBe('fine')
})

test('pages behind one that takes for ever are read by another thread meanwhile', async () => {
  await using pool = createParsePool({ threads: 2, timeoutMs: 60_000, entry })
  let isOver = false
  const bad = pool.run('listing', { url: 'https://shop.example/bad', html: 'hang' }, null).catch(() => null).finally(() => isOver = true)
  const others = Array.from({ length: 40 }, (_, index) => pool.run('listing', { url: 'https://shop.example/', html: `${index}` }, null))
  // Heard from now on: closing raises the error of those that went along with it before anybody waits for them.
  const settled = Promise.allSettled([bad, ...others])
  // Those that went along with it, if any, share its fate until it is read by itself.
  await expect(Promise.all(others.slice(20))).resolves.toHaveLength(20)
  expect(isOver).toBe(false)
  await pool[Symbol.asyncDispose]()
  await settled
})

test('closing ends what is under way with an error, not with silence', async () => {
  const pool = createParsePool({ threads: 1, entry })
  const reading = pool.run('listing', { url: 'https://shop.example/', html: 'hang' }, null)
  const closed = expect(reading).rejects.toMatchObject({ code: 'parse-failed' })
  await pool[Symbol.asyncDispose]()
  await closed
})

test('this thread stays alive while heavy pages are parsed', async () => {
  await using parser = createParser({ threads: 1 })
  await parser.readPage(page, { recipe: null })
  const heavy = { url: page.url, html: page.html.replace('</main>', `${'<div class="x"><a href="/a">b</a> 5,00 €</div>'.repeat(60_000)}</main>`) }
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  await Promise.all([parser.readListing(heavy), parser.readListing(heavy), parser.readPage(heavy, { recipe: null })])
  delay.disable()
  expect(delay.percentile(99) / 1e6).toBeLessThan(200)
})

test.each([
  ['a million nested elements', '<div>'.repeat(1_000_000)],
  ['a million open quotes', '<a href="'.repeat(1_000_000)],
  ['a million attributes', `<a ${'x="1" '.repeat(1_000_000)}>`],
  ['nothing but brackets', '<'.repeat(2_000_000)],
  ['NUL bytes and half a tag', `${'\0'.repeat(1_000_000)}<a hre`],
  ['a grid of a hundred thousand cards', `<ul>${'<li class="card"><a href="/p/1"><img src="/i">Lamp</a> € 5.00</li>'.repeat(100_000)}</ul>`],
])('%s is read as a listing in a moment', async (_, html) => {
  await using parser = createParser({ threads: 1 })
  await parser.readListing(page)
  const started = performance.now()
  const listing = await parser.readListing({ url: page.url, html })
  expect(listing.cards.length).toBeLessThan(2)
  expect(performance.now() - started).toBeLessThan(4000)
})
