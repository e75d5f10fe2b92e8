import type { LedgerThingQuery, LedgerThings } from '../../server/contract/index.ts'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { getLedgerThings } from '../api/job-detail.ts'
import { isAbort } from '../api/problem.ts'
import { useNotify } from './use-notify.ts'
import { useRoutePanel } from './use-route-panel.ts'

type ShownBucket = LedgerThingQuery['bucket']

/** The number of a ledger whose things are on screen, kept in the address, and those things. */
export function useLedgerThings(jobId: string) {
  const notify = useNotify()
  const bucket = useRoutePanel('ledger')
  const things = shallowRef<LedgerThings | null>(null)
  let controller = new AbortController()
  /** Where the page that is being read begins: asked for twice, it would be shown twice. */
  let reading: string | null = null

  async function read(shown: string, cursor?: string) {
    const { signal } = controller
    try {
      const page = await getLedgerThings(jobId, { bucket: shown as ShownBucket, limit: 50, cursor }, signal)
      if (!signal.aborted)
        things.value = cursor === undefined || things.value === null ? page : { ...page, items: [...things.value.items, ...page.items] }
    }
    catch (error) {
      if (isAbort(error) || signal.aborted)
        return
      notify.failure(error)
      bucket.value = undefined
    }
  }

  async function more() {
    const cursor = things.value?.nextCursor
    if (bucket.value === undefined || !cursor || reading === cursor)
      return
    reading = cursor
    await read(bucket.value, cursor)
    reading = null
  }

  watch(bucket, (shown) => {
    controller.abort()
    reading = null
    controller = new AbortController()
    things.value = null
    if (shown !== undefined)
      void read(shown)
  }, { immediate: true })
  onScopeDispose(() => controller.abort())

  return {
    bucket,
    things,
    close: () => bucket.value = undefined,
    more,
  }
}
