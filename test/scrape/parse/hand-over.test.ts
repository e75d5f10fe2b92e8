import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { createPageMemory } from '../../../server/scrape/page-memory.ts'
import { lazyPage } from '../../../server/scrape/page-text.ts'
import { createParsePool } from '../../../server/scrape/parse/parse-pool.ts'

const entry = new URL('echo-worker.ts', import.meta.url)
const contentType = 'text/html; charset=utf-8'

/** What the echoing thread answers: the page's text as it stood when the message came, and when all of it had been read. */
interface Echo { first: string, last: string }

const count = 3000
const isHang = (index: number): boolean => index % 1993 === 500
const isExit = (index: number): boolean => index % 601 === 200
const isBrokenOff = (index: number): boolean => index % 23 === 7

/** Small whole numbers in an order that is the same each time (a linear congruential generator, Numerical Recipes). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor(state / 2 ** 32 * below)
  }
}

/** All of it belongs to this page: any piece of another one shows. */
const textOf = (index: number, length: number, command: string): string => `${command}:${index}:${`ä${index};`.repeat(Math.ceil(length / 8))}`

async function* inChunks(bytes: Uint8Array, size: number, breaksOff: boolean): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size)
    // Other bodies come in meanwhile.
    await Promise.resolve()
  }
  if (breaksOff)
    throw new Error('broken off')
}

describe('pages in shared memory', () => {
  test('thousands at a time, of all sizes, some broken off, some the death of their thread: each answer is of its own page', async () => {
    const random = numbers(20_261_126)
    const memory = createPageMemory()
    await using pool = createParsePool({ threads: 2, timeoutMs: 1000, entry })
    const pages = Array.from({ length: count }, (_, index) => index).values()
    const tally = { read: 0, lost: 0, brokenOff: 0 }
    const mixedUp: string[] = []

    async function readNext(): Promise<void> {
      for (const index of pages) {
        const command = isHang(index) ? 'hang' : isExit(index) ? 'exit' : 'echo'
        const text = textOf(index, 10 ** (1 + random(5)) * (1 + random(3)), command)
        const bytes = Buffer.from(text)
        const promised = [0, bytes.length, 10, Number.NaN, Number.MAX_SAFE_INTEGER][random(5)]!
        const body = await memory.collect(inChunks(bytes, 1 + random(20_000) + bytes.length / 20, isBrokenOff(index)), promised).catch(() => null)
        if (body === null) {
          tally.brokenOff++
          continue
        }
        const page = lazyPage({ url: `https://shop.example/${index}`, headers: {} }, { bytes: body, contentType, hostname: 'shop.example' }, memory)
        try {
          const { first, last } = await pool.run('listing', page, null) as unknown as Echo
          if (first !== text || last !== text || (index % 50 === 0 && page.html !== text))
            mixedUp.push(page.url)
          tally.read++
        }
        catch (error) {
          expect(error).toMatchObject({ code: 'parse-failed', url: page.url, message: expect.stringMatching(command === 'hang' ? /took longer/ : command === 'exit' ? /ended/ : /never/) as string })
          tally.lost++
        }
        finally {
          page.release()
        }
      }
    }

    await Promise.all(Array.from({ length: 32 }, readNext))
    expect(mixedUp).toEqual([])
    const all = Array.from({ length: count }, (_, index) => index)
    const brokenOff = all.filter(isBrokenOff).length
    const lost = all.filter(index => !isBrokenOff(index) && (isHang(index) || isExit(index))).length
    expect(lost).toBeGreaterThan(5)
    expect(tally).toEqual({ read: count - brokenOff - lost, lost, brokenOff })
  }, 30_000)

  test('a page whose memory was given back can be read no more, and gives it back once only', async () => {
    const memory = createPageMemory()
    const bytes = await memory.collect(inChunks(Buffer.from('one'), 10, false), 0)
    const page = lazyPage({ url: 'https://shop.example/' }, { bytes, contentType, hostname: 'shop.example' }, memory)
    expect(page.html).toBe('one')
    page.release()
    page.release()
    expect(() => page.html).toThrow(/given back/)
    expect(() => page.encoded).toThrow(/given back/)
    const [second, third] = [await memory.collect(inChunks(Buffer.from('two'), 10, false), 0), await memory.collect(inChunks(Buffer.from('three'), 10, false), 0)]
    expect(second.buffer).toBe(bytes.buffer)
    expect(third.buffer).not.toBe(bytes.buffer)
  })

  test('memory of a body that breaks off serves the next', async () => {
    const memory = createPageMemory()
    const first = await memory.collect(inChunks(Buffer.from('one'), 10, false), 0)
    memory.give(first)
    await expect(memory.collect(inChunks(Buffer.alloc(100), 10, true), 0)).rejects.toThrow('broken off')
    expect((await memory.collect(inChunks(Buffer.from('two'), 10, false), 0)).buffer).toBe(first.buffer)
  })
})
