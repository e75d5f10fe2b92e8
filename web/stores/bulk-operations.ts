import type { BulkOperation, BulkOperationStatus, LiveEvent } from '../../server/contract/index.ts'
import { defineStore } from 'pinia'
import { listBulkOperations } from '../api/bulk-operations.ts'
import { createPager } from './pager.ts'
import { isNewer } from './version.ts'

export interface BulkHistoryFilter { status?: BulkOperationStatus[] }

/** The history of actions on many jobs, newest first, those at work live. */
export const useBulkOperations = defineStore('bulk-operations', () => {
  const pager = createPager<BulkHistoryFilter, BulkOperation>(listBulkOperations)
  let filter: BulkHistoryFilter = {}

  async function load(next: BulkHistoryFilter) {
    filter = next
    await pager.load(next, { clear: true })
  }

  function put(operation: BulkOperation) {
    const listed = pager.items.value.find(({ id }) => id === operation.id)
    if (listed) {
      if (isNewer(operation, listed))
        pager.replace(operation)
      return
    }
    const newest = pager.items.value[0]
    const isNew = newest === undefined || operation.createdAt >= newest.createdAt
    if (isNew && (filter.status === undefined || filter.status.includes(operation.status)))
      pager.items.value = [operation, ...pager.items.value]
  }

  function apply(event: LiveEvent) {
    if (event.kind === 'bulk-operation' && pager.state.value !== 'idle')
      put(event.operation)
  }

  async function resync() {
    if (pager.state.value !== 'idle')
      await pager.refresh()
  }

  return { ...pager, load, apply, resync }
})
