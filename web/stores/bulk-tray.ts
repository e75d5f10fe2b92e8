import type { BulkOperation, LiveEvent } from '../../server/contract/index.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive } from 'vue'
import { abortBulkOperation, getBulkOperation, listBulkOperations, undoBulkOperation } from '../api/bulk-operations.ts'
import { isBusy, undoLeftMs } from '../display/bulk.ts'
import { isNewer } from './version.ts'

const ownKey = 'gleaner:bulk-operations'
const dismissedKey = 'gleaner:bulk-dismissed'

type TabStorage = Pick<Storage, 'getItem' | 'setItem'>

/**
 * Actions on many jobs that this tab started, live, and deletions of others as long as they can be taken back. They stay
 * while the viewer walks about, and across a reload.
 */
export const useBulkTray = defineStore('bulk-tray', () => {
  const byId = shallowReactive(new Map<string, BulkOperation>())
  const own = shallowReactive(new Set<string>())
  const dismissed = shallowReactive(new Set<string>())
  const now = ref(Date.now())
  const isOffered = (operation: BulkOperation) => operation.status === 'undoing' || undoLeftMs(operation, now.value) > 0
  const isShown = (operation: BulkOperation) => own.has(operation.id) || (isOffered(operation) && !dismissed.has(operation.id))
  const operations = computed(() => [...byId.values()].filter(isShown).sort((a, b) => b.createdAt.localeCompare(a.createdAt)))
  const busy = computed(() => operations.value.filter(isBusy).length)
  let storage: TabStorage | null = null

  function save() {
    storage?.setItem(ownKey, JSON.stringify([...own]))
    storage?.setItem(dismissedKey, JSON.stringify([...dismissed]))
  }

  /** Picks up those of before a reload, and what others have deleted lately. */
  async function restore(given: TabStorage) {
    storage = given
    idsIn(given, ownKey).forEach(id => own.add(id))
    idsIn(given, dismissedKey).forEach(id => dismissed.add(id))
    await resync()
  }

  async function resync() {
    // What others did is read whether or not it is shown: what has been taken back meanwhile is not offered any more.
    const known = new Set([...own, ...operations.value.map(({ id }) => id)])
    await Promise.all([...[...known].map(read), readOffers()])
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

  /** A failure leaves what is known: the banner says that the connection is lost, and the next resync reads again. */
  async function readOffers() {
    const page = await listBulkOperations({ undoable: 'true', limit: 20 }).catch(() => null)
    page?.items.forEach(put)
  }

  function put(operation: BulkOperation) {
    if (!isNewer(operation, byId.get(operation.id)))
      return
    byId.set(operation.id, operation)
    now.value = Date.now()
    const left = undoLeftMs(operation, now.value)
    if (left > 0)
      setTimeout(() => now.value = Date.now(), left)
  }

  function add(operation: BulkOperation) {
    own.add(operation.id)
    put(operation)
    save()
  }

  function dismiss(id: string) {
    own.delete(id)
    dismissed.add(id)
    save()
  }

  function apply(event: LiveEvent) {
    if (event.kind === 'bulk-operation' && (event.operation.undoUntil !== null || byId.has(event.operation.id)))
      put(event.operation)
  }

  return {
    operations,
    busy,
    restore,
    add,
    dismiss,
    apply,
    resync,
    /** Whether this tab started it, or takes it back. */
    has: (id: string) => own.has(id),
    /** Stops it after the batch it is at. @throws {ApiProblem} */
    abort: async (id: string) => add(await abortBulkOperation(id)),
    /** Brings back what was deleted; from then on this tab shows how far that is. @throws {ApiProblem} */
    undo: async (id: string) => add(await undoBulkOperation(id)),
  }
})

/** None where the notes of an older version cannot be read: nothing to pick up. */
function idsIn(storage: TabStorage, key: string): string[] {
  try {
    return JSON.parse(storage.getItem(key) ?? '[]') as string[]
  }
  catch {
    return []
  }
}
