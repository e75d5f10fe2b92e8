import type { SettingKey, SettingsUpdate } from '../contract/settings.ts'
import type { Database } from './database.ts'
import { settingKeys, SettingValues } from '../contract/settings.ts'

export interface StoredSetting { value: number, changedAt: Date }

/** What people have set for the whole installation. */
export function createSettingStore({ read, write }: Pick<Database, 'read' | 'write'>) {
  return {
    /** Those without a row are not in it, nor one that no longer is what its key allows. */
    async all(): Promise<Map<SettingKey, StoredSetting>> {
      const rows = new Map((await read.setting.findMany()).map(row => [row.key, row]))
      return new Map(settingKeys.flatMap((key) => {
        const row = rows.get(key)
        return row && SettingValues.shape[key].safeParse(row.value).success ? [[key, { value: row.value, changedAt: row.updatedAt }] as const] : []
      }))
    },
    /** Null takes the row away; what is absent stays. All of it or nothing. */
    put: (changes: SettingsUpdate, now: Date): Promise<void> => write(async (tx) => {
      for (const key of settingKeys) {
        const value = changes[key]
        if (value === null)
          await tx.setting.deleteMany({ where: { key } })
        else if (value !== undefined)
          await tx.setting.upsert({ where: { key }, create: { key, value, updatedAt: now }, update: { value, updatedAt: now } })
      }
    }),
  }
}
export type SettingStore = ReturnType<typeof createSettingStore>
