import type { BrandSettings } from '../../../server/contract/brand.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../server/store/database.ts'
import { createHostPaceStore } from '../../../server/store/host-pace-store.ts'
import { migrationsDir, temporaryFolder } from '../../support/database.ts'
import { relayErrors } from '../../support/relay-errors.ts'
import { goods, productPage } from '../shops/goods.ts'
import { send, serve } from '../shops/server.ts'

const script = fileURLToPath(new URL('reader-process.ts', import.meta.url))
const [good] = goods(1)

interface Arrival { at: number, name: string }

/** A slow shop that remembers who came when, and how many at a time; from request `tiredAt` on it answers 429 once. */
async function createShop({ pageMs, tiredAt = 0 }: { pageMs: number, tiredAt?: number }) {
  const arrivals: Arrival[] = []
  const seen = { underWay: 0, most: 0, tiredSince: null as number | null }
  const server = await serve(async ({ path, url, headers }, response) => {
    if (path === '/robots.txt')
      return send(response, 404, '')
    arrivals.push({ at: performance.now(), name: headers['user-agent']! })
    seen.most = Math.max(seen.most, ++seen.underWay)
    await sleep(pageMs)
    seen.underWay--
    if (arrivals.length === tiredAt) {
      seen.tiredSince = performance.now()
      return send(response, 429, '', { 'retry-after': '2' })
    }
    send(response, 200, productPage(good!, url.href))
  })
  return { ...server, arrivals, seen }
}

/** Starts two processes on one database, lets them go at the same moment, and answers what they said at their ends. */
async function readFromTwo(origin: string, pages: number, settings: BrandSettings): Promise<string[]> {
  await using folder = await temporaryFolder()
  const file = join(folder.path, 'app.db')
  await using _database = await openDatabase({ file, migrations: migrationsDir })
  const readers = ['first', 'second'].map((name) => {
    const child = relayErrors(spawn(process.execPath, [script, file, origin, name, String(pages), JSON.stringify(settings)], { stdio: ['pipe', 'pipe', 'pipe'] }))
    return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator](), exited: once(child, 'exit') }
  })
  try {
    await Promise.all(readers.map(async reader => expect((await reader.lines.next()).value).toBe('ready')))
    readers.forEach(({ child }) => child.stdin.write('go\n'))
    return await Promise.all(readers.map(async reader => String((await reader.lines.next()).value)))
  }
  finally {
    await Promise.all(readers.map(async ({ child, exited }) => {
      if (child.exitCode === null)
        child.kill('SIGKILL')
      await exited
    }))
  }
}

test('two processes together keep a host\'s delay and its requests at a time', async () => {
  await using shop = await createShop({ pageMs: 90 })
  const delayMs = 60
  expect(await readFromTwo(shop.origin, 40, { concurrency: 2, delayMs })).toEqual(['read 40', 'read 40'])
  expect(shop.seen.most).toBeLessThanOrEqual(2)
  expect(new Set(shop.arrivals.map(({ name }) => name))).toEqual(new Set(['first', 'second']))
  // A busy machine delivers late, so that two may arrive close to each other; ten cannot.
  const tens = shop.arrivals.slice(10).map(({ at }, index) => at - shop.arrivals[index]!.at)
  expect(Math.min(...tens)).toBeGreaterThan(10 * delayMs * 0.85)
}, 40_000)

test('a wish to be left alone that one process hears is kept by the other', async () => {
  await using shop = await createShop({ pageMs: 5, tiredAt: 20 })
  expect(await readFromTwo(shop.origin, 20, { concurrency: 1, delayMs: 50 })).toEqual(['read 20', 'read 20'])
  const next = shop.arrivals[20]!.at - shop.seen.tiredSince!
  expect(next).toBeGreaterThan(1900)
}, 40_000)

test('a host goes from one process to the next with what was learned, and from a dead one when its lease has ended', async () => {
  await using folder = await temporaryFolder()
  await using database = await openDatabase({ file: join(folder.path, 'app.db'), migrations: migrationsDir })
  const book = createHostPaceStore(database)
  const learned = { nextAt: 5000, quietUntil: 9000, failures: 3, latencyMs: 12.5 }
  expect(await book.take('shop.example', 'a', 1000, 10_000)).toMatchObject({ held: true, state: { failures: 0 } })
  expect(await book.take('shop.example', 'b', 1001, 10_000)).toEqual({ held: false })
  expect(await book.keep('shop.example', 'b', learned, 1002, 10_000)).toEqual({ held: false })
  expect(await book.keep('shop.example', 'a', learned, 1003, 10_000)).toMatchObject({ held: true, wanted: true })
  expect(await book.take('shop.example', 'b', 11_002, 10_000)).toEqual({ held: false })
  expect(await book.take('shop.example', 'b', 11_004, 10_000)).toMatchObject({ held: true, state: learned })
  await book.keep('shop.example', 'b', { ...learned, failures: 0 }, 11_005, null)
  expect(await book.take('shop.example', 'a', 11_006, 10_000)).toMatchObject({ held: true, state: { failures: 0, quietUntil: 9000 } })
})
