import type { HopOutcome } from '../../../server/scrape/fetch/safe-fetch.ts'
import type { Pace } from '../../../server/scrape/politeness/pace.ts'
import { describe, expect, test } from 'vitest'
import { createPoliteness } from '../../../server/scrape/politeness/politeness.ts'

const shop = new URL('https://shop.example/')
const never = new AbortController().signal
const pace: Pace = { concurrency: 2, delayMs: 500, crawlDelayMs: null, throttle: true }
const fine: HopOutcome = { status: 200, code: null, latencyMs: 10, bytes: 100, retryAfterMs: null }
const busy: HopOutcome = { ...fine, status: 429 }

/** A world whose clock moves only when somebody waits. */
function world(options: Partial<Parameters<typeof createPoliteness>[0]> = {}) {
  let now = 1_000_000
  const politeness = createPoliteness({
    clock: { now: () => now },
    wait: async (ms) => {
      now += ms
    },
    ...options,
  })
  const visit = async (outcome: HopOutcome = fine, asked: Pace = pace, url = shop): Promise<number> => {
    const settle = await politeness.enter(url, asked, never)
    const at = now
    settle(outcome)
    return at
  }
  return { politeness, visit, now: () => now, pass: (ms: number) => now += ms }
}

describe('turns', () => {
  test('two requests to a host are never closer than the delay', async () => {
    const { visit } = world()
    const times = [await visit(), await visit(), await visit()]
    expect(times.slice(1).map((time, index) => time - times[index]!)).toEqual([500, 500])
  })

  test('hosts do not wait for each other', async () => {
    const { visit } = world()
    expect(await visit()).toBe(await visit(fine, pace, new URL('https://other.example/')))
  })

  test('no more requests are under way than allowed, over all runs', async () => {
    const { politeness } = world()
    const first = await politeness.enter(shop, pace, never)
    await politeness.enter(shop, pace, never)
    let entered = false
    const third = politeness.enter(shop, pace, never).then(() => entered = true)
    await Promise.resolve()
    expect(entered).toBe(false)
    first(fine)
    await third
    expect(entered).toBe(true)
  })

  test('a crawl-delay of the site is kept, one request at a time', async () => {
    const { visit, politeness } = world()
    const slow = { ...pace, crawlDelayMs: 4000 }
    const first = await visit(fine, slow)
    expect(await visit(fine, slow) - first).toBe(4000)
    expect(politeness.ledger()[0]).toMatchObject({ host: 'shop.example', requests: 2, crawlDelayMs: 4000, shortestGapMs: 4000, bytes: 200, byOutcome: { 200: 2 } })
  })

  test('a shop that slows down is asked more slowly', async () => {
    const { visit } = world()
    await visit({ ...fine, latencyMs: 6000 })
    const before = await visit({ ...fine, latencyMs: 6000 })
    expect(await visit() - before).toBe(3000)
  })

  test('a cancelled wait gives its place back', async () => {
    const { politeness } = world()
    const controller = new AbortController()
    const single = { ...pace, concurrency: 1 }
    const settle = await politeness.enter(shop, single, never)
    const waiting = politeness.enter(shop, single, controller.signal)
    const next = politeness.enter(shop, single, never)
    controller.abort(new Error('cancelled'))
    await expect(waiting).rejects.toThrow('cancelled')
    settle(fine)
    await next
  })
})

describe('trouble', () => {
  test('a 429 with Retry-After is waited out', async () => {
    const { visit } = world()
    const first = await visit({ ...busy, retryAfterMs: 90_000 })
    expect(await visit() - first).toBe(90_000)
  })

  test('a 429 without a word is left alone longer each time, so that a minute sees two requests at most', async () => {
    const { visit } = world()
    const times = [await visit(busy), await visit(busy), await visit(busy)]
    expect(times.slice(1).map((time, index) => time - times[index]!)).toEqual([30_000, 60_000])
  })

  test('a host that wants to be left alone for long is given up on for now, unasked', async () => {
    const { visit, politeness } = world()
    await visit({ ...busy, retryAfterMs: 3_600_000 })
    await expect(visit()).rejects.toMatchObject({ code: 'rate-limited', retryable: true, retryAfterMs: 3_600_000 })
    expect(politeness.ledger()[0]?.requests).toBe(1)
  })

  test('five failures in a row open the circuit for five minutes; one success closes it', async () => {
    const { visit, pass } = world()
    const broken = { ...fine, status: null, code: 'timeout' as const, latencyMs: 0 }
    for (let index = 0; index < 5; index++)
      await visit(broken)
    await expect(visit()).rejects.toMatchObject({ code: 'rate-limited' })
    pass(300_000)
    const healed = await visit()
    expect(await visit() - healed).toBe(500)
  })

  test('a missing page is no trouble', async () => {
    const { visit } = world()
    const first = await visit({ ...fine, status: 404 })
    expect(await visit() - first).toBe(500)
  })
})
