import type { LiveEvent, Setting, SettingsUpdate } from '../../server/contract/index.ts'
import type { ApiProblem } from '../api/problem.ts'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { toProblem } from '../api/problem.ts'
import { listSettings, updateSettings } from '../api/settings.ts'

/** What holds for the whole installation; the live stream tells all of it whenever somebody changes it. */
export const useSettings = defineStore('settings', () => {
  const settings = shallowRef<Setting[]>([])
  const state = ref<'idle' | 'loading' | 'ready' | 'failed'>('idle')
  const problem = shallowRef<ApiProblem | null>(null)
  let told = 0

  function show(list: Setting[]) {
    settings.value = list
    state.value = 'ready'
    problem.value = null
  }

  async function load() {
    const before = told
    if (state.value !== 'ready')
      state.value = 'loading'
    try {
      const list = await listSettings()
      // What was pushed meanwhile is at least as new.
      if (told === before)
        show(list)
    }
    catch (error) {
      problem.value = toProblem(error)
      if (state.value !== 'ready')
        state.value = 'failed'
    }
  }

  function apply(event: LiveEvent) {
    if (event.kind !== 'settings')
      return
    told++
    show(event.settings)
  }

  async function save(changes: SettingsUpdate) {
    show(await updateSettings(changes))
  }

  return { settings, state, problem, load, apply, resync: load, save }
})
