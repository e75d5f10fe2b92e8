import type { ResolvedConfig, UsualPace } from '../config.ts'
import type { AddressPolicy } from '../fetch/address-policy.ts'
import type { Gate } from '../fetch/safe-fetch.ts'
import type { Pace } from '../politeness/pace.ts'
import type { Politeness } from '../politeness/politeness.ts'
import type { Shop } from '../ports.ts'
import type { HostRobots, RobotsCache } from '../robots/robots-cache.ts'
import type { ShopAccess } from './access.ts'
import type { Tally } from './tally.ts'
import { tell } from '../../contract/told.ts'
import { ScrapeError } from '../../errors.ts'
import { portOf } from '../fetch/address-policy.ts'

export interface GateDeps {
  shop: Shop
  config: ResolvedConfig
  pace: () => Promise<UsualPace>
  policy: AddressPolicy
  politeness: Politeness
  robots: RobotsCache
  tally: Tally
  access: ShopAccess
}

/** What every request of a run passes: robots.txt first, then the host's turn; and where it is counted afterwards. */
export function createGate({ shop, pace: usualPace, policy, politeness, robots, tally, access }: GateDeps) {
  const { settings } = shop
  const ignored = settings.ignoreRobots
  if (ignored)
    tally.robots([tell('robots-ignored', { reason: ignored.reason })], new URL(shop.url).host, null)

  /** Asked before each request: a run that is under way follows what is set meanwhile. */
  async function paceOf(url: URL, crawlDelay: number | null): Promise<Pace> {
    const [usual, own] = [await usualPace(), await shop.pace?.() ?? settings]
    // A shop on this machine or in this network, listed by the operator, bothers nobody.
    const isOurs = policy.isListed(url.hostname, portOf(url))
    return {
      concurrency: own.concurrency ?? (isOurs ? Math.max(usual.concurrency, 4) : usual.concurrency),
      delayMs: own.delayMs ?? (isOurs ? 0 : usual.delayMs),
      crawlDelayMs: crawlDelay === null || ignored ? null : crawlDelay * 1000,
      throttle: !isOurs,
    }
  }

  async function enter(url: URL, crawlDelay: number | null, signal: AbortSignal): ReturnType<Gate> {
    const asked = performance.now()
    const pace = await paceOf(url, crawlDelay)
    const settle = await politeness.enter(url, pace, signal)
    tally.sent(url.host, pace, performance.now() - asked)
    return (outcome) => {
      settle(outcome)
      tally.answered(url.host, outcome)
    }
  }

  /** robots.txt itself needs no permission, only a turn. */
  const robotsOf = (url: URL, signal: AbortSignal): Promise<HostRobots> =>
    robots.of(url, signal, { ...access, gate: (hop, hopSignal) => enter(hop, null, hopSignal) })

  const gate: Gate = async (url, signal) => {
    if (ignored)
      return enter(url, null, signal)
    const rules = await robotsOf(url, signal)
    tally.robots(rules.told, url.host, rules.version)
    if (!rules.isAllowed(url.href)) {
      tally.refused('robots-forbidden')
      throw new ScrapeError('robots-forbidden', tell('robots-forbid-page'), { url: url.href })
    }
    return enter(url, rules.crawlDelay, signal)
  }

  return { gate, robotsOf }
}
