import type { HopOutcome } from '../../../server/scrape/fetch/safe-fetch.ts'
import type { Pace } from '../../../server/scrape/politeness/pace.ts'
import { expect, test } from 'vitest'
import { createPoliteness } from '../../../server/scrape/politeness/politeness.ts'

const shop = new URL('https://shop.example/')
const pace: Pace = { concurrency: 2, delayMs: 500, crawlDelayMs: null, throttle: true }
const fine: HopOutcome = { status: 200, code: null, latencyMs: 10, bytes: 100, retryAfterMs: null }

/** What is said of the host after these answers, asked in that pace. */
async function saidAfter(outcomes: HopOutcome[], asked: Pace = pace) {
  let now = 1_000_000
  const politeness = createPoliteness({ clock: { now: () => now }, longestWaitMs: Infinity, wait: async ms => void (now += ms) })
  for (const outcome of outcomes)
    (await politeness.enter(shop, asked, new AbortController().signal))(outcome)
  const [throttle] = politeness.throttles()
  return { throttle, now, pass: (ms: number) => now += ms, politeness }
}

test.each([
  ['the delay that is set', pace, fine, { gapMs: 500, gapReason: 'delay', concurrency: 2 }],
  ['a crawl-delay of the site', { ...pace, crawlDelayMs: 4000 }, fine, { gapMs: 4000, gapReason: 'crawl-delay', concurrency: 1, crawlDelayMs: 4000 }],
  ['slow answers', pace, { ...fine, latencyMs: 3000 }, { gapMs: 1500, gapReason: 'slow-answers', latencyMs: 3000 }],
  ['slow answers beyond what the site asks for', { ...pace, crawlDelayMs: 1000 }, { ...fine, latencyMs: 9000 }, { gapMs: 4500, gapReason: 'slow-answers' }],
])('%s is said to be why it is not asked faster', async (_, asked, outcome, expected) => {
  expect((await saidAfter([outcome], asked)).throttle).toMatchObject({ host: 'shop.example', pausedUntil: null, pauseReason: null, ...expected })
})

test.each([
  ['it said for how long', [{ ...fine, status: 429, retryAfterMs: 60_000 }], 'retry-after', 60_000],
  ['it asked to slow down', [{ ...fine, status: 429 }], 'slow-down', 30_000],
  ['it failed', [{ ...fine, status: 500 }], 'errors', 1000],
  ['it failed five times in a row', Array.from({ length: 5 }, () => ({ ...fine, status: 500 })), 'circuit-open', 300_000],
])('a host is left alone because %s, until the time is over', async (_, outcomes, pauseReason, ms) => {
  const said = await saidAfter(outcomes)
  expect(said.throttle).toMatchObject({ pauseReason, pausedUntil: new Date(said.now + ms).toISOString(), failures: outcomes.length })
  said.pass(ms)
  expect(said.politeness.throttles()).toMatchObject([{ pauseReason: null, pausedUntil: null }])
})
