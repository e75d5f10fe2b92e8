import type { Clock } from '../clock.ts'
import type { BrandPoliteness, HostThrottle } from '../contract/throttle.ts'
import type { EventBus } from '../events/bus.ts'
import type { BrandStore } from '../store/brand-store.ts'
import type { HostThrottleStore } from '../store/host-throttle-store.ts'
import type { CurrentSettings } from './settings-service.ts'

export interface ThrottleServiceDeps {
  brands: Pick<BrandStore, 'get'>
  throttles: Pick<HostThrottleStore, 'put' | 'of' | 'since'>
  settings: CurrentSettings
  /** How this process asks hosts. */
  asked: () => HostThrottle[]
  events: Pick<EventBus, 'publish'>
  clock: Clock
}

export interface ThrottleService {
  /** @throws {NotFound} */
  politeness: (brandId: string) => Promise<BrandPoliteness>
}

/** Another process may have committed an earlier time later, by so many milliseconds. */
const overlapMs = 3000
/** Hosts told of in one round. */
const most = 200

/** How hosts are asked and why not faster, in whichever process that happens. */
export function createThrottleService({ brands, throttles, settings, asked, events, clock }: ThrottleServiceDeps) {
  const written = new Map<string, string>()
  const told = new Map<string, string>()
  let toldUntil = clock.now()

  const service: ThrottleService = {
    async politeness(brandId) {
      const brand = await brands.get(brandId)
      const { host } = new URL(brand.url)
      const { concurrency, delayMs, ignoreRobots } = brand.settings
      const usual = await settings.current()
      return {
        brandId,
        host,
        set: { concurrency, delayMs },
        usual: { concurrency: usual.concurrency, delayMs: usual.delayMs },
        robotsIgnored: ignoreRobots !== undefined,
        hosts: await throttles.of([host, host.startsWith('www.') ? host.slice(4) : `www.${host}`]),
      }
    },
  }

  return {
    ...service,
    /** Writes down what has changed of how this process asks hosts: to be called each second or so. */
    async report(): Promise<void> {
      const changed = asked().filter(({ at, ...state }) => written.get(state.host) !== JSON.stringify(state))
      if (changed.length === 0)
        return
      const at = new Date(clock.now()).toISOString()
      await throttles.put(changed.map(throttle => ({ ...throttle, at })))
      for (const { at: _, ...state } of changed)
        written.set(state.host, JSON.stringify(state))
    },
    /** Tells this process's dashboards what any process has written down since the last time. */
    async watch(): Promise<void> {
      for (const throttle of await throttles.since(new Date(toldUntil - overlapMs), most)) {
        toldUntil = Math.max(toldUntil, Date.parse(throttle.at))
        if (told.get(throttle.host) === throttle.at)
          continue
        told.set(throttle.host, throttle.at)
        events.publish({ kind: 'throttle', throttle })
      }
    },
  }
}
