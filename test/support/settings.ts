import type { SettingValues } from '../../server/contract/settings.ts'
import type { CurrentSettings } from '../../server/jobs/settings-service.ts'
import { settingKeys, settingSpecs } from '../../server/contract/settings.ts'

/** Settings as usual but for what is given; what is given may be changed later. */
export function settingsOf(given: Partial<SettingValues> = {}): CurrentSettings {
  return { current: async () => ({ ...Object.fromEntries(settingKeys.map(key => [key, settingSpecs[key].usual])) as SettingValues, ...given }) }
}
