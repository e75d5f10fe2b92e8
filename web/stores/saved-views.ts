import type { SavedView, ViewPage } from '../../server/contract/index.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { createView, listViews, removeView, updateView } from '../api/views.ts'

type Query = SavedView['query']

/** Lists under names of their own, by name. They change seldom: they are read when they are looked for. */
export const useSavedViews = defineStore('saved-views', () => {
  const views = shallowRef<SavedView[]>([])
  let page: ViewPage = 'jobs'

  async function load(next: ViewPage) {
    if (next !== page)
      views.value = []
    page = next
    const found = await listViews(next)
    if (page === next)
      views.value = found
  }

  const reload = () => load(page)

  return {
    views,
    load,
    /** @throws {ApiProblem} when the name is taken */
    save: (name: string, query: Query) => createView({ page, name, query }).then(reload),
    rename: (id: string, name: string) => updateView(id, { name }).then(reload),
    /** From now on it shows something else. */
    overwrite: (id: string, query: Query) => updateView(id, { query }).then(reload),
    remove: (id: string) => removeView(id).then(reload),
  }
})
