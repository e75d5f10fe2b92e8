import type { Job, JobLedger } from '../../server/contract/index.ts'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { getJobLedger } from '../api/jobs.ts'

/** A run moves many times a second; its books are read at most this often. */
const pauseMs = 2000

/** The ledger of the scrape on screen, read again while it moves; null for other jobs, undefined until it has come. */
export function useRunLedger(job: () => Job | null) {
  const ledger = shallowRef<JobLedger | null>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let controller = new AbortController()

  const hasBooks = () => job()?.type !== 'export-csv'

  async function read() {
    timer = undefined
    controller.abort()
    controller = new AbortController()
    const { signal } = controller
    const shown = job()
    if (!shown)
      return
    // Without it the result is shown all the same.
    const fresh = await getJobLedger(shown.id, signal).catch(() => null)
    if (!signal.aborted)
      ledger.value = fresh ?? ledger.value ?? null
  }

  watch(() => {
    const shown = job()
    return shown && [shown.id, shown.status, shown.version] as const
  }, (now, before) => {
    if (now?.[0] !== before?.[0]) {
      ledger.value = hasBooks() ? undefined : null
      controller.abort()
    }
    if (now === null || !hasBooks())
      return
    if (now[0] !== before?.[0] || now[1] !== before[1]) {
      clearTimeout(timer)
      void read()
    }
    else {
      timer ??= setTimeout(() => void read(), pauseMs)
    }
  }, { immediate: true })
  onScopeDispose(() => {
    clearTimeout(timer)
    controller.abort()
  })

  return ledger
}
