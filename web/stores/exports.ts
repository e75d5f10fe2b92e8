import type { Export, LiveEvent } from '../../server/contract/index.ts'
import { defineStore } from 'pinia'
import { listExports, removeExport } from '../api/exports.ts'
import { createPager } from './pager.ts'

export const useExports = defineStore('exports', () => {
  const pager = createPager<{ brandId?: string }, Export>(listExports)
  let filter: { brandId?: string } = {}

  async function load(next: { brandId?: string } = {}) {
    filter = next
    await pager.load(next)
  }

  function apply(event: LiveEvent) {
    if (pager.state.value === 'idle')
      return
    // How long files are kept may have changed.
    if (event.kind === 'settings')
      void pager.refresh()
    if (event.kind === 'export-removed')
      pager.remove(event.id)
    if (event.kind === 'export' && (!filter.brandId || event.export.brandId === filter.brandId)) {
      const { export: file } = event
      pager.items.value = [file, ...pager.items.value.filter(row => row.id !== file.id)]
        .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
    }
  }

  async function resync() {
    if (pager.state.value !== 'idle')
      await pager.refresh()
  }

  async function remove(id: string) {
    await removeExport(id)
    pager.remove(id)
  }

  return { ...pager, load, apply, resync, remove }
})
