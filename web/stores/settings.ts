import type { Setting, SettingsUpdate } from '../../server/contract/index.ts'
import { defineStore } from 'pinia'
import { listSettings, updateSettings } from '../api/settings.ts'
import { createPushedList } from './pushed-list.ts'

/** What holds for the whole installation; the live stream tells all of it whenever somebody changes it. */
export const useSettings = defineStore('settings', () => {
  const { items: settings, state, problem, show, load, apply } = createPushedList<Setting>(() => listSettings(), event => event.kind === 'settings' ? event.settings : undefined)

  async function save(changes: SettingsUpdate) {
    show(await updateSettings(changes))
  }

  return { settings, state, problem, load, apply, resync: load, save }
})
