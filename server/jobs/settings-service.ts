import type { Clock } from '../clock.ts'
import type { Setting, SettingKey, SettingsUpdate, SettingValues } from '../contract/settings.ts'
import type { EventBus } from '../events/bus.ts'
import type { Log } from '../log.ts'
import type { SettingStore, StoredSetting } from '../store/setting-store.ts'
import { settingKeys, settingSpecs } from '../contract/settings.ts'

/** What holds at present, for whoever works by it. */
export interface CurrentSettings {
  /** At most two seconds old, whichever process made the last change; never throws. */
  current: () => Promise<SettingValues>
}

/** The installation's settings, as people see and change them. */
export interface SettingsService extends CurrentSettings {
  list: () => Promise<Setting[]>
  /** Holds here at once, in every other process within two seconds. */
  update: (changes: SettingsUpdate) => Promise<Setting[]>
}

export interface SettingsServiceDeps {
  settings: SettingStore
  /** What the environment of this process says. */
  environment: Partial<Record<SettingKey, number>>
  events: Pick<EventBus, 'publish'>
  clock: Clock
  log: Pick<Log, 'warn'>
}

/** A change made in another process is followed after this time at the latest, in milliseconds. */
const followMs = 2000

export function createSettingsService({ settings, environment, events, clock, log }: SettingsServiceDeps): SettingsService {
  let stored = new Map<SettingKey, StoredSetting>()
  let known = false
  let readAt = -Infinity
  let reading: Promise<void> | null = null

  const present = (): Setting[] => settingKeys.map((key) => {
    const { group, unit, least, most, usual, variable } = settingSpecs[key]
    const given = environment[key]
    const set = stored.get(key)
    const fallback = given === undefined ? { value: usual, source: 'default' as const } : { value: given, source: 'environment' as const }
    return { key, group, unit, least, most, variable, fallback, value: set?.value ?? fallback.value, source: set ? 'set' : fallback.source, changedAt: set?.changedAt.toISOString() ?? null }
  })

  const valuesOf = (list: Setting[]) => Object.freeze(Object.fromEntries(list.map(({ key, value }) => [key, value]))) as SettingValues
  // Asked for before every request to a shop.
  let values = valuesOf(present())

  /** Tells this process's dashboards when what is read differs from what they know. */
  async function refresh(): Promise<void> {
    const before = JSON.stringify(present())
    const wasKnown = known
    stored = await settings.all()
    known = true
    readAt = clock.now()
    const list = present()
    values = valuesOf(list)
    if (wasKnown && JSON.stringify(list) !== before)
      events.publish({ kind: 'settings', settings: list })
  }

  async function follow(): Promise<void> {
    if (clock.now() - readAt < followMs)
      return
    reading ??= refresh()
      // Whoever works goes on by what was last known; a database that is away shows elsewhere.
      .catch((error: unknown) => log.warn({ event: 'settings.unread', err: error }, 'settings could not be read'))
      .finally(() => reading = null)
    await reading
  }

  return {
    async current() {
      await follow()
      return values
    },
    async list() {
      await refresh()
      return present()
    },
    async update(changes) {
      if (!known)
        await refresh()
      await settings.put(changes, new Date(clock.now()))
      await refresh()
      return present()
    },
  }
}
