import type { ReadPagesOptions } from '../../server/jobs/read-pages.ts'
import type { ProductReading } from '../../server/scrape/ports.ts'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readPages } from '../../server/jobs/read-pages.ts'
import { readingOf } from '../support/scraper.ts'

/** A shop of so many products whose pages come as `read` says. */
function shop(count: number, read: (url: string) => Promise<ProductReading>, options: Partial<ReadPagesOptions> = {}) {
  const asked: string[] = []
  const tasks = Array.from({ length: count }, (_, n) => ({ id: `p${String(n).padStart(4, '0')}`, brandId: 'b', key: `p${n}`, url: `https://shop.test/p${n}`, memory: null, listedModified: null }))
  const batches = readPages({
    run: {
      read: async (url) => {
        asked.push(url)
        return read(url)
      },
    },
    products: { nextToRead: async (_, { after, limit }) => tasks.filter(({ id }) => after === null || id > after).slice(0, limit) },
    selection: {},
    jobId: 'job',
    signal: new AbortController().signal,
    pagesAtOnce: 4,
    ...options,
  })
  return { asked, batches }
}

/** So that whatever can go on has gone on. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 2000; turn++)
    await nextTurn()
}

test('every page comes once, in some batch', async () => {
  const { asked, batches } = shop(1234, async url => readingOf(url))
  const read: string[] = []
  for await (const batch of batches)
    read.push(...batch.read.map(({ task }) => task.url))
  expect(read.toSorted()).toEqual(asked.toSorted())
  expect(new Set(read).size).toBe(1234)
})

test('while a batch is being kept reading goes on, but not for ever', async () => {
  const { asked, batches } = shop(5000, async url => readingOf(url))
  const first = await batches.next()
  const before = asked.length
  await turns()
  expect(asked.length).toBeGreaterThan(before)
  // What waits to be kept, and what is under way.
  expect(asked.length).toBeLessThanOrEqual(before + 200 + 4)
  expect(first.done).toBe(false)
  await batches.return(undefined)
})

test('no more pages are asked for at once than allowed, and a slow one holds up only its own place', async () => {
  const slow = Promise.withResolvers<void>()
  let open = 0
  let most = 0
  const { asked, batches } = shop(300, async (url) => {
    most = Math.max(most, ++open)
    await (url.endsWith('/p0') ? slow.promise : nextTurn())
    open--
    return readingOf(url)
  })
  const read: string[] = []
  for await (const batch of batches) {
    read.push(...batch.read.map(({ task }) => task.key))
    if (asked.length === 300)
      slow.resolve()
  }
  expect(most).toBe(4)
  expect(read).toHaveLength(300)
  expect(read.at(-1)).toBe('p0')
})

test.each([['throws', 'boom'], ['is stopped', 'stop']])('what had come when a run %s is kept, then the reason is raised', async (_what, reason) => {
  const controller = new AbortController()
  const { batches } = shop(100, async (url) => {
    if (!url.endsWith('/p20'))
      return readingOf(url)
    controller.abort(new Error('stop'))
    throw new Error(reason)
  }, reason === 'stop' ? { signal: controller.signal } : {})
  const read: string[] = []
  const whole = async () => {
    for await (const batch of batches)
      read.push(...batch.read.map(({ task }) => task.key))
  }
  await expect(whole()).rejects.toThrow(reason)
  expect(read).toEqual(expect.arrayContaining(Array.from({ length: 20 }, (_, n) => `p${n}`)))
  expect(read).not.toContain('p20')
  expect(read.length).toBeLessThan(30)
})

test('who stops taking batches has waited, when that is done, for all pages under way', async () => {
  let open = 0
  const { asked, batches } = shop(5000, async (url) => {
    open++
    await nextTurn()
    open--
    return readingOf(url)
  })
  await batches.next()
  await batches.return(undefined)
  expect(open).toBe(0)
  const before = asked.length
  await turns()
  expect(asked.length).toBe(before)
})
