import type { BulkOperation, LiveEvent } from '../../server/contract/index.ts'
import { defineStore } from 'pinia'
import { computed, shallowReactive } from 'vue'
import { abortBulkOperation, getBulkOperation, undoBulkOperation } from '../api/bulk-operations.ts'
import { isBusy } from '../display/bulk.ts'
import { isNewer } from './version.ts'

const storageKey = 'gleaner:bulk-operations'

/** Actions on many jobs that this tab started, live. They stay while the viewer walks about, and across a reload. */
export const useBulkTray = defineStore('bulk-tray', () => {
  const byId = shallowReactive(new Map<string, BulkOperation>())
  const operations = computed(() => [...byId.values()].sort((a, b) => b.createdAt.localeCompare(a.createdAt)))
  const busy = computed(() => operations.value.filter(isBusy).length)
  let storage: Pick<Storage, 'getItem' | 'setItem'> | null = null

  const save = () => storage?.setItem(storageKey, JSON.stringify([...byId.keys()]))

  /** Picks up those of before a reload. */
  async function restore(given: Pick<Storage, 'getItem' | 'setItem'>) {
    storage = given
    try {
      await Promise.all((JSON.parse(given.getItem(storageKey) ?? '[]') as string[]).map(read))
    }
    catch {
      // Unreadable notes of an older version: nothing to pick up.
    }
  }

  async function read(id: string) {
    try {
      put(await getBulkOperation(id))
    }
    catch (error) {
      if ((error as { code?: string }).code === 'not-found')
        dismiss(id)
    }
  }

  function put(operation: BulkOperation) {
    if (isNewer(operation, byId.get(operation.id)))
      byId.set(operation.id, operation)
  }

  function add(operation: BulkOperation) {
    put(operation)
    save()
  }

  function dismiss(id: string) {
    byId.delete(id)
    save()
  }

  function apply(event: LiveEvent) {
    if (event.kind === 'bulk-operation' && byId.has(event.operation.id))
      put(event.operation)
  }

  return {
    operations,
    busy,
    restore,
    add,
    dismiss,
    apply,
    resync: async () => void await Promise.all([...byId.keys()].map(read)),
    has: (id: string) => byId.has(id),
    /** Stops it after the batch it is at. @throws {ApiProblem} */
    abort: async (id: string) => add(await abortBulkOperation(id)),
    /** Brings back what it deleted; from then on this tab shows how far that is. @throws {ApiProblem} */
    undo: async (id: string) => add(await undoBulkOperation(id)),
  }
})
