import type { Setting, SettingKey, SettingsUpdate } from '../../server/contract/index.ts'

/** What is typed and not saved yet; null: to be set back. */
export type SettingsDraft = Partial<Record<SettingKey, number | null>>

/** What a row shows: the draft's value, else what holds. */
export function shownValue(setting: Setting, draft: SettingsDraft): number {
  const typed = draft[setting.key]
  return typed === undefined ? setting.value : typed ?? setting.fallback.value
}

/** The draft with one more value; what is as it was before is no change. */
export function withValue(draft: SettingsDraft, setting: Setting, value: number | null): SettingsDraft {
  const { [setting.key]: _, ...others } = draft
  const same = value === null ? setting.source !== 'set' : setting.value === value
  return same ? others : { ...others, [setting.key]: value }
}

/** What is to be sent: the draft without what has come to hold meanwhile, made by somebody else. */
export function changesOf(settings: readonly Setting[], draft: SettingsDraft): SettingsUpdate {
  return settings.reduce<SettingsDraft>((left, setting) => {
    const typed = left[setting.key]
    return typed === undefined ? left : withValue(left, setting, typed)
  }, draft)
}
