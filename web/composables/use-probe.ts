import type { ShopProbeResult } from '../../server/contract/index.ts'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { isAbort } from '../api/problem.ts'
import { probeShop } from '../api/trials.ts'
import { useNotify } from './use-notify.ts'

/** A look at a shop before it becomes a brand; a newer look, or leaving the page, ends the one before. */
export function useProbe() {
  const notify = useNotify()
  const result = shallowRef<ShopProbeResult | null>(null)
  const busy = ref(false)
  let controller = new AbortController()

  async function probe(url: string) {
    clear()
    const mine = controller = new AbortController()
    busy.value = true
    try {
      const answer = await probeShop(url, mine.signal)
      if (!mine.signal.aborted)
        result.value = answer
    }
    catch (error) {
      if (!isAbort(error) && !mine.signal.aborted)
        notify.failure(error)
    }
    if (controller === mine)
      busy.value = false
  }

  function clear() {
    controller.abort()
    result.value = null
    busy.value = false
  }

  onScopeDispose(clear)
  return { result, busy, probe, clear }
}
